"""Files nobody should send: made from a seed, so that a failing one can be made again."""

import io
import random
import zipfile
import zlib
from dataclasses import dataclass
from struct import pack

from PIL import Image

from tests.assessments.formats import samples

SCRIPT = b"<script>alert(document.domain)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">' + SCRIPT + b"</svg>"
GPS_PLACE = (41.0, 7.0, 31.5)


@dataclass(frozen=True)
class Upload:
    """A file, and what is wrong with it."""

    fault: str
    name: str
    body: bytes


def picture(kind: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """Return a small right picture."""
    body = io.BytesIO()
    Image.new("RGB", size, "teal").save(body, format=kind, **options)
    return body.getvalue()


def with_place() -> bytes:
    """Return a photograph as a phone makes it: with the place, the phone and the hour."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Canaryphone", "Canarymodel 9", "2026:03:02 09:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: GPS_PLACE, 3: "E", 4: GPS_PLACE})
    return picture("JPEG", exif=exif)


def huge_png(side: int) -> bytes:
    """Return a PNG of a few kilobytes that claims to be `side` x `side` pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zip_bomb() -> bytes:
    """Return 100 kB that unpack to 100 MB."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", bytes(100 * 1024 * 1024))
    return body.getvalue()


def animation(frames: int = 200) -> bytes:
    """Return an animated GIF."""
    body = io.BytesIO()
    stills = [Image.new("P", (64, 64), number % 255) for number in range(frames)]
    stills[0].save(body, format="GIF", save_all=True, append_images=stills[1:])
    return body.getvalue()


def pictures() -> list[Upload]:
    """Return pictures with a fault each."""
    jpeg, png = picture("JPEG"), picture("PNG")
    return [
        Upload("cut off", "half.jpg", jpeg[: len(jpeg) // 2]),
        Upload("cut off", "half.png", png[: len(png) // 2]),
        Upload("empty", "nothing.png", b""),
        Upload("a header alone", "head.gif", b"GIF89a"),
        Upload("30,000 x 30,000", "huge.png", huge_png(30_000)),
        Upload("8,000 x 8,000", "large.png", huge_png(8_000)),
        Upload("another kind", "png.jpg", png),
        Upload("a page", "page.png", b"<html>" + SCRIPT),
        Upload("a page behind a picture", "both.jpg", jpeg + b"<html>" + SCRIPT),
        Upload("a page behind a picture", "both.html", jpeg + b"<html>" + SCRIPT),
        Upload("200 frames", "film.gif", animation()),
        Upload("a script", "drawing.svg", DRAWING),
        Upload("entities without end", "laughs.svg", b"""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b
            "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg>&c;</svg>"""),
        Upload("another file's words", "xxe.svg", b"""<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>
            <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&a;</text></svg>"""),
        Upload("a name that climbs", "../../up.png", png),
        Upload("a name without end", f"{'n' * 400}.png", png),
        Upload("a name with a line in it", "a\r\nb.png", png),
        Upload("two endings", "x.php.png", png),
    ]  # fmt: skip


def documents() -> list[Upload]:
    """Return documents with a fault each."""
    return [
        Upload("a page", "page.html", SCRIPT),
        Upload("a page", "page.xhtml", SCRIPT),
        Upload("a drawing", "drawing.svg", DRAWING),
        Upload("a program", "setup.exe", b"MZ" + bytes(64)),
        Upload("a bomb", "bomb.zip", zip_bomb()),
        Upload("a bomb", "bomb.docx", zip_bomb()),
        Upload("formulas", "sums.csv", b'=cmd|"/c calc"!A1,@SUM(1)\n'),
        Upload("a page within", "words.txt", SCRIPT),
        Upload("a page within", "paper.pdf", b"%PDF-1.4 /JavaScript " + SCRIPT),
        Upload("empty", "nothing.pdf", b""),
        Upload("no ending", "README", SCRIPT),
        Upload("a point at the end", "page.html.", SCRIPT),
        Upload("a name that climbs", "../../../up.pdf", b"%PDF-1.4"),
        Upload("no text", "noise.csv", bytes(range(256)) * 20),
        Upload("a page", "page.vtt", SCRIPT),
        Upload("a page within", "within.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + SCRIPT),
    ]


def films() -> list[Upload]:
    """Return films with a fault each."""
    return [
        Upload("a page", "page.html", SCRIPT),
        Upload("a page with a film's ending", "page.mp4", SCRIPT),
        Upload("a drawing", "drawing.svg", DRAWING),
        Upload("empty", "nothing.mp4", b""),
        Upload("noise", "noise.webm", bytes(range(256)) * 40),
    ]


def mutated(seed: int) -> Upload:
    """Return a picture or document with some bytes changed, cut or doubled."""
    chance = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
    sources = {"jpg": with_place(), "png": picture("PNG"), "gif": animation(3), "webp": picture("WEBP"), "svg": DRAWING}
    ending, body = chance.choice(sorted(sources.items()))
    return Upload(f"seed {seed}", f"mutated-{seed}.{ending}", changed_in_places(chance, body))


def changed_in_places(chance: random.Random, body: bytes) -> bytes:
    """Return bytes of which some are changed, cut or doubled."""
    changed = bytearray(body)
    for _time in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = chance.randbytes(chance.randint(1, 40))
            case _:
                changed[at:at] = changed[at : at + 60]
        changed = changed or bytearray(b"\x00")
    return bytes(changed)


def questions() -> list[Upload]:
    """Return files of questions with a fault each."""
    attack = b"""<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>"""
    return [
        Upload("another file's words", "xxe.xml", attack),
        Upload("a bomb", "bomb.zip", zip_bomb()),
        Upload("a bomb", "bomb.xlsx", zip_bomb()),
        Upload("a page", "page.gift", SCRIPT + b" {=" + SCRIPT + b" ~b}"),
        Upload("braces without end", "braces.gift", b"{" * 400_000),
        Upload("tags without end", "tags.gift", b"[html]" + b"<a " * 6_000 + b"{T}"),
        Upload("signs without end", "signs.gift", b"Q {" + b"=a ~b " * 200_000 + b"}"),
        Upload("one line", "line.csv", b"," * 1_000_000),
        Upload("quotation marks", "quotes.csv", b'language,type,stem\n"' + b'""' * 500_000),
        Upload("many elements", "wide.xml", b"<quiz>" + b"<question/>" * 120_000 + b"</quiz>"),
        Upload(
            "one long text", "long.xml", b"<quiz><question type='cloze'><questiontext><text>" + b"{1:SA:=" * 150_000
        ),
        Upload("marks without end", "marks.gift", b"// " + b"[tag:" * 280_000 + b"\nA? {T}"),
        Upload("many questions", "many.gift", b"A? {T}\n\n" * 150_000),
        Upload("noise", "noise.gift", bytes(range(256)) * 400),
        Upload("formulas", "sums.csv", b'language,type,stem\nen,open-text,=cmd|"/c calc"!A1\n'),
        Upload("a name that climbs", "../../up.gift", b"A? {T}"),
        Upload("a name without end", f"{'n' * 400}.gift", b"A? {T}"),
        Upload("no ending", "questions", b"A? {T}"),
        Upload("empty", "nothing.gift", b""),
    ]


def mutated_questions(seed: int) -> Upload:
    """Return a file of questions with some bytes changed; of a package sometimes those of one member."""
    chance = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
    _kind, (name, body) = chance.choice(sorted(samples.files().items()))
    if body.startswith(b"PK") and chance.random() < 0.7:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            member = chance.choice(package.namelist())
            inner = changed_in_places(chance, package.read(member))
        return Upload(f"seed {seed}", name, samples.with_member(body, member, inner))
    return Upload(f"seed {seed}", name, changed_in_places(chance, body))
