"""Long words of people, cut after some lines: what is left out can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.panes.chat.emotes import read_x
from app.ui.panes.chat.words import GAP, RowWords, make_range

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

    from app.state import ChatRow

MORE = "…"
FOLDED_KINDS = frozenset({"comment", "question"})


def can_fold(row: ChatRow) -> bool:
    """Whether it is words of somebody, which may be of any length."""
    return row.kind in FOLDED_KINDS and not row.is_deleted


def write_mark(row: ChatRow) -> str:
    """What stands at the end of a folded row: that there is more, and how often it was said."""
    return f"{MORE}{GAP}×{row.count}" if row.count > 1 else MORE


def fold_words(words: RowWords, text: QTextLayout, lines: int, mark: str, mark_px: float) -> RowWords:
    """Words that were laid out, without what stands below so many lines; a mark so wide ends them."""
    end = _find_end(text, text.lineAt(lines - 1), mark_px)
    formats = [
        make_range(one.start, min(one.length, end - one.start), one.format)
        for one in words.formats
        if one.start < end
    ]
    emotes = tuple((at, emote) for at, emote in words.emotes if at < end)
    return RowWords(words.name, f"{_take(words.text, end)}{mark}", formats, words.colour, emotes)


def _find_end(text: QTextLayout, line: QTextLine, mark_px: float) -> int:
    """Behind which letter of a line the mark has room, in Qt's units."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    first = read_x(line.cursorToX(start))
    while end > start and abs(read_x(line.cursorToX(end)) - first) + mark_px > line.width():
        end = text.previousCursorPosition(end)
    return end


def _take(words: str, end: int) -> str:
    """The beginning of a text, as long as Qt counts."""
    units = words.encode("utf-16-le", "surrogatepass")[: 2 * end]
    return units.decode("utf-16-le", "surrogatepass").rstrip()
