"""Pictures of a programme: drawings in its folder `pictures`, shown on a page and doing nothing else."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from config.curriculum.reading.tables import LANGUAGES, Table

PICTURES = "pictures"
TEXT_SIGNS = 300
MOST_BYTES = 100_000
# What a drawing could run, load or hide behind; the last two also stand for their many cousins.
FORBIDDEN = re.compile(r"<!ENTITY|<!DOCTYPE|\son\w+\s*=|javascript:|data:|https?://(?!www\.w3\.org/)", re.IGNORECASE)
FORBIDDEN_TAGS = {"script", "foreignObject", "image", "iframe", "audio", "video", "animate", "set"}


def read_figure(table: Table, pictures: Path) -> dict[str, Any]:
    """Read a figure: the path of its file, and its words by language."""
    name, alt = table.word("file"), table.text("alt", TEXT_SIGNS)
    caption = table.text("caption", TEXT_SIGNS) if table.has("caption") else dict.fromkeys(LANGUAGES, "")
    path = pictures / name
    if name:
        fault = drawing_fault(path) if name == Path(name).name else "name a file, without folders."
        if fault:
            table.fault(f'The picture "{name}": {fault}')
    return {one: {"file": path, "alt": alt[one], "caption": caption[one]} for one in LANGUAGES}


def drawing_fault(path: Path) -> str:
    """Return what is wrong with a drawing, empty where nothing is."""
    if path.suffix != ".svg":
        return "its name must end in .svg."
    if not path.is_file():
        return f'it is missing in the folder "{PICTURES}" of the programme.'
    content = path.read_bytes()
    if len(content) > MOST_BYTES:
        return f"it has {len(content)} bytes: make it smaller than {MOST_BYTES}."
    try:
        text = content.decode("utf-8")
        if FORBIDDEN.search(text):
            return "it must not run or load anything: take scripts, handlers and addresses out."
        root = ET.fromstring(text)  # noqa: S314 -- our own files, and entities were refused above
    except (UnicodeDecodeError, ET.ParseError) as error:
        return f"it cannot be read as SVG ({error})."
    tags = {one.tag.rpartition("}")[2] for one in root.iter()}
    if root.tag.rpartition("}")[2] != "svg" or not _is_sized(root):
        return "it must be an <svg> with a viewBox, or a width and a height in numbers."
    if tags & FORBIDDEN_TAGS:
        return f"it holds {', '.join(sorted(tags & FORBIDDEN_TAGS))}: draw it with shapes and text only."
    return ""


def _is_sized(root: ET.Element) -> bool:
    if len((root.get("viewBox") or "").replace(",", " ").split()) == 4:
        return True
    return all(re.fullmatch(r"\d+(\.\d+)?(px)?", root.get(side) or "") for side in ("width", "height"))
