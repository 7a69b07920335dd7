"""QR codes as SVG, drawn here so that nothing is asked of another host."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString


def qr_svg(text: str, label: str) -> SafeString:
    """Return a QR code as inline SVG: one path of squares, with a label for readers."""
    rows = segno.make(text, error="m", micro=False).matrix
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows) + 4
    return format_html(
        '<svg class="qr" viewBox="-2 -2 {} {}" role="img" aria-label="{}"><path d="{}"/></svg>',
        size,
        size,
        label,
        squares,
    )
