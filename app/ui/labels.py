"""Labels: they show phrases in the user's language, never markup, and cut with … where there is no room."""

from __future__ import annotations

import math
from typing import TypedDict, Unpack

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPaintEvent, QPalette, QStaticText
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.icons import draw_icon
from app.ui.look import Role, Size, enlarge, find_look, make_font
from app.ui.painting import open_painter, shape_text
from app.ui.text import clean_sentence, isolate, write_tooltip
from app.words import show

LABEL_LIMIT = 300
KEPT_WIDTHS = 16  # of a label: its words, their wordings, what they may become
ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | ABSOLUTE
ONE_LINE = Qt.TextFlag.TextSingleLine.value
LEAST_SHRINK = 0.72  # of the size: below that, words are cut rather than written smaller


class LabelLook(TypedDict, total=False):
    """How a label looks, where it is not as usual."""

    size: Size
    colour: Role
    bold: bool


class Label(QLabel):
    """A line or a paragraph of plain text.

    Args:
        words: first text.
        size: of the text.
        colour: role of its colour.
    """

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        size: Size = "body",
        colour: Role = "text",
        bold: bool = False,
    ) -> None:
        self._size, self._colour, self._bold, self._pixels = size, colour, bold, 0
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.redress()
        self.setText(show(words))

    @property
    def colour(self) -> Role:
        """The role of its colour."""
        return self._colour

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802
        """Align as the layout is mirrored: Qt would go by the direction of the words."""
        super().setAlignment(_mirror(alignment, self.layoutDirection()) | ABSOLUTE)

    def tint(self, colour: Role) -> None:
        """Use the colour of another role."""
        self._colour = colour
        palette, painted = self.palette(), find_look().find_colour(colour)
        if palette.color(QPalette.ColorRole.WindowText).name() != painted:
            palette.setColor(QPalette.ColorRole.WindowText, painted)
            self.setPalette(palette)

    def resize_text(self, pixels: int) -> None:
        """Use another text size; making and setting the same font again takes as long as painting."""
        if pixels != self._pixels:
            self._pixels = pixels
            self.setFont(make_font(pixels, bold=self._bold))

    def redress(self) -> None:
        """Take colour and size of now; whoever chose another size by `resize_text` does so again."""
        self.tint(self._colour)
        self.resize_text(find_look().find_pixels(self._size))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A style sheet brings back the palette from before it, when a pane moves to another place."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.tint(self._colour)

    def present(self, words: str) -> None:
        """Show words; setting the same text again would lay the window out again."""
        shown = show(words)
        if shown != self.text():
            self.setText(shown)

    def fit(self, width: int) -> None:
        """As high as the words need at this width: layouts alone squeeze paragraphs.

        Qt never reports less height than the minimum that is set.
        """
        self.setMinimumHeight(0)
        self.setFixedHeight(self.heightForWidth(width))


def caption(words: str, colour: Role = "muted") -> Label:
    """A paragraph in small type."""
    label = Label(words, size="caption", colour=colour)
    label.setWordWrap(True)
    return label


class NameLabel(Label):
    """One line that strangers wrote: cleaned, isolated in direction, elided, in full in the tooltip."""

    def __init__(self, words: str = "", parent: QWidget | None = None, **look: Unpack[LabelLook]) -> None:
        self._widths: dict[str, float] = {}
        self._shaped: tuple[str, int, bool] | None = None
        self._static = QStaticText()
        super().__init__(words, parent, **look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def present(self, words: str) -> None:
        """Show words of any origin."""
        line = clean_sentence(show(words), LABEL_LIMIT)
        if line != self.text():
            self.setText(line)
            self.setToolTip(write_tooltip(line) if line else "")

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the font, whatever script the words are in."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do: the text is cut."""
        return QSize(24, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """In another font words have another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw what fits."""
        if words := self.text():
            self._draw(
                self._turn(words if self._has_place(words) else _cut(words, self.font(), self._room_px))
            )

    def _turn(self, words: str) -> str:
        """Words that go in their own direction."""
        return isolate(words)

    def _has_place(self, words: str) -> bool:
        """Whether there is room for these words."""
        return self.measure(words) <= self._room_px

    def measure(self, words: str) -> float:
        """The width of words in its font; each paint asks, and what they take is measured once."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[words] = QFontMetricsF(self.font()).horizontalAdvance(words)
        return width

    @property
    def _room_px(self) -> int:
        """The width that words have; Qt repaints no more than that when they change."""
        return self.contentsRect().width()

    def _draw(self, words: str, look: QFont | None = None) -> None:
        """Draw in one line. What stands at the left is shaped once: that takes as long as the paint."""
        font = self.font() if look is None else look
        where = self.alignment()  # visual already: see `setAlignment`
        with open_painter(self) as painter:
            painter.setFont(font)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            if where == LEFT:
                static = self._shape_text(words, font)
                area = self.contentsRect()
                top = area.y() + math.ceil((area.height() - static.size().height()) / 2)  # as drawText does
                painter.drawStaticText(area.x(), top, static)
            else:
                painter.drawText(self.contentsRect(), where.value | ONE_LINE, words)

    def _shape_text(self, words: str, font: QFont) -> QStaticText:
        key = words, font.pixelSize(), font.bold()
        if key != self._shaped:
            self._shaped, self._static = key, shape_text(words, font)
        return self._static


class FittingLabel(NameLabel):
    """One line of ours in the longest of several wordings that fits; the shortest is written smaller first.

    `text` is the longest: layouts, screen readers and the tooltip have all of it.
    """

    def __init__(
        self,
        *wordings: str,
        size: Size = "body",
        colour: Role = "text",
        bold: bool = False,
    ) -> None:
        super().__init__(size=size, colour=colour, bold=bold)
        self._wordings: tuple[str, ...] = ("",)
        if wordings:
            self.word(*wordings)

    def present(self, words: str) -> None:
        """Show words of which there is one wording."""
        self.word(words)

    def word(self, *wordings: str) -> None:
        """Show one of these, longest first; the tooltip has the first where another is shown."""
        shown = tuple(map(show, wordings))
        if shown != self._wordings:
            self._wordings = shown
            super().present(shown[0])
            self.update()

    @property
    def least_px(self) -> int:
        """As wide as the shortest wording in its own type."""
        return round(self.measure(self._wordings[-1])) + 2

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the shortest wording in small type."""
        return QSize(max(24, round((self.least_px - 2) * LEAST_SHRINK) + 2), self.sizeHint().height())

    def choose_wording(self) -> tuple[str, QFont]:
        """What is drawn at the width of now, and in which font."""
        look, width = self.font(), self._room_px
        chosen = next(filter(self._has_place, self._wordings), None)
        if chosen is not None:
            return chosen, look
        shortest = self._wordings[-1]
        pixels = look.pixelSize() * width // max(1, _advance(look, shortest))
        look.setPixelSize(max(round(look.pixelSize() * LEAST_SHRINK), pixels))
        return shortest, look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the wording that fits."""
        words, look = self.choose_wording()
        if words:
            self._draw(words if self._has_place(words) else _cut(words, look, self._room_px), look)


def _mirror(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Left for right where the layout is mirrored: QStyle does the same, and to load it takes 12 ms."""
    has_side = bool(alignment & SIDES) and not alignment & ABSOLUTE
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    return alignment ^ SIDES if has_side and is_mirrored else alignment


def _advance(look: QFont, words: str) -> int:
    return QFontMetrics(look).horizontalAdvance(words)


def _cut(words: str, look: QFont, width: int) -> str:
    return QFontMetrics(look).elidedText(words, Qt.TextElideMode.ElideRight, width)


class IconLabel(QLabel):
    """An icon as a widget of its own, in the colour of a role; `side` in pixels of scale 1."""

    def __init__(self, icon: str, colour: Role, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._colour, self._side = icon, colour, side
        self.redress()

    def present(self, icon: str, colour: Role) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        painted = find_look().find_colour(colour)
        self.setPixmap(draw_icon(icon, painted, enlarge(self._side), self.devicePixelRatioF()))

    def redress(self) -> None:
        """Take colour and size of now."""
        side = enlarge(self._side)
        self.setFixedSize(side, side)
        self.present(self._icon, self._colour)
