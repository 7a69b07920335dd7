"""The pen of the film: thick round strokes on a large sheet, made small at the end so that edges are smooth."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 640, 360
FINE = 3  # drawn three times as large

# The tokens of the platform's look.
WALL = "#2f1f29"
BAND = "#4c1533"
MULBERRY = "#73244c"
INK = "#271b23"
PAPER = "#f6e9e2"
PLUM = "#b0547f"
SOFT = "#c6b7be"
EDGE = "#98868f"
MARIGOLD = "#f0b429"


class Point(NamedTuple):
    """A place on the sheet; x to the right, y down."""

    x: float
    y: float


Width = float | Sequence[float]


def ease(t: float, start: float, end: float) -> float:
    """Zero before start, one after end, gently from one to the other."""
    k = min(1.0, max(0.0, (t - start) / (end - start)))
    return k * k * (3 - 2 * k)


def swell(t: float, start: float, end: float) -> float:
    """Zero, up to one in the middle, back to zero."""
    k = min(1.0, max(0.0, (t - start) / (end - start)))
    return math.sin(math.pi * k) ** 2


def mix(a: float, b: float, k: float) -> float:
    """The number a share k of the way from a to b."""
    return a + (b - a) * k


def between(a: Point, b: Point, k: float) -> Point:
    """The point a share k of the way from a to b."""
    return Point(mix(a.x, b.x, k), mix(a.y, b.y, k))


def turned(p: Point, degrees: float, length: float) -> Point:
    """The point that lies so far from p in this direction (0 right, 90 up)."""
    angle = math.radians(degrees)
    return Point(p.x + length * math.cos(angle), p.y - length * math.sin(angle))


def tint(a: str, b: str, k: float) -> str:
    """The colour a share k of the way from a to b."""
    pairs = [(int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(mix(x, y, k)):02x}" for x, y in pairs)


def curve(points: Sequence[Point], steps: int = 14, closed: bool = False) -> list[Point]:
    """A soft line through all points (Catmull-Rom)."""
    if len(points) < 3:
        return [between(points[0], points[-1], i / steps) for i in range(steps + 1)]
    ring = list(points)
    line = [ring[-1], *ring, ring[0], ring[1]] if closed else [ring[0], *ring, ring[-1]]
    out: list[Point] = []
    for a, b, c, d in zip(line, line[1:], line[2:], line[3:], strict=False):
        out += [_between_four(a, b, c, d, i / steps) for i in range(steps)]
    return [*out, line[-2]]


def _between_four(a: Point, b: Point, c: Point, d: Point, k: float) -> Point:
    def one(p: float, q: float, r: float, s: float) -> float:
        bend = (2 * p - 5 * q + 4 * r - s) * k * k + (3 * q - p - 3 * r + s) * k**3
        return 0.5 * (2 * q + (r - p) * k + bend)

    return Point(one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y))


DIGITS: dict[str, list[list[tuple[float, float]]]] = {
    "0": [[(0.5, 0), (0.9, 0.32), (0.9, 1.05), (0.5, 1.4), (0.1, 1.05), (0.1, 0.32), (0.5, 0)]],
    "1": [[(0.22, 0.34), (0.56, 0.02)], [(0.56, 0.02), (0.56, 1.4)]],
    "2": [[(0.1, 0.36), (0.28, 0.06), (0.62, 0.01), (0.86, 0.3), (0.66, 0.72), (0.1, 1.38)],
          [(0.1, 1.38), (0.92, 1.36)]],
    "3": [[(0.12, 0.14), (0.45, 0), (0.82, 0.22), (0.72, 0.52), (0.42, 0.64)],
          [(0.42, 0.64), (0.78, 0.76), (0.88, 1.08), (0.5, 1.4), (0.08, 1.22)]],
    "4": [[(0.6, 0), (0.05, 0.95)], [(0.05, 0.95), (0.95, 0.93)], [(0.68, 0.5), (0.68, 1.4)]],
    "5": [[(0.85, 0.03), (0.25, 0.05)], [(0.25, 0.05), (0.17, 0.6)],
          [(0.17, 0.6), (0.58, 0.5), (0.9, 0.9), (0.6, 1.34), (0.08, 1.24)]],
    "9": [[(0.85, 0.4), (0.5, 0.78), (0.15, 0.45), (0.4, 0.03), (0.76, 0.1), (0.85, 0.4)],
          [(0.85, 0.4), (0.8, 0.95), (0.52, 1.4)]],
}  # fmt: skip


class Pen:
    """One frame: a sheet, a camera and what can be drawn."""

    def __init__(self, ground: str = WALL) -> None:
        self.sheet = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
        self.draw = ImageDraw.Draw(self.sheet)
        self.centre, self.zoom = Point(WIDTH / 2, HEIGHT / 2), 1.0

    def look(self, x: float = WIDTH / 2, y: float = HEIGHT / 2, zoom: float = 1.0) -> None:
        """Point the camera at a place; without words, at the whole sheet."""
        self.centre, self.zoom = Point(x, y), zoom

    def _at(self, p: Point) -> Point:
        k = self.zoom * FINE
        return Point((p.x - self.centre.x) * k + WIDTH * FINE / 2, (p.y - self.centre.y) * k + HEIGHT * FINE / 2)

    def disc(self, p: Point, radius: float, colour: str) -> None:
        """A full dot."""
        c, r = self._at(p), radius * self.zoom * FINE
        self.draw.ellipse((c.x - r, c.y - r, c.x + r, c.y + r), fill=colour)

    def ring(self, p: Point, radius: float, colour: str, width: float) -> None:
        """A hollow dot."""
        points = [turned(p, 90 - 10 * i, radius) for i in range(37)]
        self.stroke(points, colour, width)

    def area(self, points: Sequence[Point], colour: str, soft: bool = True) -> None:
        """A filled shape through the points."""
        line = curve(points, closed=True) if soft else points
        self.draw.polygon([tuple(self._at(p)) for p in line], fill=colour)

    def stroke(self, points: Sequence[Point], colour: str, width: Width, rim: str = "") -> None:
        """A round stroke through the points; several widths are spread along it; the rim is a dark edge."""
        widths = [width] if isinstance(width, int | float) else list(width)
        line = self._dense(curve(points))
        if rim:
            self._dots(line, [w + 5 for w in widths], rim)
        self._dots(line, widths, colour)

    def _dense(self, line: Sequence[Point]) -> list[Point]:
        placed = [self._at(p) for p in line]
        out = [placed[0]]
        for a, b in zip(placed, placed[1:], strict=False):
            count = max(1, round(math.dist(a, b) / 2.5))
            out += [between(a, b, i / count) for i in range(1, count + 1)]
        return out

    def _dots(self, line: Sequence[Point], widths: Sequence[float], colour: str) -> None:
        last = max(1, len(line) - 1)
        for i, c in enumerate(line):
            place = i / last * (len(widths) - 1)
            low = min(int(place), max(0, len(widths) - 2))
            width = mix(widths[low], widths[min(low + 1, len(widths) - 1)], place - low)
            r = width * self.zoom * FINE / 2
            self.draw.ellipse((c.x - r, c.y - r, c.x + r, c.y + r), fill=colour)

    def number(self, text: str, p: Point, height: float, colour: str, width: float) -> None:
        """Digits drawn by hand, centred on p; no typeface is needed."""
        unit = height / 1.4
        left = p.x - (len(text) * 1.35 - 0.35) * unit / 2
        for i, digit in enumerate(text):
            for part in DIGITS[digit]:
                points = [Point(left + (i * 1.35 + x) * unit, p.y - height / 2 + y * unit) for x, y in part]
                self.stroke(points, colour, width)

    def sound(self, p: Point, degrees: float, t: float, colour: str = MARIGOLD, size: float = 1.0) -> None:
        """Three arcs that travel away from p: a voice or a ringing phone."""
        for i in range(3):
            k = (t * 0.9 + i / 3) % 1
            fade = math.sin(math.pi * k) * 4.5 * size
            if fade > 0.6:
                arc = [turned(p, degrees + 12 * j, (10 + 34 * k) * size) for j in range(-3, 4)]
                self.stroke(arc, colour, fade)

    def small(self) -> Image.Image:
        """The finished frame."""
        return self.sheet.reduce(FINE)
