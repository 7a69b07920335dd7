"""What is missing in a lesson, said to its author: what, where, what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.choices import LocalTopic
from courses.content_checks import Finding, Lack


def said(finding: Finding) -> str:
    """Return a finding as sentences in the language of the page."""
    sentence = _sentence(finding)
    if finding.block is None:
        return sentence
    return _("Block %(number)s: %(sentence)s") % {"number": finding.block, "sentence": sentence}


def _sentence(finding: Finding) -> str:
    if finding.lack is Lack.LONG_SENTENCES:
        return ngettext(
            "%(count)s sentence is very long. Make two of it.",
            "%(count)s sentences are very long. Make two of each.",
            finding.figures["count"],
        ) % dict(finding.figures)
    if finding.lack is Lack.LOCAL:
        topics = {str(code): label for code, label in LocalTopic.choices}
        topic = topics.get(finding.figures["topic"], finding.figures["topic"])
        return _("“%(topic)s” is not resolved for each country of this site. Ask the owner for a local rule.") % {
            "topic": topic
        }
    return _SENTENCES[finding.lack]() % dict(finding.figures)


_SENTENCES = {
    Lack.KEY: lambda: _("The lesson does not begin with a key message. Say first what must be remembered."),
    Lack.ALT: lambda: _("The picture has no words for those who cannot see it. Write what it shows."),
    Lack.ALT_REPEATS: lambda: _(
        "The words for the picture repeat the line below it. Write what can be seen, or leave the line out."
    ),
    Lack.CAPTIONS: lambda: _("The film has no captions in the language of this page. Add them."),
    Lack.TRANSCRIPT: lambda: _("The words of the film are missing. Add them as text."),
    Lack.TOO_LONG: lambda: _(
        "Reading takes about %(minutes)s minutes even for a practised reader; the page says %(stated)s. "
        "Shorten it, or change the number."
    ),
    Lack.SOURCES: lambda: _("No source is named. List where its facts come from."),
    Lack.SOURCE_OPEN: lambda: _("This source is not settled: “%(source)s”. Give its year or its number."),
}
