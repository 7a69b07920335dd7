"""The marker's pages: no handle, no sitting, no order; strangers find nothing."""

import pytest

from assessments.models import Mark
from tests.factories.assessments import written_sitting
from tests.factories.courses import CohortStaffFactory, EnrolmentFactory
from tests.matrix import REFUSED, UNKNOWN
from tests.outcomes import met
from tests.reading import browser, links, words


@pytest.fixture
def marker(cast, roles):
    CohortStaffFactory(cohort=cast.workers, user=cast.hua)
    return browser(cast.hua)


def addresses(client):
    return [one for one in links(client.get("/cms/marking/")) if one.startswith("/cms/marking/") and len(one) > 20]


def test_the_list_says_how_many_wait(marker, written):
    assert "1 answer waits for its points." in words(marker.get("/cms/marking/"))


def test_no_page_says_who_wrote(cast, marker, exam, written, free_text):
    written_sitting(exam, EnrolmentFactory(cohort=cast.workers), free_text, text="Other words")
    for address in [*addresses(marker), "/cms/marking/"]:
        page = marker.get(address).content.decode()
        for one in exam.sittings.all():
            for trace in (str(one.pk), one.pk.hex, one.enrolment.learner.handle, str(one.enrolment_id), "Bridge"):
                assert trace not in page + address


def test_points_are_kept_and_the_next_that_waits_is_shown(cast, marker, exam, written, free_text):
    written_sitting(exam, EnrolmentFactory(cohort=cast.workers), free_text, text="Other words")
    first, second = addresses(marker)
    assert marker.post(first, {"points": "3"}).url == second
    assert marker.post(second, {"points": "1"}).url == "/cms/marking/"
    assert sorted(Mark.objects.values_list("points", flat=True)) == [1, 3]
    assert "All answers have their points." in words(marker.get("/cms/marking/"))


@pytest.mark.parametrize("points", ["5", "-1", "", "two"])
def test_what_are_no_points_is_refused_and_nothing_is_kept(marker, written, points):
    [address] = addresses(marker)
    assert marker.post(address, {"points": points}).status_code == 422
    assert not Mark.objects.exists()


def test_sending_the_same_points_twice_changes_nothing_more(marker, written):
    [address] = addresses(marker)
    for _ in range(2):
        marker.post(address, {"points": "3"})
    assert written.scores.count() == 2


def test_strangers_find_nothing(cast, marker, written):
    [address] = addresses(marker)
    lan = browser(cast.lan)
    for stranger, asked in ((lan, address), (lan, "/cms/marking/ABCDEFGHJKMN/")):
        assert stranger.get(asked, follow=True).status_code == 404
        assert met(stranger.post(asked, {"points": "1"}), asked) == UNKNOWN
    assert met(browser(cast.author).get(address), address) == REFUSED
    assert not Mark.objects.exists()


def test_the_learners_page_says_that_marks_are_missing(cast, marker, written):
    result = f"/en/sittings/{written.pk}/result/"
    assert "Not all marked yet" in words(browser(cast.ying).get(result))
    marker.post(addresses(marker)[0], {"points": "3"})
    assert "Not all marked yet" not in words(browser(cast.ying).get(result))
