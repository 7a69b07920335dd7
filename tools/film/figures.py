"""The people of the film, without faces: who lies, who helps, who comes. One pose moves softly into another."""

import math
from dataclasses import dataclass, fields

from tools.film.pen import INK, MARIGOLD, PAPER, PLUM, SOFT, Pen, Point, Width, between, mix, tint, turned

ARM, LEG = 37.0, 43.0  # each of the two bones
LIMB: Width = (17.0, 15.0, 15.0)


@dataclass(frozen=True)
class Pose:
    """Where the parts of a person are; elbows and knees follow from them."""

    head: Point
    chin: float  # direction in degrees: 0 right, 90 up
    shoulder: Point
    hip: Point
    near: Point  # hands
    far: Point
    foot: Point
    foot2: Point


def blend(a: Pose, b: Pose, k: float) -> Pose:
    """The pose a share k of the way from a to b."""
    parts: dict[str, Point | float] = {}
    for field in fields(Pose):
        one, two = getattr(a, field.name), getattr(b, field.name)
        parts[field.name] = between(one, two, k) if isinstance(one, Point) else mix(one, two, k)
    return Pose(**parts)  # type: ignore[arg-type]


def joint(a: Point, b: Point, bone: float, side: int) -> Point:
    """The elbow or knee between a and b, bent to one side."""
    gap = max(1.0, math.dist(a, b))
    out = math.sqrt(max(0.0, bone * bone - gap * gap / 4)) * side
    middle = between(a, b, 0.5)
    return Point(middle.x - (b.y - a.y) / gap * out, middle.y + (b.x - a.x) / gap * out)


def head(pen: Pen, p: Point, chin: float, colour: str) -> None:
    """A head without a face: the narrow end is the chin, the dark cap is hair."""
    pen.stroke([p, turned(p, chin, 15)], colour, (38, 32, 21), rim=INK)
    cap = [turned(p, chin + 180 + 17 * i, 18) for i in range(-5, 4)]
    hair = cap if math.cos(math.radians(chin)) < 0 else [turned(p, chin + 180 - 17 * i, 18) for i in range(-5, 4)]
    pen.stroke(hair, INK, 8)


def limb(pen: Pen, a: Point, b: Point, bone: float, side: int, colour: str) -> None:
    """An arm or a leg."""
    bend = joint(a, b, bone, side)
    pen.stroke([a, between(a, bend, 0.75), between(bend, b, 0.25), b], colour, LIMB, rim=INK)


def body(pen: Pen, pose: Pose, colour: str = PLUM, side: int = 1) -> None:
    """What is behind: far arm, legs and trunk."""
    dark = tint(colour, INK, 0.35)
    limb(pen, pose.hip, pose.foot2, LEG, side, dark)
    limb(pen, pose.shoulder, pose.far, ARM, -side, colour)
    limb(pen, pose.hip, pose.foot, LEG, side, dark)
    pen.stroke([pose.shoulder, pose.head], colour, 15, rim=INK)
    middle = between(pose.shoulder, pose.hip, 0.5)
    pen.stroke([pose.shoulder, middle, pose.hip], colour, (31, 32, 30), rim=INK)


def reach(pen: Pen, pose: Pose, colour: str = PLUM, side: int = 1, hot: bool = False) -> None:
    """What is in front: head and near arm; a hot hand is the part that matters."""
    head(pen, pose.head, pose.chin, colour)
    limb(pen, pose.shoulder, pose.near, ARM, -side, colour)
    if hot:
        hand(pen, pose.near)


def hand(pen: Pen, p: Point, radius: float = 9.5) -> None:
    """The hand that does what matters now."""
    pen.disc(p, radius + 2.5, INK)
    pen.disc(p, radius, MARIGOLD)


def standing(x: float, phase: float, floor: float, way: int = -1) -> Pose:
    """Somebody who walks; phase counts steps, way is -1 to the left."""
    feet = []
    for shift in (0.0, 0.5):
        u = (phase + shift) % 1
        forward = mix(24, -24, u * 2) if u < 0.5 else mix(-24, 24, (u - 0.5) * 2)
        lift = 0.0 if u < 0.5 else 11 * math.sin(math.pi * (u - 0.5) * 2)
        feet.append(Point(x + way * forward, floor - lift))
    bob = 2.5 * math.cos(phase * 4 * math.pi)
    swing = 20 * math.cos(phase * 2 * math.pi)
    top = floor - 82 + bob
    return Pose(
        head=Point(x + way * 8, top - 94), chin=270 + way * 30, shoulder=Point(x + way * 4, top - 60),
        hip=Point(x, top), near=Point(x + way * (6 - swing), top + 4), far=Point(x + way * (6 + swing), top + 4),
        foot=feet[0], foot2=feet[1],
    )  # fmt: skip


def lying(pen: Pen, tilt: float = 0.0, rise: float = 0.0) -> None:
    """The person on the back, head to the left; tilt lifts the chin, rise fills the chest."""
    limb(pen, Point(306, 255), Point(390, 258), LEG, -1, SOFT)
    limb(pen, Point(306, 259), Point(388, 264), LEG, -1, SOFT)
    neck = [Point(206, 256), Point(230, 256)]
    pen.stroke(neck, PAPER, 17, rim=INK)
    chest = Point(252, 253 - 4 * rise)
    pen.stroke([Point(231, 255), chest, Point(280, 256), Point(306, 257)], PAPER, (28, 33 + 9 * rise, 29, 26), rim=INK)
    pen.stroke([neck[0], neck[1]], PAPER, 16)
    head(pen, Point(199, 253 + 3 * tilt), -4 + 62 * tilt, PAPER)
    limb(pen, Point(236, 258), Point(307, 268), ARM, 1, PAPER)


def on_side(pen: Pen, rise: float = 0.0) -> None:
    """The same person on the side: head back, hand under the cheek, upper knee bent."""
    limb(pen, Point(306, 260), Point(391, 262), LEG, -1, SOFT)
    pen.stroke([Point(206, 258), Point(232, 256)], PAPER, 17, rim=INK)
    chest = Point(254, 253 - 2 * rise)
    pen.stroke([Point(233, 256), chest, Point(282, 258), Point(306, 258)], PAPER, (28, 33 + 5 * rise, 29, 27), rim=INK)
    head(pen, Point(200, 258), 18, PAPER)
    pen.stroke(
        [Point(308, 258), Point(330, 268), Point(347, 276), Point(362, 272), Point(386, 270)], SOFT, LIMB, rim=INK
    )
    pen.stroke([Point(238, 256), Point(246, 270), Point(232, 277), Point(206, 274)], PAPER, LIMB, rim=INK)
