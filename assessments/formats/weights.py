"""Weights of options, in per cent, and the rule of scoring they stand for. Pure."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from assessments.choices import Scoring
from assessments.formats.parcel import Findings, Place

NEAR = Decimal("0.1")  # files round thirds


def scoring_of(weights: Sequence[Decimal], place: Place, findings: Findings) -> str:
    """Return the rule that gives what the weights give; where none of ours does, say what is lost."""
    right, wrong = [one for one in weights if one > 0], [one for one in weights if one <= 0]
    share = Decimal(100) / len(right)
    if any(abs(one - share) > NEAR for one in right):
        findings.lose(_("different weights of right options"), place)
    if all(one == 0 for one in wrong):
        return Scoring.PARTIAL.value if len(right) > 1 else Scoring.ALL_OR_NOTHING.value
    if all(one == -100 for one in wrong):
        return Scoring.ALL_OR_NOTHING.value
    if any(abs(one + share) > NEAR for one in wrong):
        findings.lose(_("the weights of wrong options"), place)
    return Scoring.PENALTY.value


def weights_for(scoring: str, right: Sequence[int], count: int) -> list[str]:
    """Return the weights of `count` options for a rule, as a file writes them."""
    share = f"{Decimal(100) / len(right):.5f}".rstrip("0").rstrip(".")
    wrong = {Scoring.PARTIAL.value: "0", Scoring.PENALTY.value: f"-{share}"}.get(scoring, "-100")
    return [share if at in right else wrong for at in range(count)]
