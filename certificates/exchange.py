"""What a course's file holds of certificates: the programme's awards, the steps that earn them, their words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from certificates.models import Award, AwardText
from courses.exchange.faults import Report
from courses.exchange.parts import register
from courses.exchange.references import Incoming, Outgoing
from courses.models import Programme

TEXT = ("language", "title", "statement")
AWARD = {"slug", "steps", "valid_years", "texts"}


def award_out(award: Award) -> dict[str, Any]:
    """Return an award with the codes of its steps and its words in every language."""
    return {
        "slug": award.slug,
        "steps": sorted(award.steps.values_list("code", flat=True)),
        "valid_years": award.valid_years,
        "texts": [{name: getattr(one, name) for name in TEXT} for one in award.texts.order_by("language")],
    }


class AwardsPart:
    """The share of this app."""

    def collect(self, programme: Programme, refs: Outgoing) -> dict[str, Any]:
        """Return the awards of a programme in order."""
        return {"awards": [award_out(one) for one in programme.awards.order_by("position", "slug")]}

    def check(self, data: Any, report: Report) -> None:
        """Note awards without shape."""
        awards = data.get("awards") if isinstance(data, dict) else None
        if not isinstance(awards, list) or any(not isinstance(one, dict) or set(one) != AWARD for one in awards):
            report.fault(_("awards"), _("Something is missing here. Export the course again."))

    def before(self, data: Mapping[str, Any], refs: Incoming, report: Report) -> None:
        """Write nothing: no page refers to an award."""

    def after(self, data: Mapping[str, Any], programme: Programme, refs: Incoming, report: Report) -> None:
        """Write the awards this site does not hold; others are compared and left as they are."""
        steps = {step.code: step for step in programme.steps.all()}
        held = {one.slug: one for one in programme.awards.all()}
        for position, wanted in enumerate(data["awards"]):
            place = f"{_('award')} {wanted['slug']}"
            if wanted["slug"] in held:
                if award_out(held[wanted["slug"]]) == wanted:
                    report.same.append(place)
                else:
                    report.leave(place, _("It is another one here and was left as it is."))
                continue
            missing = [code for code in wanted["steps"] if code not in steps]
            if missing:
                report.fault(
                    place, _("It counts steps that are not in the file: %(codes)s.") % {"codes": ", ".join(missing)}
                )
                continue
            made = Award(programme=programme, slug=wanted["slug"], valid_years=wanted["valid_years"], position=position)
            made.full_clean()
            made.save()
            made.steps.set([steps[code] for code in wanted["steps"]])
            AwardText.objects.bulk_create(
                [AwardText(award=made, **{name: one[name] for name in TEXT}) for one in wanted["texts"]]
            )
            report.made.append(place)


register("awards", AwardsPart())
