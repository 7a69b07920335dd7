"""What goes into files for spreadsheets. Pure."""

from decimal import Decimal

# A spreadsheet takes a cell that begins so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"

Cell = str | int | Decimal | None


def safe_cell(value: Cell) -> str:
    """Return a cell that no spreadsheet runs; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else str(value)
