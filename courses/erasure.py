"""What a programme keeps of somebody who erased the account: that one person was there, and nothing that leads back."""

from courses.models import Completion, Enrolment, Extension, LessonCompletion
from people.choices import PrivacyClass
from people.erasure import register
from people.models import User


def let_go(user: User) -> None:
    """Cut enrolments off from the person; the days of steps and lessons, planned or kept, go.

    Nobody's enrolments (demonstration, synthetic) were in no total of real people and go altogether.
    """
    held = Enrolment.objects.of(user)
    if user.is_demonstration or user.is_synthetic:
        held.delete()
        return
    Completion.objects.filter(enrolment__in=held).delete()
    Extension.objects.filter(enrolment__in=held).delete()
    LessonCompletion.objects.filter(learner=user).delete()
    held.update(learner=None, user_class=PrivacyClass.ORDINARY)


register("courses", let_go)
