"""Things around the people: the room at night, the door, phones, beads that count, the clock, the spray."""

import math

from tools.film.pen import (
    BAND,
    EDGE,
    INK,
    MARIGOLD,
    MULBERRY,
    PAPER,
    SOFT,
    WALL,
    WIDTH,
    Pen,
    Point,
    ease,
    mix,
    swell,
    tint,
    turned,
)

FLOOR = 262.0
DEEP = "#231820"
SKY = "#1d141a"


def room(pen: Pen, moon: float = 0.0, door: float = 0.0) -> None:
    """Wall, floor, window and mat; moon moves from 0 to 1, the door opens from 0 to 1."""
    floor = [Point(-120, 214), Point(160, 206), Point(480, 207), Point(760, 214)]
    _window(pen, moon)
    _door(pen, door)
    pen.area([Point(-200, 500), *floor, Point(840, 500)], BAND, soft=False)
    if door > 0:
        light = [Point(520, 211), Point(594, 211), Point(664, 440), Point(520 - 150 * door, 440)]
        pen.area(light, tint(BAND, MULBERRY, door), soft=False)
    mat = [Point(152, 246), Point(290, 240), Point(420, 245), Point(440, 283), Point(290, 291), Point(134, 285)]
    pen.area(mat, MULBERRY)


def _window(pen: Pen, moon: float) -> None:
    frame = [Point(64, 54), Point(168, 50), Point(170, 142), Point(66, 145)]
    pen.area(frame, SKY, soft=False)
    pen.disc(Point(mix(88, 140, moon), mix(100, 76, moon)), 12, SOFT)
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 0)):
        pen.stroke([frame[a], frame[b]], MULBERRY, (6, 7.5))
    pen.stroke([Point(116, 52), Point(118, 144)], MULBERRY, 4)


def _door(pen: Pen, door: float) -> None:
    way = [Point(518, 30), Point(594, 28), Point(594, 214), Point(518, 214)]
    pen.area(way, tint(SKY, "#fdf0cf", door * 0.8), soft=False)
    out = 34 * door
    leaf = [way[1], Point(594 + out, 28 - 10 * door), Point(594 + out, 214 + 18 * door), way[2]] if door > 0.02 else way
    pen.area(leaf, "#3d2533", soft=False)
    if leaf is way:
        pen.disc(Point(528, 138), 3.5, EDGE)
    for a, b in (
        (Point(514, 214), Point(514, 26)),
        (Point(514, 26), Point(597, 24)),
        (Point(597, 24), Point(597, 214)),
    ):
        pen.stroke([a, b], MULBERRY, (6, 7.5))


def phone_on_floor(pen: Pen, p: Point, t: float, ringing: bool, speaking: bool) -> None:
    """A small phone on the floor."""
    shake = 1.6 * math.sin(t * 40) if ringing else 0.0
    a, b = Point(p.x - 13 + shake, p.y + 2), Point(p.x + 13 + shake, p.y - 2)
    pen.stroke([a, b], INK, 17)
    pen.stroke([a, b], MARIGOLD if ringing or speaking else SOFT, 10)
    if ringing or speaking:
        pen.sound(Point(p.x, p.y - 6), 90, t, size=0.9 if ringing else 0.6)


def phone(pen: Pen, p: Point, size: float, number: str, shown: int, hot: bool) -> None:
    """A large phone with a number on it, a digit after the other."""
    half = Point(36 * size, 66 * size)
    corners = [Point(p.x - half.x, p.y - half.y), Point(p.x + half.x, p.y - half.y),
               Point(p.x + half.x, p.y + half.y), Point(p.x - half.x, p.y + half.y)]  # fmt: skip
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        pen.stroke([a, b], INK, 30 * size)
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        pen.stroke([a, b], MARIGOLD if hot else SOFT, 20 * size)
    pen.area(corners, PAPER, soft=False)
    if shown:
        lead = (len(number) - shown) * 1.35 / 2 * 25 * size / 1.4
        pen.number(number[:shown], Point(p.x - lead, p.y - 40 * size), 25 * size, MULBERRY, 5 * size)
    for i in range(12):
        key = Point(p.x + (i % 3 - 1) * 22 * size, p.y + (i // 3 * 19 - 2) * size)
        pen.disc(key, 6 * size, tint(PAPER, MULBERRY, 0.3))


def key_place(p: Point, size: float, digit: str) -> Point:
    """Where a digit's key is on the large phone."""
    i = 10 if digit == "0" else int(digit) - 1
    return Point(p.x + (i % 3 - 1) * 22 * size, p.y + (i // 3 * 19 - 2) * size)


def beads(pen: Pen, since: float) -> None:
    """Five beads, one for each second since a breath; with the fifth the next breath comes."""
    for i in range(5):
        p = Point(WIDTH / 2 + (i - 2) * 50, 42)
        age = since - (i + 1)
        if age < -1 - i + 0.7:
            age = since + (4 - i)
        k = ease(age, 0.0, 0.2)
        radius = 15 + 4 * swell(age, 0.0, 0.6)
        pen.disc(p, radius + 2, tint(EDGE, INK, k))
        pen.disc(p, radius, tint(WALL, MARIGOLD, k))
        pen.number(str(i + 1), p, 15, tint(SOFT, INK, k), 2.6)


def clock(pen: Pen, p: Point, minutes: float) -> None:
    """A ring for three minutes; the arc fills clockwise."""
    pen.disc(p, 47, INK)
    pen.ring(p, 39, EDGE, 5)
    if minutes > 0.02:
        arc = [turned(p, 90 - minutes * 120 * i / 30, 39) for i in range(31)]
        pen.stroke(arc, INK, 14)
        pen.stroke(arc, MARIGOLD, 10)
    for i in (1, 2, 3):
        pen.number(str(i), turned(p, 90 - 120 * i, 21), 14, PAPER if minutes >= i else EDGE, 2.6)


def spray(pen: Pen, tip: Point, degrees: float, press: float) -> None:
    """A nose spray: a nozzle, two wings for the fingers and a body that is pressed; no needle."""
    wing = turned(tip, degrees, 17)
    side = degrees + 90
    start, end = turned(wing, degrees, 3), turned(wing, degrees, 20 - 7 * press)
    pen.stroke([start, end], PAPER, 13, rim=INK)
    for colour, extra in ((INK, 5), (MARIGOLD, 0)):
        pen.stroke([tip, wing], colour, (5 + extra, 11 + extra))
        pen.stroke([turned(wing, side, 10), turned(wing, side, -10)], colour, 6 + extra)


def mist(pen: Pen, p: Point, degrees: float, t: float) -> None:
    """Fine drops that leave the spray."""
    for i in range(9):
        k = t * 1.6 - i * 0.07
        if 0 < k < 1:
            pen.disc(turned(p, degrees + (i % 3 - 1) * 16, 4 + 14 * k), 2.2 * (1 - k) + 0.5, MULBERRY)


def wisp(pen: Pen, p: Point, t: float, size: float = 1.0) -> None:
    """A breath that rises from the mouth; t from 0 to 1."""
    if not 0 < t < 1:
        return
    strength = math.sin(math.pi * t)
    base = Point(p.x, p.y - 34 * t * size)
    points = [Point(base.x + 5 * math.sin(i * 1.1 + t * 5) * size, base.y - i * 6 * size) for i in range(6)]
    pen.stroke(points, MARIGOLD, (1 + 3 * strength, 1 + 6 * strength, 0.6 + 2 * strength))


def bag(pen: Pen, p: Point) -> None:
    """The bag of those who come to help."""
    pen.stroke([Point(p.x - 12, p.y), Point(p.x, p.y - 14), Point(p.x + 12, p.y)], INK, 5)
    for colour, width in ((INK, 33), (MARIGOLD, 28)):
        pen.stroke([Point(p.x - 13, p.y + 14), Point(p.x + 13, p.y + 14)], colour, width)
