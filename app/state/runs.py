"""Runs of the same deed, follows for one, which are one row of the chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.state.chat_row import ChatRow

RUN_KINDS = frozenset({"follow", "share"})
RUN_MS, RUN_ROWS = 60_000, 8  # what goes on for longer, or is further up, is a row of its own
KEPT_OTHERS = 20


def join_run(row: ChatRow, rows: Sequence[ChatRow]) -> ChatRow | None:
    """The row that takes this one in, among the last of them; None where it stands by itself."""
    if row.kind not in RUN_KINDS:
        return None
    for known in reversed(rows[-RUN_ROWS:]):
        if known.kind == row.kind and 0 <= row.at_ms - known.at_ms <= RUN_MS:
            return _add(known, row)
    return None


def _add(run: ChatRow, row: ChatRow) -> ChatRow:
    """The run with one more; who did it twice counts once."""
    people = (run.user.key, *(other.key for other in run.others))
    if row.user.key in people:
        return run
    return replace(run, others=(*run.others, row.user)[:KEPT_OTHERS], count=run.count + 1)
