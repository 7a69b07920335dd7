"""A whole table through the gate."""

from reports.disclosure.changes import publish_change
from reports.disclosure.counts import publish_count, publish_missing
from reports.disclosure.figures import publish_figure
from reports.disclosure.published import Published, PublishedCell, PublishedTable
from reports.disclosure.raw import Raw, RawChange, RawCount, RawFigure, RawTable


def publish_table(table: RawTable) -> PublishedTable:
    """Publish every place of a table, in order. Rules over several places at once belong here, after these."""
    return PublishedTable(tuple(PublishedCell(cell.row, cell.column, _publish(cell.content)) for cell in table.cells))


def _publish(content: Raw) -> Published:
    if isinstance(content, RawFigure):
        return publish_figure(content)
    if isinstance(content, RawCount):
        return publish_count(content.privacy_class, content.number)
    if isinstance(content, RawChange):
        return publish_change(content)
    return publish_missing(content.privacy_class, content.started, content.present)
