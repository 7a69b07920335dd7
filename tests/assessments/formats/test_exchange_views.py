"""Staff bring questions in and take them out: report first, written once confirmed, nothing in between."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assessments.formats import FORMATS, LARGEST, read
from assessments.models import Question, QuestionBank
from assessments.sealed import MINUTES
from tests.factories.people import UserFactory
from tests.reading import browser, form_with, words

pytestmark = pytest.mark.django_db
IMPORT, EXPORT, TEMPLATE = "/cms/questions/import/", "/cms/questions/export/", "/cms/questions/template.xlsx"
GIFT = "// [id:Q1]\nWho breathes? {=He ~She}\n\n// [id:Q2]\nBreath comes first. {T}\n"
LOSSY = "// [id:Q3]\nWho? {=He#Yes ~She}\n"


@pytest.fixture
def bank():
    return QuestionBank.objects.create(slug="bank", name="Bank")


@pytest.fixture
def writer(bank):
    return UserFactory(handle="writer", is_staff=True, is_superuser=True)


def send(client, bank, text=GIFT, name="questions.gift", **fields):
    file = SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())
    return client.post(IMPORT, {"bank": bank.pk, "file": file, "format": "", "language": "en", **fields})


def confirm(client, report, **fields):
    return client.post(IMPORT, form_with(report, "sealed")["data"] | fields, follow=True)


def test_a_file_is_reported_then_written(writer, bank):
    client = browser(writer)
    report = send(client, bank)
    assert report.status_code == 200 and not Question.objects.exists()
    assert "2 questions would be written as drafts" in words(report) and "line 2 Q1 new" in words(report)
    assert "2 questions were written as drafts" in words(confirm(client, report))
    assert set(bank.questions.values_list("code", "live")) == {("Q1", False), ("Q2", False)}
    assert bank.questions.first().latest_revision.user == writer


def test_confirming_twice_writes_once(writer, bank):
    client = browser(writer)
    report = send(client, bank)
    confirm(client, report)
    assert "0 questions were written" in words(confirm(client, report))
    assert bank.questions.count() == 2


def test_a_fault_offers_nothing_to_write(writer, bank):
    client = browser(writer)
    report = send(client, bank, GIFT + "\nNo braces.\n")
    assert report.status_code == 422
    assert "line 7" in words(report) and "This has no answers" in words(report)
    assert "Write these questions" not in words(report)
    confirm(client, report)
    assert not Question.objects.exists()


def test_what_changed_between_report_and_word_is_seen(writer, bank):
    client = browser(writer)
    report = send(client, bank)
    Question.objects.create(bank=bank, code="Q1", key="b", type="single-choice", locked=True)
    again = client.post(IMPORT, form_with(report, "sealed")["data"])
    assert again.status_code == 422 and "locked" in words(again)
    assert bank.questions.count() == 1


def test_a_lost_part_is_accepted_by_a_tick(writer, bank):
    client = browser(writer)
    report = send(client, bank, LOSSY)
    assert "left out" in words(report) and "There is nothing to write" in words(report)
    again = client.post(IMPORT, form_with(report, "sealed")["data"] | {"again": "1", "accept_losses": "on"})
    assert not Question.objects.exists()
    confirm(client, again, accept_losses="on")
    assert bank.questions.get().code == "Q3"


@pytest.mark.parametrize(("name", "text", "said"), [
    ("questions.gift", "", "The file is empty"),
    ("questions.gift", "x" * (LARGEST + 1), "larger than 1.5 MB"),
    ("questions.doc", "x", "tells no format"),
])  # fmt: skip
def test_a_file_is_refused_in_a_sentence(writer, bank, name, text, said):
    answer = send(browser(writer), bank, text, name)
    assert answer.status_code in {200, 422} and said in words(answer)


def test_the_seal_ends_and_is_nobody_elses(writer, bank, monkeypatch):
    client = browser(writer)
    report = send(client, bank)
    other = browser(UserFactory(handle="other", is_staff=True, is_superuser=True))
    assert "no longer here" in words(confirm(other, report))
    monkeypatch.setattr("assessments.sealed.MINUTES", -MINUTES)
    assert "no longer here" in words(confirm(client, report))
    assert "no longer here" in words(client.post(IMPORT, {"sealed": "made up"}, follow=True))
    assert not Question.objects.exists()


def test_the_largest_file_still_fits_into_its_report(writer, bank, settings):
    noise = ("// " + "".join(chr(33 + (n * n * 7919) % 90) for n in range(97)) + "\n") * (LARGEST // 101)
    assert send(browser(writer), bank, GIFT + noise).status_code == 200
    assert LARGEST * 4 / 3 * 1.05 < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


@pytest.mark.parametrize("code", [one.code for one in FORMATS.values() if one.write])
def test_what_is_exported_can_be_imported(writer, bank, code):
    client = browser(writer)
    confirm(client, send(client, bank))
    file = client.get(EXPORT, {"bank": bank.pk, "format": code})
    assert file.headers["Content-Disposition"].startswith("attachment") and "no-store" in file.headers["Cache-Control"]
    parcel = read(file.content, code, ["en"], "en")
    assert [one.code for one in parcel.questions] == ["Q1", "Q2"] and not parcel.all_findings
    report = send(client, bank, file.content, f"again{FORMATS[code].ending}")
    assert words(report).count("unchanged") == 2


def test_what_a_format_cannot_carry_is_named_first(writer, bank):
    Question.objects.create(bank=bank, code="S1", type="rating", kind="ATTITUDE").texts.create(
        language="en", stem="I do."
    )
    client = browser(writer)
    page = client.get(EXPORT, {"bank": bank.pk, "format": "gift"})
    assert "The question S1 is not in the file" in words(page)
    assert (
        "attachment"
        in client.get(EXPORT, {"bank": bank.pk, "format": "gift", "anyway": "on"}).headers["Content-Disposition"]
    )


def test_the_template_has_its_columns_and_is_empty(writer):
    file = browser(writer).get(TEMPLATE)
    assert "attachment" in file.headers["Content-Disposition"]
    assert "There is no question in this file" in str(read(file.content, "xlsx", ["en"], "en").findings[0])


@pytest.mark.parametrize("address", [IMPORT, EXPORT, TEMPLATE])
def test_others_are_refused(cast, bank, address):
    assert browser().get(address).status_code == 302
    assert browser(cast.mei).get(address).status_code == 403
    assert browser(cast.auditor).get(address).status_code in {302, 403}
