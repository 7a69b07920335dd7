"""PO out and in: all of a file or nothing, and every fault in a sentence."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail_localize.models import StringTranslation

from courses.translation.po import MOST_BYTES, PoFileError, read_po
from tests.reading import browser, words

pytestmark = pytest.mark.django_db
TITLE = "သင်ခန်းစာ ၁"


def address(translation, way):
    return f"/cms/localize/translate/{translation.pk}/pofile/{way}/"


def taken(client, translation):
    return polib.pofile("\n" + client.get(address(translation, "download")).content.decode())


def sent(client, translation, content):
    content = content if isinstance(content, bytes) else str(content).encode()
    return client.post(address(translation, "upload"), {"file": SimpleUploadedFile("x.po", content)}, follow=True)


def filled(po, **texts):
    for entry in po:
        entry.msgstr = texts.get(entry.msgid.split()[0], "")
    return po


def held():
    return dict(StringTranslation.objects.values_list("translation_of__data", "data"))


def test_a_file_goes_out_and_comes_back(desk):
    translation, client = desk.begun(), browser(desk.translator)
    po = taken(client, translation)
    assert [entry.msgid for entry in po][:3] == ["Lesson 1", "Breath comes first.", "Call for help."]
    answer = sent(client, translation, filled(po, Lesson=TITLE))
    assert "1 text was taken." in words(answer)
    assert held() == {"Lesson 1": TITLE}


def test_texts_come_in_one_form_of_unicode(desk):
    translation, client = desk.begun("vi"), browser(desk.translator)
    sent(client, translation, filled(taken(client, translation), Lesson="Ba\u0300i 1"))
    assert held() == {"Lesson 1": "B\u00e0i 1"}


def test_fuzzy_entries_are_not_taken(desk):
    translation, client = desk.begun(), browser(desk.translator)
    po = filled(taken(client, translation), Lesson=TITLE)
    po[0].flags.append("fuzzy")
    sent(client, translation, po)
    assert held() == {}


def test_an_entry_with_foreign_markup_is_named_and_nothing_of_the_file_is_taken(desk):
    translation, client = desk.begun(), browser(desk.translator)
    po = filled(
        taken(client, translation), Lesson=TITLE, Call="<script>alert(1)</script>", Stay='<a href="//evil">x</a>'
    )
    answer = sent(client, translation, po)
    said = words(answer)
    assert "Entry 3 (Call for help.)" in said and "Entry 5 (Stay)" in said and "Nothing of the file was taken." in said
    assert held() == {}


def test_what_left_the_page_is_left_out_and_told(desk):
    translation, client = desk.begun(), browser(desk.translator)
    po = filled(taken(client, translation), Lesson=TITLE, Breath="အသက်")
    po[0].msgid = "Lesson of long ago"
    assert "1 text is no longer in the page" in words(sent(client, translation, po))
    assert held() == {"Breath comes first.": "အသက်"}


def test_a_file_for_another_language_is_refused(desk):
    mine, other, client = desk.begun(), desk.begun("vi"), browser(desk.translator)
    assert "another page or language" in words(sent(client, mine, filled(taken(client, other), Lesson="Bài")))
    assert held() == {}


def test_no_file_is_told(desk):
    translation = desk.begun()
    answer = browser(desk.translator).post(address(translation, "upload"), follow=True)
    assert "No file was chosen." in words(answer)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "no PO file in UTF-8"),
        (b"hello, this is a letter", "no PO file in UTF-8"),
        (b'msgid "a"\nmsgstr "b"\n', "names no page"),
        (b"", "names no page"),
        (b"/etc/passwd", "no PO file in UTF-8"),
        (b" " * (MOST_BYTES + 1), "larger than 2 MB"),
    ],
)
def test_what_is_no_po_file_is_said_so(content, says):
    with pytest.raises(PoFileError) as error:
        read_po(content, "any")
    assert says in error.value.faults[0]


def test_whoever_may_not_edit_the_page_takes_no_file(desk, cast):
    translation = desk.begun()
    client = browser(cast.lead)
    assert client.get(address(translation, "download")).status_code == 302
    assert sent(client, translation, b"x").status_code == 404


def test_a_title_that_no_page_can_hold_is_named(desk):
    translation = desk.begun()
    client = browser(desk.translator)
    po = filled(taken(client, translation), Lesson="က" * 256)
    answer = sent(client, translation, str(po))
    assert "this title is longer than 255 signs" in words(answer)
    assert held() == {}
