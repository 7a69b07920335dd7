"""What holds in the learner's country: by the cohort's organisation, otherwise as the owner of the site says."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from config.groundwork.roles import make_roles
from courses.desk.health import resolved_topics
from courses.desk.notes import country_of, local_rules
from courses.models import LocalRule, PlaceCountry
from tests.factories.courses import home_page
from tests.factories.people import OrganisationFactory
from tests.reading import browser, words

MARCH = datetime.date(2026, 3, 1)


def rule(country="CN", topic="naloxone", language="en", text="Only on prescription.", **fields):
    return LocalRule.objects.create(
        country=country, topic=topic, language=language, text=text, source="A law, 2025", checked_in=MARCH, **fields
    )


@pytest.fixture
def bureau(cast):
    """The bureau above the station to which Mei's cohort belongs."""
    found = OrganisationFactory(kind="bureau")
    cast.peers.organisation = OrganisationFactory(parent=found)
    cast.peers.save()
    return found


def test_the_country_is_that_of_the_cohorts_organisation_or_of_one_above(cast, bureau):
    PlaceCountry.objects.create(organisation=None, country="VN")
    PlaceCountry.objects.create(organisation=bureau, country="CN")
    assert country_of(cast.mei) == "CN"
    assert country_of(cast.bo) == "VN"


def test_the_nearest_place_decides(cast, bureau):
    PlaceCountry.objects.create(organisation=bureau, country="CN")
    PlaceCountry.objects.create(organisation=cast.peers.organisation, country="KH")
    assert country_of(cast.mei) == "KH"


def test_where_nobody_named_a_country_there_is_none_and_no_rule(cast):
    rule()
    assert country_of(cast.mei) == ""
    assert local_rules("", ["naloxone"], "en") == {}


def test_a_place_has_one_country_and_the_site_too(cast, bureau):
    PlaceCountry.objects.create(organisation=None, country="VN")
    with pytest.raises(ValidationError, match="has a country already"):
        PlaceCountry(organisation=None, country="CN").full_clean()
    PlaceCountry(organisation=bureau, country="CN").full_clean()


@pytest.mark.django_db
def test_a_rule_is_read_in_the_language_of_the_page_then_in_english_then_in_any():
    rule(language="zh-hans", text="凭处方。")
    assert local_rules("CN", ["naloxone"], "my")["naloxone"].text == "凭处方。"
    rule(language="en")
    assert local_rules("CN", ["naloxone"], "my")["naloxone"].language == "en"
    assert local_rules("CN", ["naloxone"], "zh-hans")["naloxone"].language == "zh-hans"
    assert local_rules("VN", ["naloxone"], "en") == {}
    assert local_rules("CN", ["custody"], "en") == {}


@pytest.mark.django_db
def test_a_topic_is_resolved_once_every_country_of_the_site_has_it():
    rule()
    assert resolved_topics() == frozenset()
    PlaceCountry.objects.create(organisation=None, country="CN")
    assert resolved_topics() == {"naloxone"}
    PlaceCountry.objects.create(organisation=OrganisationFactory(), country="KH")
    assert resolved_topics() == frozenset()


FORM = {"country": "CN", "topic": "pep", "language": "en", "text": "At once.", "source": "WHO, 2024"}


def test_a_moderator_states_a_rule_and_the_month_alone_is_kept(cast):
    make_roles([home_page()])
    client = browser(cast.author)
    answer = client.post("/cms/localrule/new/", FORM | {"checked_in": "2026-03-17"}, follow=True)
    assert "China: Medicine after a needle-stick (en)" in words(answer)
    assert LocalRule.objects.get().checked_in == MARCH
    again = client.post("/cms/localrule/new/", FORM | {"checked_in": "2026-03-17"})
    assert "Change that one." in words(again)
    assert client.get("/cms/placecountry/").status_code == 200


def test_a_trainer_states_none(cast):
    make_roles([home_page()])
    browser(cast.lan).post("/cms/localrule/new/", FORM | {"checked_in": "2026-03-17"})
    assert not LocalRule.objects.exists()
