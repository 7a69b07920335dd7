"""What of a programme is frozen with an edition, and the digest that tells one edition from the next."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from courses.models.editions import Edition, EditionStep
from courses.models.programmes import Step

FROZEN = (
    *("sort_order", "kind", "page_id", "opening", "after_id", "offset_months", "offset_days", "open_days"),
    *("window_from", "window_to", "pass_mark"),
)


def frozen_rows(edition: Edition, steps: Sequence[Step]) -> list[EditionStep]:
    """Return the rows that keep these steps, in their order."""
    return [
        EditionStep(
            edition=edition, step=step, **{name: getattr(step, name) for name in FROZEN} | {"sort_order": position}
        )
        for position, step in enumerate(steps)
    ]


def digest_of(steps: Sequence[Step], parts: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what is required, in hexadecimal: other requirements, another digest; other words, the same.

    Steps go by their codes and pages by their translation keys, so that another site with this programme has the same.
    """
    rows = [
        [step.code, step.after.code if step.after else None, str(step.page.translation_key) if step.page else None]
        + [getattr(step, name) for name in FROZEN if name not in {"sort_order", "page_id", "after_id"}]
        for step in steps
    ]
    text = json.dumps({"steps": rows, "parts": parts}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
