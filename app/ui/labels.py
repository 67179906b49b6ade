"""Labels that show words as they are: never as markup, and cut with … where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.icons import pixmap
from app.ui.painting import painting
from app.ui.text import clean, isolated, tooltip
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, font

LABEL_LIMIT = 300
LEAST_SHRINK = 0.72  # of the size: below that, words are cut rather than written smaller


class Label(QLabel):
    """A line or a paragraph of plain text.

    Args:
        words: first text.
        pixels: height of the font.
        colour: `#rrggbb`.
    """

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        pixels: int = BODY_PX,
        colour: str = DARK.text,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(pixels, bold=bold))
        self.tint(colour)
        self.setText(words)

    def tint(self, colour: str) -> None:
        """Use another colour."""
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText).name() != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    def present(self, words: str) -> None:
        """Show words; setting the same text again would lay the window out again."""
        if words != self.text():
            self.setText(words)

    def fit(self, width: int) -> None:
        """As high as the words need at this width: layouts alone squeeze paragraphs.

        Qt never reports less height than the minimum that is set.
        """
        self.setMinimumHeight(0)
        self.setFixedHeight(self.heightForWidth(width))


def caption(words: str, colour: str = DARK.muted) -> Label:
    """A paragraph in small type."""
    label = Label(words, pixels=CAPTION_PX, colour=colour)
    label.setWordWrap(True)
    return label


class NameLabel(Label):
    """One line that strangers wrote: cleaned, isolated in direction, elided, in full in the tooltip."""

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        pixels: int = BODY_PX,
        colour: str = DARK.text,
        bold: bool = False,
    ) -> None:
        super().__init__(words, parent, pixels=pixels, colour=colour, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def present(self, words: str) -> None:
        """Show words of any origin."""
        line = clean(words, LABEL_LIMIT)
        if line != self.text():
            self.setText(line)
            self.setToolTip(tooltip(line) if line else "")

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the font, whatever script the words are in."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do: the text is cut."""
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw what fits."""
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        with painting(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, isolated(words))


class FittingLabel(NameLabel):
    """One line of ours in the longest of several wordings that fits; the shortest is written smaller first.

    `text` is the longest: layouts, screen readers and the tooltip have all of it.
    """

    def __init__(
        self,
        *wordings: str,
        pixels: int = BODY_PX,
        colour: str = DARK.text,
        bold: bool = False,
    ) -> None:
        super().__init__(pixels=pixels, colour=colour, bold=bold)
        self._wordings: tuple[str, ...] = ("",)
        if wordings:
            self.word(*wordings)

    def word(self, *wordings: str) -> None:
        """Show one of these, longest first; the tooltip has the first where another is shown."""
        if wordings != self._wordings:
            self._wordings = wordings
            self.present(wordings[0])
            self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for the shortest wording in small type."""
        shortest = _advance(self.font(), self._wordings[-1])
        return QSize(max(24, round(shortest * LEAST_SHRINK) + 2), self.sizeHint().height())

    def choose_wording(self) -> tuple[str, QFont]:
        """What is drawn at the width of now, and in which font."""
        look, width = self.font(), self.width()
        chosen = next((words for words in self._wordings if _advance(look, words) <= width), None)
        if chosen is not None:
            return chosen, look
        shortest = self._wordings[-1]
        pixels = look.pixelSize() * width // max(1, _advance(look, shortest))
        look.setPixelSize(max(round(look.pixelSize() * LEAST_SHRINK), pixels))
        return shortest, look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the wording that fits."""
        words, look = self.choose_wording()
        cut = QFontMetrics(look).elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        with painting(self) as painter:
            painter.setFont(look)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, cut)


def _advance(look: QFont, words: str) -> int:
    return QFontMetrics(look).horizontalAdvance(words)


class Picture(QLabel):
    """An icon as a widget of its own."""

    def __init__(self, icon: str, colour: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(side, side)
        self._side = side
        self.present(icon, colour)

    def present(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self.setPixmap(pixmap(icon, colour, self._side, self.devicePixelRatioF()))
