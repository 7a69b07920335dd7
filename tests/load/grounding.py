"""Makes the ground of a run in a site's own process, and looks at it; answers in JSON on its last line."""

import json
import sys
from dataclasses import asdict

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- the apps have to be there first

from people.models import User  # noqa: E402
from tests.load.counting import answer_once, hash_costs, statements_of  # noqa: E402
from tests.load.ground import make_ground, stored_answers  # noqa: E402


def main(what: str, number: str, questions: str = "10") -> object:
    """Do what the first word says: `make` for so many learners; `stored` or `statements` for a test; `hashes`."""
    if what == "make":
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        return asdict(make_ground(int(number), int(questions)))
    if what == "statements":
        return len(statements_of(answer_once(int(number), User.objects.get(handle="load-0"))))
    if what == "hashes":
        return hash_costs(int(number))
    return stored_answers(int(number))


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(main(*sys.argv[1:])))
