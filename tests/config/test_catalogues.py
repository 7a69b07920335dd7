"""The catalogues: whole in Chinese, true to their placeholders, up to date with the sources, free of line numbers."""

import re
import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext, override

from config.groundwork.catalogues import compile_catalogues
from tests.reading import words

CATALOGUES = {
    path.parts[-3]: path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/django.po")
}
ROOT = Path(settings.LOCALE_PATHS[0]).parent
# Holds no words for people, is made by machines, or (tests, tools) speaks to developers only.
LEFT_OUT = {".venv", "node_modules", "var", "tests", "tools", "locale", "staticfiles", "curriculum", "docs"}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|</?\w+[^>]*>")


def entries(path):
    return [entry for entry in polib.pofile(str(path), encoding="utf-8") if not entry.obsolete]


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def texts(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(text):
    return set(PLACEHOLDER.findall(text))


def test_every_language_of_the_site_has_a_catalogue():
    folders = {code.replace("-hans", "_Hans") for code, _ in settings.LANGUAGES}
    assert set(CATALOGUES) == folders


def test_chinese_is_whole():
    lacking = [entry.msgid for entry in entries(CATALOGUES["zh_Hans"]) if not all(texts(entry)) or entry.fuzzy]
    assert lacking == []


def test_chinese_has_one_form_for_every_number():
    catalogue = polib.pofile(str(CATALOGUES["zh_Hans"]), encoding="utf-8")
    assert catalogue.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert not catalogue.metadata_is_fuzzy
    assert all(set(entry.msgstr_plural) == {0} for entry in catalogue if entry.msgid_plural)


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_placeholders_and_tags_are_kept(language):
    changed = []
    for entry in entries(CATALOGUES[language]):
        wanted = [placeholders(text) for text in (entry.msgid, entry.msgid_plural) if text]
        changed += [text for text in texts(entry) if text and placeholders(text) not in wanted]
    assert changed == []


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_no_line_numbers_are_kept(language):
    assert [entry.msgid for entry in entries(CATALOGUES[language]) if entry.occurrences] == []
    assert not re.search(r"^#:", CATALOGUES[language].read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What makemessages finds in a copy of the sources, so that nothing is written beside the real ones."""
    if not shutil.which("xgettext"):
        pytest.skip("GNU gettext (xgettext) is not on this machine")
    copy = tmp_path_factory.mktemp("sources")
    for source in ROOT.iterdir():
        if source.is_dir() and source.name not in LEFT_OUT and not source.name.startswith("."):
            shutil.copytree(source, copy / source.name, ignore=shutil.ignore_patterns("__pycache__", "static"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        patch.setattr(settings, "LOCALE_PATHS", [copy / "locale"])
        call_command("makemessages", locale=["en"], no_location=True, verbosity=0)
    return {key(entry) for entry in entries(copy / "locale/en/LC_MESSAGES/django.po")}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_makemessages_finds_nothing_that_is_missing(found, language):
    assert found
    missing = found - {key(entry) for entry in entries(CATALOGUES[language])}
    assert sorted(msgid for _, msgid, _ in missing) == []


@pytest.fixture
def chinese(db, client, settings, tmp_path):
    """A browser that reads Chinese. The catalogues are compiled in a copy, so that tests side by side never meet."""
    shutil.copytree(settings.LOCALE_PATHS[0], tmp_path / "locale", ignore=shutil.ignore_patterns("*.mo*"))
    compile_catalogues([tmp_path / "locale"])
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    return client


def in_chinese(text):
    with override("zh-hans"):
        translated = gettext(text)
    assert re.search("[\u4e00-\u9fff]", translated)
    return translated


def test_a_wrong_password_is_answered_in_chinese(chinese):
    answer = chinese.post("/accounts/login/", {"login": "nobody-abc", "password": "not this one at all"})
    assert in_chinese("This name and this password do not belong together. Look at both again.") in words(answer)


def test_an_empty_required_field_is_answered_in_chinese(chinese):
    answer = chinese.post("/recovery/", {"handle": "", "code": "", "password": ""})
    assert words(answer).count(in_chinese("This field is required.")) == 3


def test_our_own_words_are_chinese_too(chinese):
    assert "我有加入卡" in words(chinese.get("/accounts/login/"))
