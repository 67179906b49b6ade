"""Parts of the header: the state, whose room it is, the button of the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.ui.actions import find_keys
from app.ui.figures import write_age
from app.ui.icons import draw_icon
from app.ui.labels import LEAST_SHRINK, FittingLabel, IconLabel, NameLabel
from app.ui.look import Role, enlarge, find_look, set_gaps
from app.ui.phases import LOOKS
from app.ui.text import clean_isolated, write_tooltip
from app.words import show
from app.words import window as words
from app.words.actions import MENU

if TYPE_CHECKING:
    from app.ui.phases import PhaseLook

SHAPE_PX, MENU_PX, CHIP_GAP, CHIP_EDGE = 20, 22, 6, 10
NAME_LEAST_PX = 44
LONG_AGES_MS = (0, 59_000, 59 * 60_000)  # the widest that an age is written


class StateChip(QFrame):
    """The state as a shape, a word and a colour, and how old the newest data is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.look, self._has_age = LOOKS["idle"], False
        self.shape = IconLabel(self.look.icon, self.look.colour, SHAPE_PX)
        self.word = FittingLabel(self.look.word, self.look.brief, size="heading", bold=True)
        row = QHBoxLayout(self)
        set_gaps(row, CHIP_GAP, CHIP_EDGE, 1, CHIP_EDGE, 1)
        row.addWidget(self.shape)
        row.addWidget(self.word, 1)

    def present(self, look: PhaseLook, freshness: str) -> None:
        """Show a state; `freshness` is how old the data is, or when it came last; empty without data."""
        self.look, self._has_age = look, bool(freshness)
        self.shape.present(look.icon, look.colour)
        self.word.tint(look.colour)
        long = words.STATE_AND_AGE.fill(phase=look.word, age=freshness)
        short = words.STATE_AND_AGE.fill(phase=look.brief, age=freshness)
        self.word.word(*((long, short) if freshness else ()), *dict.fromkeys((look.word, look.brief)))

    @property
    def least_px(self) -> int:
        """As wide as its shortest word."""
        return self._measure_width(self.look.brief)

    @property
    def most_px(self) -> int:
        """As wide as its words may become while time passes, so that nothing beside them moves."""
        if not self._has_age:
            return self._measure_width(self.look.word)
        ages = [write_age(one) for one in LONG_AGES_MS]
        return max(
            self._measure_width(words.STATE_AND_AGE.fill(phase=self.look.word, age=one)) for one in ages
        )

    def _measure_width(self, text: str) -> int:
        around = enlarge(SHAPE_PX) + enlarge(CHIP_GAP) + 2 * enlarge(CHIP_EDGE) + 4
        return round(self.word.measure(show(text))) + around


class HandleLabel(NameLabel):
    """A handle; where there is little room without its @, then in smaller type, and only then cut."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw as much as can be read."""
        words, look = self.choose_words()
        if words:
            self._draw(clean_isolated(words), look)

    def choose_words(self) -> tuple[str, QFont]:
        """What is drawn at the width of now, and in which font."""
        handle = self.text()
        words, look = handle if self._has_place(handle) else handle.removeprefix("@"), self.font()
        if self._has_place(words):
            return words, look
        fitting = look.pixelSize() * self._room_px // QFontMetrics(look).horizontalAdvance(words)
        look.setPixelSize(max(round(look.pixelSize() * LEAST_SHRINK), fitting))
        return QFontMetrics(look).elidedText(words, Qt.TextElideMode.ElideRight, self._room_px), look


class NameButton(QPushButton):
    """Whose room it is, over a line about it; pressed, another name can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("name")
        self.name = HandleLabel(size="title", bold=True)
        self.line = NameLabel(size="caption", colour="muted")
        column = QVBoxLayout(self)
        set_gaps(column, 0, 6, 0, 6, 0)
        column.setSpacing(0)
        for label in (self.name, self.line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def present(self, name: str, line: str, colour: Role) -> None:
        """Show them; words of strangers."""
        self.name.present(name or words.NO_ROOM)
        self.line.present(line)
        self.line.tint(colour)
        self.line.setHidden(not self.line.text())
        about = show(words.TYPE_ANOTHER.fill(keys=find_keys("follow")))
        self.setAccessibleName(self.name.text())
        self.setAccessibleDescription(about)
        self.setToolTip(write_tooltip(self.line.text() or about))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as both lines."""
        lines = self.name.sizeHint().height() + self.line.sizeHint().height()
        return QSize(enlarge(NAME_LEAST_PX), lines + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Names are cut."""
        return self.sizeHint()


class MenuButton(QPushButton):
    """Opens the menu of everything that can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("span")
        self.setAccessibleName(show(MENU))
        self.name_keys()
        self.redress()

    def name_keys(self) -> None:
        """Say by which keys it opens now."""
        self.setToolTip(f"{show(MENU)} ({find_keys('menu')})")

    def redress(self) -> None:
        """Take colour and size of now."""
        side = enlarge(MENU_PX)
        self.setIcon(draw_icon("menu", find_look().colours.muted, side, self.devicePixelRatioF()))
        self.setIconSize(QSize(side, side))


def make_small_button(word: str = "") -> QPushButton:
    """Make a button for a row that is not high."""
    button = QPushButton(show(word))
    button.setObjectName("small")
    return button
