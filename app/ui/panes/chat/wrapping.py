"""Wraps the words of chat rows behind names and badges, and folds those that are long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from app.ui.panes.chat.folding import fold_words, write_mark
from app.ui.panes.chat.names import make_row_option
from app.ui.panes.chat.words import make_range

if TYPE_CHECKING:
    from app.state import ChatRow
    from app.ui.panes.chat.fonts import ChatFonts
    from app.ui.panes.chat.words import RowWords

MOST_STRETCH = 1.3  # of lines in tall scripts
LEAST_WIDTH = 80
SLACKS = (1.0, 3.0, 9.0, 1e9)  # of the mark's width; what is read both ways may need more
Lines: TypeAlias = tuple[tuple[int, ...], float, float]


class Block(NamedTuple):
    """Words that were laid out: the tops of the lines but the first, their height, the first baseline."""

    words: RowWords
    text: QTextLayout
    lines: Lines
    is_folded: bool = False


def fit_words(row: ChatRow, words: RowWords, column: tuple[int, int], lines: int, fonts: ChatFonts) -> Block:
    """Words in a column, behind name and badges; folded where they need more lines; 0: never."""
    block = _lay_out_words(words, column, fonts)
    own = 1 + len(block.lines[0]) - block.text.lineCount()  # the line of the name alone
    most = max(1, lines - own)
    if not lines or block.text.lineCount() <= most:
        return block
    folded, mark = block, write_mark(row)
    mark_px = fonts.text_metrics.horizontalAdvance(mark)
    for slack in SLACKS:
        cut = fold_words(words, block.text, most, mark, slack * mark_px)
        folded = _lay_out_words(cut, column, fonts)._replace(is_folded=True)
        if folded.text.lineCount() <= most:
            break
    return folded


def _lay_out_words(words: RowWords, column: tuple[int, int], fonts: ChatFonts) -> Block:
    text = QTextLayout(words.text, fonts.text)
    text.setCacheEnabled(True)  # it will be drawn: what was shaped to measure it need not be shaped again
    text.setTextOption(make_row_option())
    if looks := words.formats + [make_range(at, 1, fonts.emote_look) for at, _ in words.emotes]:
        text.setFormats(looks)
    return Block(words, text, _break_text(text, words.text, *column, fonts))


def _break_text(text: QTextLayout, words: str, width: int, indent: int, fonts: ChatFonts) -> Lines:
    """Wrap to `width`, the first line behind name and badges; below them where its first word had to break.

    Returns:
        The tops of the lines but the first, the height, the first baseline.
    """
    inset = min(indent, width)
    if width - inset < LEAST_WIDTH // 2:
        return _break_lines(text, width, -1, fonts)
    broken = _break_lines(text, width, inset, fonts)
    end = text.lineAt(0).textLength() if inset and broken[0] else 0
    if 0 < end < len(words) and words[:end].isascii() and words[: end + 1].isalnum():
        return _break_lines(text, width, -1, fonts)
    return broken


def _break_lines(text: QTextLayout, width: int, inset: int, fonts: ChatFonts) -> Lines:
    """Wrap with the first line so far to the right; -1: the first line of the row is the name's alone.

    Fonts of some scripts ask for lines half as high again: they get a little more, so that rows stay even.
    """
    tops = []
    bottom, baseline = (fonts.line, fonts.baseline) if inset < 0 else (0.0, 0.0)
    inset, tight = max(0, inset), fonts.line / fonts.natural
    text.beginLayout()
    while (line := text.createLine()).isValid():
        if bottom:
            tops.append(round(bottom))
            inset = 0
        line.setLineWidth(width - inset)
        height = min(max(line.height() * tight, fonts.line), fonts.line * MOST_STRETCH)
        stands = (height - fonts.line) / 2 + fonts.baseline
        line.setPosition(QPointF(inset, bottom + stands - line.ascent()))
        baseline = baseline or stands
        bottom += height
    text.endLayout()
    return tuple(tops), max(bottom, fonts.line), baseline or fonts.baseline
