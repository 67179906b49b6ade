"""Measures and lays out chat rows, and remembers the rows that were on screen lately."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout

from app.frozen import value
from app.ui.icons import KINDS
from app.ui.panes.chat.badges import Chip, list_chips
from app.ui.panes.chat.emotes import EmotePlace, place_emotes
from app.ui.panes.chat.folding import can_fold, fold_words, write_mark
from app.ui.panes.chat.highlights import LOOKS, MARKED_KINDS, NO_RULES, Mark, find_mark
from app.ui.panes.chat.names import WIDEST, make_row_option
from app.ui.panes.chat.words import find_words, make_range

if TYPE_CHECKING:
    from app.state import ChatRow
    from app.ui.look import Role
    from app.ui.panes.chat.fonts import ChatFonts
    from app.ui.panes.chat.highlights import Rules
    from app.ui.panes.chat.names import NameLayout
    from app.ui.panes.chat.words import RowWords

KEPT_LAYOUTS, KEPT_UNFOLDED = 512, 100
MOST_STRETCH = 1.3  # of lines in tall scripts
NAME_SHARE = 0.6  # of the column, at most
LEAST_WIDTH = 80
SLACKS = (1.0, 3.0, 9.0, 1e9)  # of the mark's width; what is read both ways may need more
Lines: TypeAlias = tuple[tuple[int, ...], float, float]


class Block(NamedTuple):
    """Words that were laid out: the tops of the lines but the first, their height, the first baseline."""

    words: RowWords
    text: QTextLayout
    lines: Lines
    is_folded: bool = False


@value
class RowLayout:
    """A row ready to draw, in pixels.

    Its words begin at `x`, its first line stands on `baseline`, badges follow the name at `chips_x`; `colour`
    is the role of that of words without a format, `lines` are the tops of all lines but the first, `emotes`
    stand in the words. What `is_plain` stays within its rectangle: accents may be piled up. What `is_folded`
    says more than is seen. In all columns of these `widths` it would be the same.
    """

    row: ChatRow
    mark: Mark
    name: NameLayout | None
    text: QTextLayout
    colour: Role
    icon: Chip | None
    chips: tuple[Chip, ...]
    height: int
    x: int
    chips_x: int
    baseline: float
    lines: tuple[int, ...]
    emotes: tuple[EmotePlace, ...]
    widths: range
    is_plain: bool
    is_folded: bool = False


class ChatLayouts:
    """Layouts by the number of the row. A row that changed is laid out anew: rows are values.

    Attributes:
        rules: what makes rows stand out.
        is_whole: no row is folded.
    """

    def __init__(self, fonts: ChatFonts) -> None:
        self.fonts = fonts
        self.is_whole = False
        self._height = 0
        self._unfolded: OrderedDict[int, None] = OrderedDict()
        self.rules: Rules = NO_RULES
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()

    def find_layout(self, row: ChatRow, width: int) -> RowLayout:
        """The layout of a row in a column of that width, made when it is first asked for."""
        known = self._kept.get(row.seq)
        if known is not None and known.row is row and width in known.widths:
            self._kept.move_to_end(row.seq)
            return known
        is_whole = self.is_whole or row.seq in self._unfolded or not can_fold(row)
        lines = 0 if is_whole else self._count_most(is_tall=not row.text.isascii())
        made = _lay_out_row(row, width, self.fonts, find_mark(row, self.rules), lines)
        self._kept[row.seq] = made
        self._kept.move_to_end(row.seq)
        if len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)
        return made

    def _count_most(self, *, is_tall: bool = True) -> int:
        """Lines of a row that is folded: as many as are chosen, no more than a view shows; 0: any number."""
        line = self.fonts.line * (MOST_STRETCH if is_tall else 1)
        chosen, seen = self.fonts.style.lines, int((self._height - 2 * self.fonts.pad_y) / line)
        return min(chosen, seen) if chosen and seen else chosen or seen

    def fit(self, height: int) -> None:
        """A view so high, px, shows the beginning of whatever it shows the end of."""
        if height != self._height:
            before, self._height = self._count_most(), height
            self._forget_long(min(self._count_most(), before))

    def _forget_long(self, lines: int) -> None:
        """Lay out those anew that are folded, or have more lines."""
        long = [seq for seq, one in self._kept.items() if one.is_folded or len(one.lines) >= lines]
        for seq in long:
            del self._kept[seq]

    def resize(self, fonts: ChatFonts) -> None:
        """Use another text size from now on."""
        self.fonts = fonts
        self._kept.clear()

    def show_whole(self, *, is_wished: bool) -> bool:
        """Fold no row, or those again that are long; whether that is another look."""
        is_other = self.is_whole != is_wished
        self.is_whole = is_wished
        if is_other:
            self._forget_long(self._count_most())
        return is_other

    def turn_row(self, row: ChatRow, width: int) -> bool:
        """Unfold a row, or fold it again; whether there is anything to unfold."""
        is_unfolded = row.seq in self._unfolded
        if not is_unfolded and not self.find_layout(row, width).is_folded:
            return False
        if is_unfolded:
            del self._unfolded[row.seq]
        else:
            self._unfolded[row.seq] = None
        if len(self._unfolded) > KEPT_UNFOLDED:
            self._unfolded.popitem(last=False)
        self._kept.pop(row.seq, None)
        return True

    def forget(self) -> None:
        """Forget rows of another room: its numbers begin anew."""
        self._unfolded.clear()
        self._kept.clear()

    def mark(self, rules: Rules) -> None:
        """Let other rows stand out from now on."""
        self.rules = rules
        self._kept.clear()


def _lay_out_row(row: ChatRow, width: int, fonts: ChatFonts, mark: Mark, most_lines: int = 0) -> RowLayout:
    style, icon, chips = fonts.style, _find_icon(row), _list_chips(row, mark)
    words = find_words(row, handles=style.handles, emotes=style.emotes)
    x = fonts.name_x
    if icon and not style.avatars:
        x += fonts.avatar + fonts.gap
    room = max(LEAST_WIDTH, width - x - fonts.edge)
    name = _lay_out_name(words.name, fonts, room * NAME_SHARE) if words.name else None
    chips_x = round(name.width) + fonts.gap if name else 0
    indent = chips_x + sum(fonts.chip_width(chip) + fonts.chip_gap for chip in chips)
    words, text, (tops, bottom, baseline), is_folded = _fit_words(
        row, words, (room, indent), most_lines, fonts
    )
    height = round(bottom) + 2 * fonts.pad_y
    emotes = place_emotes(text, words.emotes, fonts) if words.emotes else ()
    least = width if tops else x + fonts.edge + _measure_room(text, words.name, indent, fonts)
    widths = range(least, WIDEST) if least < width else range(width, width + 1)
    is_plain = fonts.is_roomy and words.text.isascii() and words.name.isascii()
    places = height, x, x + chips_x, baseline, tops, emotes, widths, is_plain, is_folded
    return RowLayout(row, mark, name, text, words.colour, icon, chips, *places)


def _fit_words(row: ChatRow, words: RowWords, column: tuple[int, int], lines: int, fonts: ChatFonts) -> Block:
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


def _measure_room(text: QTextLayout, name: str, indent: int, fonts: ChatFonts) -> int:
    """The room that a name and its words need in one line, px; a name that was cut has no part in this."""
    own = text.lineAt(0).naturalTextWidth() if text.lineCount() else 0.0
    named = fonts.name(name).width / NAME_SHARE if name else 0.0
    return ceil(max(LEAST_WIDTH, indent + max(own, LEAST_WIDTH // 2), named)) + 1


def _lay_out_name(name: str, fonts: ChatFonts, most: float) -> NameLayout:
    """A name that is too wide is cut: what somebody says matters more."""
    whole = fonts.name(name)
    if whole.width <= most:
        return whole
    return fonts.name(fonts.bold_metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(most)))


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


def _find_icon(row: ChatRow) -> Chip | None:
    """What stands in the place of a picture where something happened rather than was said."""
    return Chip(*KINDS[row.kind]) if row.kind in KINDS and row.kind not in MARKED_KINDS else None


def _list_chips(row: ChatRow, mark: Mark) -> tuple[Chip, ...]:
    """Why the row stands out, a question's mark, then the badges of its person."""
    if row.kind not in MARKED_KINDS:
        return ()
    asks = (Chip(*KINDS["question"]),) if row.kind == "question" else ()
    why = LOOKS[mark] if mark else None
    badges = list_chips(row.user)
    shown = why is None or any(badge[:2] == why for badge in badges)
    return asks + badges if shown or why is None else (*asks, Chip(*why), *badges)
