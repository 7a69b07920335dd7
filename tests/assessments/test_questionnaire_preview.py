"""A questionnaire previewed: as a learner with its statements, as a visitor without a button; nothing is kept."""

import pytest

from assessments.models import QuestionnaireResponse
from tests.factories.assessments import questionnaire
from tests.reading import browser, words


@pytest.mark.parametrize(("mode", "can_keep"), [("social-worker:en", True), ("visitor:en", False)])
def test_statements_are_shown_and_nothing_is_kept(cast, mode, can_keep):
    page = questionnaire(cast.programme)
    request = browser(cast.author).get("/en/").wsgi_request
    said = words(page.make_preview_request(request, mode))
    assert said.count("Not at all") == 3
    assert ("Keep my answers" in said) is can_keep
    assert not QuestionnaireResponse.objects.exists()
