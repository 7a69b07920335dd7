"""The house rules for templates: arrows, and every word marked for translation."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = {"people": 1, "courses": 2, "assessments": 3, "certificates": 4, "reports": 6, "home": 6}
TEMPLATES = sorted(path for app in FLOORS for path in (ROOT / app / "templates").rglob("*.html"))
CODE = sorted(path for app in FLOORS for path in (ROOT / app).rglob("*.py"))

# What home supplies to every page alike, as it supplies base.html: the first page and one's own page, which settings
# name too (LOGOUT_REDIRECT_URL, LOGIN_REDIRECT_URL).
OF_THE_SITE = {"front", "me", "my_page", "base.html"}

NAMED = re.compile(r"""\{%\s*(?:extends|include|static|url)\s+["']([^"']+)["']""")
LOADED = re.compile(r"\{%\s*load\s+([^%]+?)\s*%\}")
BRAND = re.compile("Three-Two-One")
TRANSLATED = re.compile(
    r"\{%\s*(blocktrans|blocktranslate)\b.*?\{%\s*end\1\s*%\}|\{%\s*comment\b.*?endcomment\s*%\}", re.S
)
CODE_IN_PAGE = re.compile(r"<(script|style|svg)\b.*?</\1>", re.S)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.S)
SPOKEN = re.compile(r"""\b(?:alt|title|aria-label|placeholder)=(["'])(.*?)\1""", re.S)
WORD = re.compile(r"[^\W\d_]{2,}")
ENTITY = re.compile(r"&[a-z]+;")


def app_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def routes() -> dict[str, str]:
    """Return which app names which address."""
    found = {}
    for app in FLOORS:
        urls = import_module(f"{app}.urls")
        for pattern in [*urls.urlpatterns, *getattr(urls, "public_urlpatterns", [])]:
            found.setdefault(pattern.name, app)
    return found


def owner(name: str) -> str | None:
    """Return the app a template, file or address belongs to, None where it is nobody's of ours."""
    if name in OF_THE_SITE:
        return None
    first = name.split("/")[0]
    return routes().get(name) or (first if first in FLOORS else None)


def tags() -> dict[str, str]:
    """Return which app supplies which library of template tags."""
    return {path.stem: app for app in FLOORS for path in (ROOT / app / "templatetags").glob("*.py")}


def is_upward(app: str, other: str | None) -> bool:
    """Tell whether naming `other` from `app` goes against the arrows; neighbours never name each other."""
    return other is not None and other != app and FLOORS[other] >= FLOORS[app]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_names_only_lower_apps(path):
    text = path.read_text()
    libraries = [name for group in LOADED.findall(text) for name in group.split()]
    owners = {name: owner(name) for name in NAMED.findall(text)} | {name: tags().get(name) for name in libraries}
    assert {name: other for name, other in owners.items() if is_upward(app_of(path), other)} == {}


def test_code_leads_only_to_addresses_of_lower_apps():
    found = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text())):
            called = getattr(node, "func", None)
            name = getattr(called, "id", "")
            leads = name in {"redirect", "reverse", "reverse_lazy"} and node.args
            if leads and is_upward(app_of(path), owner(str(getattr(node.args[0], "value", "")))):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.args[0].value}")
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_word_of_a_template_is_marked_for_translation(path):
    """Between tags and in attributes that are read aloud, nothing stands but the brand and what tags put there."""
    text = TAG.sub(" ", TRANSLATED.sub(" ", path.read_text()))
    spoken = " ".join(words for _quote, words in SPOKEN.findall(text))
    shown = re.sub(r"<[^>]*>", " ", CODE_IN_PAGE.sub(" ", text))
    assert WORD.findall(ENTITY.sub(" ", BRAND.sub(" ", f"{shown} {spoken}"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_asks_nothing_of_another_host_and_styles_nothing_by_hand(path):
    text = path.read_text()
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=", text)
    assert text.count('method="post"') == text.count("{% csrf_token %}")
