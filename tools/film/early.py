"""The first half of the film: the phone rings, somebody comes, checks and calls."""

import math

from tools.film.figures import Pose, blend, body, lying, reach, standing
from tools.film.pen import BAND, INK, MARIGOLD, PLUM, Pen, Point, between, ease, mix, swell, tint, turned
from tools.film.room import FLOOR, SKY, key_place, phone, phone_on_floor, room

PHONE = Point(108, 274)  # his
SPOKEN = Point(156, 266)  # hers, once it lies on the floor

KNEEL = Pose(
    head=Point(290, 132), chin=235, shoulder=Point(298, 164), hip=Point(312, 222),
    near=Point(280, 226), far=Point(268, 224), foot=Point(340, 262), foot2=Point(346, 260),
)  # fmt: skip
CALL = Pose(
    head=Point(256, 150), chin=228, shoulder=Point(276, 178), hip=Point(312, 226),
    near=Point(238, 236), far=Point(228, 230), foot=Point(342, 262), foot2=Point(348, 260),
)  # fmt: skip
RUB = Pose(
    head=Point(264, 146), chin=240, shoulder=Point(280, 176), hip=Point(312, 226),
    near=Point(256, 236), far=Point(238, 230), foot=Point(342, 262), foot2=Point(348, 260),
)  # fmt: skip
LAY = Pose(
    head=Point(206, 186), chin=216, shoulder=Point(229, 206), hip=Point(294, 230),
    near=Point(170, 256), far=Point(246, 240), foot=Point(342, 262), foot2=Point(348, 260),
)  # fmt: skip
LISTEN = Pose(
    head=Point(224, 206), chin=200, shoulder=Point(256, 188), hip=Point(310, 226),
    near=Point(298, 244), far=Point(206, 230), foot=Point(346, 262), foot2=Point(352, 260),
)  # fmt: skip


def ring(pen: Pen, t: float) -> None:
    """A phone rings beside somebody who does not move."""
    pen.look(mix(268, 240, ease(t, 0, 5.5)), mix(178, 190, ease(t, 0, 5.5)), mix(1.0, 1.28, ease(t, 0, 5.5)))
    room(pen)
    lying(pen)
    phone_on_floor(pen, PHONE, t, ringing=t % 2.6 < 1.8 and t < 4.6, speaking=False)


def come(pen: Pen, t: float) -> None:
    """The door opens; she walks in and kneels down."""
    pen.look(mix(330, 300, ease(t, 1, 5)), 180, mix(1.0, 1.08, ease(t, 1, 5)))
    room(pen, door=ease(t, 0.1, 0.9))
    walked = min(1.0, max(0.0, (t - 0.5) / 2.5))
    x = mix(566, 316, 1 - (1 - walked) ** 1.4)
    pose = standing(x, (566 - x) / 92, mix(232, FLOOR, ease(t, 0.5, 1.9)))
    pose = blend(pose, KNEEL, ease(t, 2.9, 4.0))
    colour = tint(SKY, PLUM, ease(t, 0.5, 1.1))
    if t > 0.5:
        body(pen, pose, colour)
    lying(pen)
    if t > 0.5:
        reach(pen, pose, colour)
    phone_on_floor(pen, PHONE, t, ringing=False, speaking=False)


def name(pen: Pen, t: float) -> None:
    """She calls the name and shakes the shoulder; nothing."""
    _close(pen, t)
    shake = 3 * math.sin(t * 12) * swell(t, 0.7, 3.0)
    pose = blend(KNEEL, CALL, ease(t, 0, 0.8))
    pose = _moved(pose, Point(shake, 0))
    body(pen, pose)
    lying(pen)
    reach(pen, pose)
    if 0.7 < t < 3.1:
        pen.sound(turned(pose.head, 228, 22), 222, t, size=0.8)


def rub(pen: Pen, t: float) -> None:
    """She rubs the breastbone with her knuckles; nothing."""
    _close(pen, t + 4)
    pose = blend(CALL, RUB, ease(t, 0, 0.7))
    press = swell(t, 0.5, 4.4) ** 0.5
    pose = _moved(pose, Point(9 * math.sin(t * 9) * press, 1.5 * math.cos(t * 9) * press))
    body(pen, pose)
    lying(pen)
    reach(pen, pose, hot=t > 0.3)


def listen(pen: Pen, t: float) -> None:
    """She holds her ear to the mouth and watches the chest, which hardly moves."""
    pen.look(mix(280, 262, ease(t, 0, 2)), mix(196, 208, ease(t, 0, 2)), mix(1.3, 1.6, ease(t, 0, 2)))
    room(pen, door=1.0)
    pose = blend(RUB, LISTEN, ease(t, 0, 1.1))
    body(pen, pose)
    rise = 0.3 * swell(t, 1.8, 3.4)
    lying(pen, rise=rise)
    seen = ease(t, 1.2, 1.8)
    if seen:
        chest = [Point(237, 241), Point(252, 238 - 6 * rise), Point(266, 240 - 3 * rise), Point(282, 243)]
        pen.stroke(chest, INK, 9 * seen)
        pen.stroke(chest, MARIGOLD, 5 * seen)
    reach(pen, pose)


def call(pen: Pen, t: float) -> None:
    """A large phone: one, two, nought; then the numbers of two more countries."""
    pen.look()
    pen.area(
        [Point(-20, 250), Point(200, 236), Point(440, 238), Point(660, 250), Point(660, 400), Point(-20, 400)], BAND
    )
    apart = ease(t, 3.6, 4.5)
    shown = 0 if t < 0.9 else 1 if t < 1.6 else 2 if t < 2.3 else 3
    places = [Point(mix(320, 140, apart), 150), Point(mix(800, 320, apart), 150), Point(mix(960, 500, apart), 150)]
    holds = Point(places[0].x, places[0].y)
    for number, p, digits in zip(("120", "115", "119"), places, (shown, 3, 3), strict=True):
        if apart > 0 or p is places[0]:
            phone(pen, p, mix(1.55, 1.2, apart), number, digits, hot=p is places[0] and apart < 0.5)
    if apart < 0.3:
        _thumb(pen, holds, 1.55, t, ease(t, 2.8, 3.6))
    elif t > 4.7:
        for i, p in enumerate(places):
            pen.sound(Point(p.x, p.y - 78), 90, t + i * 0.3, size=0.55)


def _thumb(pen: Pen, p: Point, size: float, t: float, away: float) -> None:
    keys = [key_place(p, size, d) for d in "120"]
    spot = between(between(keys[0], keys[1], ease(t, 1.0, 1.5)), keys[2], ease(t, 1.7, 2.2))
    lift = 10 * (1 - max(swell(t, 0.7, 1.1), swell(t, 1.4, 1.8), swell(t, 2.1, 2.5)))
    tip = Point(spot.x + lift * 0.6 + away * 160, spot.y + lift + away * 190)
    palm = Point(tip.x + 150, tip.y + 260)
    pen.stroke([tip, Point(tip.x + 32, tip.y + 58), palm], PLUM, (27, 36, 66), rim=INK)
    if not away:
        pen.disc(tip, 8, MARIGOLD if lift < 3 else PLUM)


def speaker(pen: Pen, t: float) -> None:
    """The phone lies on the floor and speaks; both hands are free."""
    pen.look(250, 196, 1.45)
    room(pen)
    phones(pen, t, speaking=t > 0.5)
    pose = blend(LAY, CALL, ease(t, 0.5, 1.9))
    body(pen, pose)
    lying(pen)
    reach(pen, pose)


def phones(pen: Pen, t: float, speaking: bool = False) -> None:
    """His phone and hers on the floor."""
    phone_on_floor(pen, PHONE, t, ringing=False, speaking=False)
    phone_on_floor(pen, SPOKEN, t, ringing=False, speaking=speaking)


def _close(pen: Pen, t: float) -> None:
    pen.look(mix(300, 280, ease(t, 0, 3)), mix(180, 196, ease(t, 0, 3)), mix(1.08, 1.3, ease(t, 0, 3)))
    room(pen, door=1.0)
    phone_on_floor(pen, PHONE, t, ringing=False, speaking=False)


def _moved(pose: Pose, by: Point) -> Pose:
    near = Point(pose.near.x + by.x, pose.near.y + by.y)
    return Pose(pose.head, pose.chin, pose.shoulder, pose.hip, near, pose.far, pose.foot, pose.foot2)
