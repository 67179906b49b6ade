"""Tables for spreadsheets: strangers' words in them are words, whatever they begin with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # begin a formula (OWASP, CSV injection)


def guard_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def write_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV, with a mark at its beginning by which spreadsheets know its coding."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([guard_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return f"\ufeff{out.getvalue()}"
