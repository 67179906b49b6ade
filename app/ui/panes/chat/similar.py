"""Which comments say nearly the same shortly after each other. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words import show

if TYPE_CHECKING:
    from app.state import ChatRow

LEAST = 0.9  # as alike, of 1, as Chatterino has it
WITHIN_MS = 5_000
BACK = 5  # rows that are looked at
COMPARED = 200  # characters


def is_similar(row: ChatRow, earlier: ChatRow) -> bool:
    """Whether a comment says nearly what an earlier one does, within 5 s."""
    if row.kind != "comment" or earlier.kind != "comment" or row.is_deleted or earlier.is_deleted:
        return False
    if not 0 <= row.at_ms - earlier.at_ms <= WITHIN_MS:
        return False
    first, second = (show(one.text)[:COMPARED].casefold() for one in (earlier, row))
    if first == second:
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415 - not for the first picture

    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= LEAST and matcher.quick_ratio() >= LEAST and matcher.ratio() >= LEAST
