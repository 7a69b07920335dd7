"""What the worker does for certificates; safe to run twice."""

from certificates.actions import issue_due
from certificates.criteria import criteria_in
from certificates.models import Award
from courses.models import Edition, Enrolment


def issue(enrolment_id: str) -> int:
    """Issue what an enrolment has earned; return how many certificates were made now."""
    enrolment = Enrolment.objects.filter(pk=enrolment_id, learner__isnull=False).first()
    return len(issue_due(enrolment)) if enrolment else 0


def issue_forgotten() -> int:
    """Issue what no job did, because a broker lost it: every enrolment with all steps of an award and no certificate."""
    made = 0
    for award in Award.objects.prefetch_related("steps"):
        # Who erased the account left an enrolment for the totals, and nobody to hold a certificate.
        present = Enrolment.objects.filter(programme=award.programme_id, learner__isnull=False)
        lacking = present.exclude(learner__certificates__award=award)
        for edition in (None, *Edition.objects.filter(programme=award.programme_id)):
            ready = lacking.filter(terms__edition=edition)
            for one in criteria_in(edition, [award]):
                for code in one.codes:
                    ready = ready.filter(completions__step__code=code)
                made += sum(len(issue_due(enrolment)) for enrolment in ready if one.codes)
    return made
