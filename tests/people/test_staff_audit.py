"""The staff audit: read by auditors whole, by a technical administrator their own, by nobody else."""

import datetime
import uuid

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from people.audit import record
from people.choices import Deed
from people.models import StaffAction, User
from tests.reading import browser, queries, words

PAGE, TABLE = "/cms/reports/staff/", "/cms/reports/staff/table.csv"


@pytest.fixture
def rows(office, root):
    record(office.lan, Deed.READ_COHORT, office.peers)
    record(root, Deed.MADE_ACCOUNT, office.hua)
    record(office.mei, Deed.READ_IDENTITY, "=1+1")
    StaffAction.objects.create(happened_at=timezone.now(), by=uuid.uuid4(), deed=Deed.MADE_CODES, about="Willow")


def table(user, **asked):
    answer = browser(user).get(TABLE, asked)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/csv")
    return answer.content.decode("utf-8-sig")


def test_an_auditor_reads_who_did_what(office, rows):
    said = words(browser(office.auditor).get(PAGE))
    for part in ("lan", "Read the page of a cohort", "Lotus", "root", "an account that was erased", "Willow"):
        assert part in said
    assert timezone.localtime().strftime("%Y-%m-%d %H:00") in said


def test_a_technical_administrator_reads_their_own(root, rows):
    said = words(browser(root).get(PAGE))
    assert "Made a staff account" in said and "Lotus" not in said and "Willow" not in said
    assert "Lotus" not in table(root)


def test_a_technical_administrator_who_is_an_auditor_reads_all(root, rows):
    root.groups.add(Group.objects.get(name="Auditors"))
    assert "Lotus" in table(root)


@pytest.mark.parametrize("name", ["lan", "author", "lead"])
@pytest.mark.parametrize("address", [PAGE, TABLE])
def test_other_staff_are_refused(office, rows, name, address):
    assert browser(getattr(office, name)).get(address).url == "/cms/"


def test_no_protected_account_is_named_to_an_auditor(office, rows):
    for said in (words(browser(office.auditor).get(PAGE)), table(office.auditor)):
        assert "mei-7kq" not in said and "a colleague who is not named" in said


def test_a_police_auditor_reads_of_no_cohort(warden, rows):
    for said in (words(browser(warden).get(PAGE)), table(warden)):
        assert "Read the page of a cohort" in said
        assert "Lotus" not in said and "Willow" not in said and "mei-7kq" not in said


def test_it_is_narrowed_by_person_and_month(office, rows):
    assert "Lotus" in table(office.auditor, person=office.lan.pk)
    assert "Made a staff account" not in table(office.auditor, person=office.lan.pk)
    erased = table(office.auditor, person="erased")
    assert "Willow" in erased and "Lotus" not in erased
    assert "Lotus" in table(office.auditor, month=timezone.localdate().strftime("%Y-%m"))
    assert "Lotus" not in table(office.auditor, month="2001-01")


@pytest.mark.parametrize("asked", [{"month": "soon"}, {"person": "lan"}, {"month": "2026-13"}])
def test_a_question_that_makes_no_sense_has_no_answer(office, rows, asked):
    for address in (PAGE, TABLE):
        assert browser(office.auditor).get(address, asked, follow=True).status_code == 404


def test_no_cell_of_the_file_is_run(office, rows):
    assert "'=1+1" in table(office.auditor)
    assert ",=1+1" not in table(office.auditor)


def test_the_newest_comes_first_and_the_rest_on_further_pages(office):
    hour = timezone.now() - datetime.timedelta(days=1)
    StaffAction.objects.bulk_create(
        StaffAction(happened_at=hour, by=office.lan.pk, deed=Deed.READ_COHORT, about=f"Number {n}.") for n in range(60)
    )
    first, second = (words(browser(office.auditor).get(PAGE, {"p": page})) for page in (1, 2))
    assert "Number 59." in first and "Number 5." not in first
    assert "Number 5." in second and "Number 59." not in second


def test_reading_and_taking_it_are_recorded(office, rows):
    browser(office.auditor).get(PAGE)
    table(office.auditor)
    deeds = StaffAction.objects.filter(by=office.auditor.pk).values_list("deed", "about")
    assert set(deeds) == {("read report", "staff audit"), ("saved report", "staff audit")}


def test_it_costs_the_same_for_many(office, rows):
    client = browser(office.auditor)
    few = queries(client, PAGE)
    for user in User.objects.all():
        for number in range(3):
            record(user, Deed.READ_COHORT, f"cohort {number}")
    assert queries(client, PAGE) == few
