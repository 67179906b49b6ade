"""Measures and lays out chat rows, and remembers the rows that were on screen lately."""

from __future__ import annotations

from collections import OrderedDict
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from app.frozen import value
from app.ui.icons import KINDS
from app.ui.panes.chat.badges import Chip, list_chips
from app.ui.panes.chat.emotes import EmotePlace, place_emotes
from app.ui.panes.chat.folding import can_fold
from app.ui.panes.chat.highlights import LOOKS, MARKED_KINDS, NO_RULES, Mark, find_mark
from app.ui.panes.chat.names import WIDEST
from app.ui.panes.chat.words import find_words
from app.ui.panes.chat.wrapping import LEAST_WIDTH, MOST_STRETCH, Block, fit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.state import ChatRow
    from app.ui.look import Role
    from app.ui.panes.chat.fonts import ChatFonts
    from app.ui.panes.chat.highlights import Rules
    from app.ui.panes.chat.names import NameLayout
    from app.ui.panes.chat.words import RowWords

KEPT_LAYOUTS, KEPT_UNFOLDED = 256, 100  # a screen has room for a hundred; each holds 4 KB and more
NAME_SHARE = 0.6  # of the column, at most


class Contents(NamedTuple):
    """What a row shows: its words wait for a column."""

    row: ChatRow
    mark: Mark
    words: RowWords
    icon: Chip | None
    chips: tuple[Chip, ...]
    lines: int  # at most; 0: as many as it takes


class WordColumn(NamedTuple):
    """Where the words of a row stand: from `x`, px `room` wide, the first line `indent` behind that."""

    x: int
    room: int
    name: NameLayout | None
    chips_x: int
    indent: int


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
    initial: str
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
        if known := self._find_kept(row, width):
            self._kept.move_to_end(row.seq)
            return known
        self._lay_out([row], width)
        return self._kept[row.seq]

    def prepare(self, rows: Iterable[ChatRow], width: int) -> None:
        """Lay out together those of these rows that were not yet: the first of them, as many as are kept."""
        missing = (row for row in rows if self._find_kept(row, width) is None)
        self._lay_out([*islice(missing, KEPT_LAYOUTS)], width)

    def _find_kept(self, row: ChatRow, width: int) -> RowLayout | None:
        known = self._kept.get(row.seq)
        return known if known is not None and known.row is row and width in known.widths else None

    def _lay_out(self, rows: list[ChatRow], width: int) -> None:
        """Step after step for all: the same again and again takes a processor half as long as turns."""
        fonts = self.fonts
        contents = [self._read(row) for row in rows]
        columns = [_measure_column(one, width, fonts) for one in contents]
        blocks = [
            fit_words(one.row, one.words, (column.room, column.indent), one.lines, fonts)
            for one, column in zip(contents, columns, strict=True)
        ]
        for places in zip(contents, columns, blocks, strict=True):
            layout = _make_layout(*places, width, fonts)
            self._kept[layout.row.seq] = layout
            self._kept.move_to_end(layout.row.seq)
        while len(self._kept) > KEPT_LAYOUTS:
            self._kept.popitem(last=False)

    def _read(self, row: ChatRow) -> Contents:
        style, mark = self.fonts.style, find_mark(row, self.rules)
        words = find_words(row, handles=style.has_handles, emotes=style.has_emotes)
        is_whole = self.is_whole or row.seq in self._unfolded or not can_fold(row)
        lines = 0 if is_whole else self._count_most(is_tall=not row.text.isascii())
        return Contents(row, mark, words, _find_icon(row), _list_chips(row, mark), lines)

    def _count_most(self, *, is_tall: bool = True) -> int:
        """Lines of a row that is folded: as many as are chosen, no more than a view shows; 0: any number."""
        line = self.fonts.line * (MOST_STRETCH if is_tall else 1)
        chosen, seen = self.fonts.style.lines, int((self._height - 2 * self.fonts.pad_y) / line)
        return min(chosen, seen) if chosen and seen else chosen or seen

    def fit(self, height: int) -> None:
        """A view so high, px, shows the beginning of whatever it shows the end of."""
        before, self._height = self._count_both(), height
        if (now := self._count_both()) != before:
            self._forget_long(min(*now, *before))

    def _count_both(self) -> tuple[int, int]:
        """Lines at most, in tall scripts and in others."""
        return self._count_most(is_tall=True), self._count_most(is_tall=False)

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


def _measure_column(contents: Contents, width: int, fonts: ChatFonts) -> WordColumn:
    x = fonts.name_x
    if contents.icon and not fonts.style.has_avatars:
        x += fonts.avatar + fonts.gap
    room = max(LEAST_WIDTH, width - x - fonts.edge)
    name = _lay_out_name(contents.words.name, fonts, room * NAME_SHARE) if contents.words.name else None
    chips_x = round(name.width) + fonts.gap if name else 0
    indent = chips_x
    for chip in contents.chips:
        indent += fonts.chip_width(chip) + fonts.chip_gap
    return WordColumn(x, room, name, x + chips_x, indent)


def _make_layout(
    contents: Contents, column: WordColumn, block: Block, width: int, fonts: ChatFonts
) -> RowLayout:
    row, mark, whole, icon, chips, _ = contents
    words, text, (tops, bottom, baseline), is_folded = block
    height = round(bottom) + 2 * fonts.pad_y
    emotes = place_emotes(text, words.emotes, fonts) if words.emotes else ()
    least = width if tops else column.x + fonts.edge + _measure_room(text, words.name, column.indent, fonts)
    widths = range(least, WIDEST) if least < width else range(width, width + 1)
    is_plain = fonts.is_roomy and words.text.isascii() and words.name.isascii()
    places = height, column.x, column.chips_x, baseline, tops, emotes, widths, is_plain, is_folded
    return RowLayout(row, mark, column.name, whole.name[:1].upper(), text, whole.colour, icon, chips, *places)


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
