"""The second half of the film: breaths, naloxone, the side, company, help."""

import math

from tools.film.early import CALL, KNEEL, phones
from tools.film.figures import Pose, blend, body, lying, on_side, reach, standing
from tools.film.pen import (
    BAND,
    INK,
    MARIGOLD,
    MULBERRY,
    PAPER,
    PLUM,
    SOFT,
    Pen,
    Point,
    between,
    curve,
    ease,
    mix,
    tint,
    turned,
)
from tools.film.room import SKY, bag, beads, clock, mist, room, spray, wisp

HOLD = Pose(
    head=Point(238, 172), chin=222, shoulder=Point(254, 186), hip=Point(304, 226),
    near=Point(220, 238), far=Point(188, 236), foot=Point(346, 262), foot2=Point(352, 260),
)  # fmt: skip
BREATHE = Pose(
    head=Point(218, 210), chin=226, shoulder=Point(250, 194), hip=Point(304, 228),
    near=Point(222, 240), far=Point(190, 235), foot=Point(346, 262), foot2=Point(352, 260),
)  # fmt: skip
MOUTH = Point(203, 234)


def airway(pen: Pen, t: float) -> None:
    """Large: the head goes back, and the bent way of the air becomes open."""
    _near(pen, 240, 216, mix(1.75, 2.5, ease(t, 0.2, 1.6)))
    tilt = ease(t, 1.4, 3.0)
    pose = blend(CALL, HOLD, ease(t, 0, 1.1))
    body(pen, pose)
    lying(pen, tilt)
    reach(pen, pose)
    _air(pen, tilt, t)


def _air(pen: Pen, tilt: float, t: float) -> None:
    mouth = Point(mix(216, 204, tilt), mix(248, 239, tilt))
    throat = Point(mix(207, 209, tilt), mix(258, 254, tilt))
    way = [mouth, between(mouth, throat, 0.55), throat, Point(230, mix(262, 257, tilt)), Point(262, 256)]
    pen.stroke(way, INK, 9)
    line = curve(way)
    stop = round(len(line) * (0.36 + 0.64 * ease(tilt, 0.5, 1)))
    pen.stroke(line[:stop], MARIGOLD, 5)
    if tilt < 0.6:
        pen.disc(between(throat, Point(228, 262), 0.35), 6 * (1 - ease(tilt, 0.3, 0.6)), INK)
    elif t > 3.2:
        for i in range(3):
            place = line[int(((t * 0.7 + i / 3) % 1) * (len(line) - 1))]
            pen.disc(place, 2.6, MULBERRY)


def breaths(pen: Pen, t: float) -> None:
    """Three breaths, five seconds apart, with five beads that count."""
    _near(pen)
    _one_breath(pen, t)
    pen.look()
    beads(pen, (t - 1.6) % 5 if t > 2.3 else 0.7)


def _one_breath(pen: Pen, t: float, first: float = 1.0) -> None:
    u = (t - first) % 5 if t >= first else 4.9
    down = ease(u, 0.0, 0.6) - ease(u, 1.5, 2.2)
    rise = ease(u, 0.7, 1.5) * (1 - ease(u, 1.8, 3.2))
    pose = blend(HOLD, BREATHE, down)
    body(pen, pose)
    lying(pen, 1.0, rise)
    reach(pen, pose)
    if 0.65 < u < 1.6:
        way = [Point(204, 239), Point(209, 254), Point(230, 257), Point(262, 256)]
        line = curve(way)
        stop = max(2, round(len(line) * ease(u, 0.6, 1.2)))
        pen.stroke(line[:stop], INK, 9)
        pen.stroke(line[:stop], MARIGOLD, 5)


def naloxone(pen: Pen, t: float) -> None:
    """A spray into the nose."""
    _near(pen)
    come = ease(t, 0.3, 1.3) * (1 - ease(t, 3.5, 4.3))
    pose = HOLD
    tip = Point(mix(288, 198, come), mix(253, 233, come))
    held = turned(tip, 66, 30)
    pose = Pose(pose.head, pose.chin, pose.shoulder, pose.hip, held, pose.far, pose.foot, pose.foot2)
    body(pen, pose)
    lying(pen, 1.0)
    mist(pen, tip, 250, t - 2.0)
    reach(pen, pose)
    spray(pen, tip, 66, ease(t, 1.7, 2.0))


def wait(pen: Pen, t: float) -> None:
    """She goes on with the breaths; three minutes pass; a second dose."""
    _near(pen)
    _one_breath(pen, t, first=0.4)
    pen.look()
    clock(pen, Point(540, 74), 3 * ease(t, 0.6, 5.4))
    second = ease(t, 3.8, 4.8)
    if second > 0:
        pen.look(320, 180, 2.0)
        spray(pen, Point(362, mix(30, 132, second)), 52, 0.0)


def wakes(pen: Pen, t: float) -> None:
    """The chest rises by itself."""
    _near(pen)
    pose = blend(HOLD, KNEEL, ease(t, 0.2, 1.4) * 0.8)
    body(pen, pose)
    u = (t - 0.6) % 2.6 if t > 0.6 else 0.0
    lying(pen, 1.0, ease(u, 0, 1.0) * (1 - ease(u, 1.1, 2.4)))
    reach(pen, pose)
    wisp(pen, MOUTH, (u - 0.9) / 1.7 if t > 0.6 else 0.0)


def side(pen: Pen, t: float) -> None:
    """From above: over to the side; then what holds the position, one to three."""
    pen.look(326, 168, 1.0)
    pen.sheet.paste(BAND, (0, 0, pen.sheet.width, pen.sheet.height))
    mat = [Point(70, 62), Point(320, 46), Point(576, 58),
           Point(606, 146), Point(574, 228), Point(320, 240), Point(74, 230), Point(38, 144)]  # fmt: skip
    pen.area(mat, MULBERRY)
    turn = ease(t, 0.8, 3.0)
    _from_above(pen, turn, hot=t > 3.4)
    away = ease(t, 3.0, 4.0)
    _helper_above(pen, turn, away)
    marks = ((3.6, Point(156, 64)), (4.6, Point(268, 206)), (5.6, Point(384, 246)))
    for i, (start, p) in enumerate(marks):
        k = ease(t, start, start + 0.35)
        if k > 0:
            pen.disc(p, 19 * k, INK)
            pen.disc(p, 16.5 * k, MARIGOLD)
            pen.number(str(i + 1), p, 17 * k, INK, 3)


def _from_above(pen: Pen, turn: float, hot: bool) -> None:
    def p(x: float, y: float, x2: float, y2: float) -> Point:
        return Point(mix(x, x2, turn) * 1.42 + 58, mix(y, y2, turn) * 1.42 + 12)

    wide = (24, 23, 23)
    arm, leg = (MARIGOLD, MARIGOLD) if hot else (PAPER, SOFT)
    pen.stroke([p(176, 84, 176, 84), p(250, 82, 258, 92), p(322, 80, 324, 86)], SOFT, wide, rim=INK)
    pen.stroke([p(104, 72, 98, 86), p(130, 60, 66, 112), p(166, 58, 44, 136)], PAPER, wide, rim=INK)
    pen.stroke(
        [p(108, 88, 108, 82), p(140, 90, 140, 80), p(174, 92, 174, 86)],
        PAPER,
        (mix(60, 46, turn), mix(58, 46, turn), mix(50, 42, turn)),
        rim=INK,
    )
    pen.stroke(
        [p(176, 98, 176, 92), p(215, 102, 214, 126), p(250, 104, 230, 138), p(322, 104, 284, 134)], leg, wide, rim=INK
    )
    _head_above(pen, p(70, 88, 70, 76), turn)
    pen.stroke([p(108, 104, 116, 92), p(140, 118, 130, 116), p(172, 116, 82, 107)], arm, wide, rim=INK)


def _head_above(pen: Pen, p: Point, turn: float) -> None:
    face = turned(p, mix(0, -86, turn), mix(2, 17, turn))
    pen.stroke([p, face], PAPER, (54, mix(50, 36, turn)), rim=INK)
    back = mix(180, 104, turn)
    pen.stroke([turned(p, back + 17 * i, 26) for i in range(-4, 5)], INK, 10)


def _helper_above(pen: Pen, turn: float, away: float) -> None:
    y = 300 + 40 * away + 8 * turn
    for x, hold in ((206, Point(216, mix(150, 172, turn))), (306, Point(mix(330, 352, turn), mix(158, 196, turn)))):
        rest = Point(x + (10 if x < 250 else -10), y - 20)
        a, b = Point(x + 10, y), between(hold, rest, away)
        elbow = Point(mix(a.x, b.x, 0.5) + (-18 if x < 250 else 18), (a.y + b.y) / 2)
        pen.stroke([a, elbow, b], PLUM, (25, 22, 21), rim=INK)
    pen.stroke([Point(212, y + 6), Point(258, y + 14), Point(304, y + 6)], PLUM, (38, 44, 38), rim=INK)
    for p, radius, colour in (
        (Point(258, y - 2), 25, INK),
        (Point(258, y - 2), 22, PLUM),
        (Point(258, y + 3), 19, INK),
    ):
        pen.disc(p, radius, colour)


def stay(pen: Pen, t: float) -> None:
    """He lies on the side and breathes; she sits beside him; the moon moves on."""
    pen.look(mix(250, 280, ease(t, 0, 6)), 182, mix(1.25, 1.08, ease(t, 0, 6)))
    room(pen, moon=ease(t, 0.3, 6.0))
    _together(pen, t, 0.0)


def _together(pen: Pen, t: float, turned_to: float) -> None:
    sit = Pose(
        head=Point(mix(290, 296, turned_to), 136), chin=mix(222, 310, turned_to), shoulder=Point(296, 170),
        hip=Point(316, 226), near=Point(252, 236), far=Point(mix(272, 362, turned_to), mix(232, 150, turned_to)),
        foot=Point(344, 262), foot2=Point(350, 260),
    )  # fmt: skip
    body(pen, sit)
    u = (t % 3.2) / 3.2
    on_side(pen, math.sin(math.pi * u) ** 2)
    reach(pen, sit)
    wisp(pen, Point(213, 240), (u - 0.4) / 0.6, 0.9)
    phones(pen, t)


def arrive(pen: Pen, t: float) -> None:
    """The door opens; two people come with a bag."""
    pen.look(mix(280, 330, ease(t, 0, 2)), 180, mix(1.08, 1.0, ease(t, 0, 2)))
    room(pen, moon=1.0, door=ease(t, 0.4, 1.2))
    for start, end, stop in ((0.9, 3.6, 420), (1.7, 4.4, 486)):
        k = min(1.0, max(0.0, (t - start) / (end - start)))
        if k > 0:
            x = mix(566, stop, 1 - (1 - k) ** 1.5)
            pose = standing(x, (566 - x) / 92 + (0.12 if k >= 1 else 0), mix(230, 256, ease(k, 0, 0.7)))
            colour = tint(SKY, SOFT, ease(t, start, start + 0.5))
            body(pen, pose, colour)
            if stop == 420:
                bag(pen, Point(pose.near.x, pose.near.y + 10))
            reach(pen, pose, colour)
    _together(pen, t + 6.0, ease(t, 1.0, 1.8))


def _near(pen: Pen, x: float = 258, y: float = 198, zoom: float = 1.75) -> None:
    pen.look(x, y, zoom)
    room(pen)
    phones(pen, 0)
