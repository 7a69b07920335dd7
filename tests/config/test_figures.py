"""Synthetic scores: the same on every site, and apart from one another."""

import pytest

from config.demonstration.figures import GROUPS, people_of


class GroupTests:
    @pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.audience)
    def test_the_same_people_every_time(self, group) -> None:
        assert people_of(group) == people_of(group)

    @pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.audience)
    def test_scores_lie_apart(self, group) -> None:
        assert len({person.points["intake"] for person in people_of(group)}) > 5

    @pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.audience)
    def test_sums_are_exact(self, group) -> None:
        everybody = people_of(group)
        assert sum(person.points["intake"] for person in everybody) == group.before
        assert sum(person.points["end"] for person in everybody) == group.after
        assert sum("exam" in person.points for person in everybody) == group.stayed
