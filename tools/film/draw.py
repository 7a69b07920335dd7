"""Draw the film "Ten minutes" and its still pictures.

    python -m tools.film.draw curriculum/anshan/film/ten-minutes.mp4

from the project's folder; it needs Pillow and ffmpeg, and takes two minutes. `--frame 12.5 frame.png` draws one frame
instead, to look at. The film has no sound and no words; its captions (.vtt) and its poster (.svg) are plain files beside
it. When a time below changes, change the captions and film.toml too.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable

from PIL import Image

from tools.film import early, late
from tools.film.pen import HEIGHT, WALL, WIDTH, Pen, ease

RATE = 15
FADE = 0.4

Scene = Callable[[Pen, float], None]
SCENES: list[tuple[float, Scene]] = [  # how many seconds each lasts
    (5.5, early.ring),
    (5.0, early.come),
    (3.5, early.name),
    (4.5, early.rub),
    (4.5, early.listen),
    (8.0, early.call),
    (3.5, early.speaker),
    (5.0, late.airway),
    (14.0, late.breaths),
    (5.0, late.naloxone),
    (6.0, late.wait),
    (4.5, late.wakes),
    (8.0, late.side),
    (6.0, late.stay),
    (6.0, late.arrive),
]
LENGTH = sum(seconds for seconds, _ in SCENES)


def drawn(scene: Scene, t: float) -> Image.Image:
    """One scene at its own time."""
    pen = Pen()
    scene(pen, t)
    return pen.small()


def frame(t: float) -> Image.Image:
    """The film at a time; a scene melts into the next one."""
    start = 0.0
    for i, (seconds, scene) in enumerate(SCENES):
        end = start + seconds
        if t < end or i == len(SCENES) - 1:
            picture = drawn(scene, t - start)
            if i + 1 < len(SCENES) and t > end - FADE:
                share = ease(t, end - FADE, end)
                picture = Image.blend(picture, drawn(SCENES[i + 1][1], t - end), share)
            break
        start = end
    dark = max(1 - ease(t, 0, 0.6), ease(t, LENGTH - 0.8, LENGTH - 0.1))
    return Image.blend(picture, Image.new("RGB", picture.size, WALL), dark) if dark else picture


def film(path: str) -> None:
    """All frames, piped into ffmpeg: small, and playable on old phones."""
    coder = shutil.which("ffmpeg")
    if coder is None:
        raise SystemExit("ffmpeg is not installed")
    command = [
        coder, "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}",
        "-r", str(RATE), "-i", "-", "-c:v", "libx264", "-profile:v", "baseline", "-level", "3.0", "-pix_fmt", "yuv420p",
        "-preset", "veryslow", "-tune", "animation", "-crf", "27", "-g", str(RATE * 6), "-movflags", "+faststart",
        "-map_metadata", "-1", "-fflags", "+bitexact", path,
    ]  # fmt: skip
    with subprocess.Popen(command, stdin=subprocess.PIPE) as running:
        if running.stdin is not None:
            for i in range(round(LENGTH * RATE)):
                running.stdin.write(frame(i / RATE).tobytes())
            running.stdin.close()
        if running.wait():
            raise SystemExit("ffmpeg could not write the film")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--frame":
        frame(float(sys.argv[2])).save(sys.argv[3])
    elif len(sys.argv) == 2:
        film(sys.argv[1])
    else:
        raise SystemExit(__doc__)
