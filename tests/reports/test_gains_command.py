"""`manage.py gains`: the figures of the report, as JSON and as a table."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Score
from tests.factories.reports import crowd, programme_with_waves, spread


def told(*arguments):
    out = StringIO()
    call_command("gains", *arguments, stdout=out)
    return out.getvalue()


def answer(*arguments):
    return json.loads(told(*arguments, "--json"))


def waves_of(found, audience):
    return next(one for one in found["audiences"] if one["audience"] == audience)["waves"]


def figure(found, audience, wave, rule="mean-percent"):
    return next(one for one in waves_of(found, audience) if (one["wave"], one["rule"]) == (wave, rule))


def test_the_shape(anshan):
    found = answer("anshan")
    assert list(found) == ["programme", "synthetic", "audiences"]
    assert (found["programme"], found["synthetic"]) == ("anshan", True)
    assert [(one["audience"], one["protected"]) for one in found["audiences"]] == [
        ("fellow", True),
        ("police", False),
        ("backbone", True),
    ]
    assert [(one["wave"], one["rule"]) for one in waves_of(found, "police")] == [
        (wave, rule) for wave in ("INTAKE", "END", "FOLLOW_UP", "ANNUAL") for rule in ("mean-percent", "at-least-k")
    ]


def test_the_figures(anshan):
    found = answer("anshan")
    assert figure(found, "police", "INTAKE") == {
        "wave": "INTAKE",
        "rule": "mean-percent",
        "n": 60,
        "percent": 72.5,
        "low": 71.8,
        "high": 73.2,
    }
    percents = {
        audience: [figure(found, audience, wave)["percent"] for wave in ("INTAKE", "END")]
        for audience in ("police", "backbone", "fellow")
    }
    assert percents == {"police": [72.5, 96.4], "backbone": [63, 95], "fellow": [50.9, 90.8]}
    assert isinstance(percents["backbone"][0], int)


def test_a_bound(anshan):
    assert figure(answer("anshan"), "backbone", "END", "at-least-k") == {
        "wave": "END",
        "rule": "at-least-k",
        "n": 30,
        "percent": None,
        "low": None,
        "high": None,
        "bound": {"kind": "at-least", "number": 26, "unit": "people"},
        "reason": "count-is-a-bound",
    }


@pytest.mark.django_db
def test_a_suppressed_figure_is_null_with_its_reason():
    crowd(programme_with_waves(), "police", {"INTAKE": spread(90, 9)})
    nothing = {"n": None, "percent": None, "low": None, "high": None, "reason": "fewer-than-10"}
    assert all(one.items() >= nothing.items() for one in waves_of(answer("anshan"), "police"))


def test_real_people_when_asked_for(anshan):
    crowd(anshan, "social-worker", {"INTAKE": spread(400, 48)}, synthetic=False)
    found = answer("anshan", "--people", "real")
    assert found["synthetic"] is False
    assert [one["audience"] for one in found["audiences"]] == ["social-worker"]


def test_a_table_to_read(anshan):
    assert "mean-percent  INTAKE             60  72.5\u00a0% (71.8 to 73.2)" in told("anshan")


@pytest.mark.django_db
def test_an_unknown_programme_is_named():
    programme_with_waves("anshan")
    with pytest.raises(CommandError, match='There is no programme "anshun". Programmes here: anshan.'):
        told("anshun")


def test_scores_that_do_not_belong_together_are_refused(anshan):
    Score.objects.filter(points=14).update(max_points=15)
    with pytest.raises(CommandError, match="cannot be put together"):
        told("anshan", "--json")
