"""What a dry run says, in words: rounded and bounded numbers, never a single person's."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.actions.regrading import Impact
from assessments.impact import FEWEST, Shown, Tally, rounded, shown


@dataclass(frozen=True)
class Line:
    """One number with what it counts."""

    label: str
    said: str


@dataclass(frozen=True)
class Group:
    """What is said of protected people, or of the others; `is_hidden` where there are too few for any number."""

    title: str
    is_hidden: bool
    lines: list[Line]


def said(number: Shown) -> str:
    """Return a shown number in words."""
    if number.kind == "at-most":
        return _("{number} or fewer").format(number=number.number)
    if number.kind == "at-least":
        return _("{number} or more").format(number=number.number)
    if number.kind == "about":
        return _("about {number}").format(number=number.number)
    return _("not shown")


def groups_of(found: Impact) -> list[Group]:
    """Return what is said of each group that has anybody in it."""
    return [_group(found, is_protected) for is_protected in (True, False) if found.groups[is_protected].people]


def _group(found: Impact, is_protected: bool) -> Group:
    tally = found.groups[is_protected]
    title = _("Protected audiences") if is_protected else _("Other audiences")
    fewest = FEWEST[is_protected]
    if tally.people < fewest:
        line = Line(_("People who were asked this question"), _("fewer than {number}").format(number=fewest))
        return Group(title, True, [line])
    return Group(title, False, [*_sums(tally, is_protected), *_follows(found, is_protected)])


def _sums(tally: Tally, is_protected: bool) -> list[Line]:
    def of_people(count: int) -> str:
        return said(shown(count, tally.people, is_protected=is_protected))

    def of_sittings(count: int) -> str:
        return said(shown(count, tally.sittings, is_protected=is_protected, people=tally.people))

    # That everybody was asked is no secret about anybody: the size itself is only rounded.
    return [
        Line(_("People who were asked this question"), said(Shown("about", rounded(tally.people)))),
        Line(_("Tests they handed in"), said(Shown("about", rounded(tally.sittings)))),
        Line(_("Scores that move"), of_sittings(tally.moved)),
        *(Line(_by(points), of_sittings(count)) for points, count in sorted(tally.by.items(), reverse=True)),
        Line(_("People who reach the mark now"), of_people(tally.now_pass)),
        Line(_("People who no longer reach the mark; what they completed stays"), of_people(tally.no_longer)),
        Line(_("Tests whose answers are no longer kept; they keep their score"), of_sittings(tally.not_kept)),
    ]


def _follows(found: Impact, is_protected: bool) -> list[Line]:
    people = found.groups[is_protected].people
    return [
        Line(one.label, said(shown(count, people, is_protected=is_protected)))
        for one, count in found.consequences.items()
        if one.is_protected == is_protected
    ]


def _by(points: int) -> str:
    if points > 0:
        return ngettext("by {points} point more", "by {points} points more", points).format(points=points)
    if points < 0:
        return ngettext("by {points} point less", "by {points} points less", -points).format(points=-points)
    return _("same points, but of another number")
