"""Published figures in templates: each filter takes one from behind the gate and says it in the reader's language."""

from django import template

from reports import sentences

register = template.Library()

register.filter("size", sentences.size)
register.filter("headcount", sentences.headcount)
register.filter("figure", sentences.figure_cell)
register.filter("short", sentences.short)
register.filter("interval", sentences.interval_of)
register.filter("points", sentences.points)
