"""Without courses there is nothing to demonstrate."""

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.django_db
def test_without_courses_the_demonstration_says_what_to_do() -> None:
    with pytest.raises(CommandError, match="load_curriculum"):
        call_command("demo", verbosity=0)
