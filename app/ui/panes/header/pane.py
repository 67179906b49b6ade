"""The numbers above everything: is it live, since when, how many watch, what came in, how fresh is it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.state.status import ON_AIR
from app.ui import figures
from app.ui.actions import keys_of
from app.ui.icons import pixmap
from app.ui.labels import FittingLabel, Label, NameLabel, Picture
from app.ui.look import GRID, Role, current, enlarge, set_gaps
from app.ui.pane import Pane
from app.ui.panes.header.source import HeaderFrame, HeaderSource
from app.ui.phases import LOOKS, STALLED_MS, PhaseLook, is_current, look_of
from app.ui.text import clean
from app.ui.wishes import OpenMenu
from app.words import show
from app.words import window as words
from app.words.actions import MENU

if TYPE_CHECKING:
    from app.state import Status

SHAPE_PX, MENU_PX = 26, 22
TINY_PX = 720
NOTHING = "–"
RETRYING = frozenset({"connecting", "reconnecting"})


class Figure(QWidget):
    """A large number over its name."""

    def __init__(
        self, name: str, icon: str = "", colour: Role = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.value = Label(NOTHING, size="figure", colour=colour, bold=True)
        self.caption = FittingLabel(name, size="caption", colour="muted")
        self.note = Label("", size="caption", colour="muted", bold=True)
        top = QHBoxLayout()
        set_gaps(top, 6)
        if icon:
            top.addWidget(Picture(icon, colour, 20))
        top.addWidget(self.value)
        top.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.caption)

    def present(self, value: str, exact: str = "") -> None:
        """Show a number; `exact` is the full one where it was shortened."""
        self.value.present(value)
        self.value.setToolTip(exact)
        self.setAccessibleName(show(words.FIGURE.fill(name=self.name, value=exact or value)))

    def count(self, number: int | None) -> None:
        """Show a count; before the first there is none."""
        if number is None:
            self.present(NOTHING)
        else:
            self.present(figures.compact(number), figures.group_digits(number))

    def describe(self, *wordings: str) -> None:
        """Say what the number is now, longest wording first."""
        self.caption.word(*wordings)

    def resize_to(self, pixels: int) -> None:
        """Figures of another size."""
        self.value.resize_text(pixels)


class Header(Pane):
    """Shows header frames."""

    SOURCE = HeaderSource
    EVERY_MS = 200

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("header")
        self._shape = Picture(LOOKS["idle"].icon, LOOKS["idle"].colour, SHAPE_PX)
        self.word = FittingLabel(size="heading", bold=True)
        self.name = NameLabel(size="body")
        self.clock = Figure(words.ON_AIR)
        self.viewers = Figure(words.WATCHING_NOW)
        self.likes = Figure(words.LIKES, "heart", "text")
        self.diamonds = Figure(words.DIAMONDS, "gem", "gem")
        self.age = Figure(words.LAST_DATA)
        self.menu = MenuButton()
        self.menu.clicked.connect(self.open_menu)
        self._look: PhaseLook | None = None
        self._small, self._pixels = False, 0
        self._lay_out()

    def present(self, frame: HeaderFrame) -> None:
        """Show a frame."""
        self._present_state(frame)
        self._present_clock(frame)
        self._present_viewers(frame)
        self.likes.count(frame.likes or None)
        self.diamonds.count(frame.diamonds or None)
        self._present_age(frame)

    def open_menu(self) -> None:
        """See what can be done."""
        corner = self.menu.mapToGlobal(self.menu.rect().bottomRight())
        self.wish.emit(OpenMenu(corner.x(), corner.y()))

    def shrink(self, *, small: bool) -> None:
        """Fit into a narrow window."""
        set_gaps(self._row, GRID if small else 3 * GRID)
        self._small = small
        self._size_figures()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The smallest window is too narrow even for small figures."""
        super().resizeEvent(event)
        self._size_figures()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._pixels = 0
        self._size_figures()

    def _size_figures(self) -> None:
        tiny, sizes = self.width() < enlarge(TINY_PX), current().sizes
        pixels = sizes.body if tiny else sizes.heading if self._small else sizes.figure
        if pixels == self._pixels:
            return
        self._pixels = pixels
        self.likes.setHidden(tiny)  # the state is asked for more often
        self.word.resize_text(min(pixels, sizes.heading))
        for figure in self._figures:
            figure.resize_to(pixels)

    def _present_state(self, frame: HeaderFrame) -> None:
        status, look = frame.status, look_of(frame.status, frame.now_ms)
        if self._look != look:
            self._look = look
            self._shape.present(look.icon, look.colour)
            self.word.tint(look.colour)
            self.word.word(look.word, look.brief)
        host = status.host.name if status.host else ""
        handle = f"@{status.unique_id}" if status.unique_id else ""
        name = " · ".join(part for part in (handle, status.title or host) if part)
        self.name.present(name or words.NO_ROOM)
        self.setAccessibleName(clean(show(words.STATE_OF.fill(phase=look.word, name=handle))))

    def _present_clock(self, frame: HeaderFrame) -> None:
        """How long the stream is on; after the end, how long it was as far as we heard."""
        status, flowing = frame.status, _is_flowing(frame.status)
        until_ms = frame.now_ms if flowing else status.last_event_ms
        known = status.started_ms and until_ms
        self.clock.present(figures.length(until_ms - status.started_ms) if known else NOTHING)
        self.clock.describe(words.ON_AIR if flowing or not known else words.WAS_ON_AIR, words.ON_AIR)

    def _present_viewers(self, frame: HeaderFrame) -> None:
        """How many watch and the change over the last minute, as shape and number, while that is known."""
        current = is_current(frame.status, frame.now_ms)
        trend = frame.trend if current else 0
        self.viewers.count(frame.viewers)
        known_before = frame.viewers is not None and not current
        self.viewers.describe(
            *((words.LAST_KNOWN, words.LAST) if known_before else (words.WATCHING_NOW, words.WATCHING))
        )
        shape = "▲" if trend > 0 else "▼"
        self.viewers.note.present(f"{shape} {figures.compact(abs(trend))}" if trend else "")
        self.viewers.note.tint("good" if trend > 0 else "bad")

    def _present_age(self, frame: HeaderFrame) -> None:
        """How old the newest data is; old data is marked with a word too. After the end, when it came."""
        status, last = frame.status, frame.status.last_event_ms
        flowing = _is_flowing(status)
        age_ms = frame.now_ms - last
        stalled = flowing and bool(last) and age_ms >= STALLED_MS
        shown = figures.age(age_ms) if flowing else figures.time_of_day(last)
        self.age.present(shown if last else NOTHING)
        self.age.value.tint("warn" if stalled else "text")
        self.age.setToolTip(show(words.UNREADABLE) if frame.unreadable else "")
        name = words.STALLED if stalled else words.LAST_DATA
        whole = words.STALLED_UNREADABLE if stalled else words.LAST_DATA_UNREADABLE
        lost = (whole.fill(messages=figures.group_digits(frame.unreadable)),) if frame.unreadable else ()
        self.age.describe(*lost, name)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        set_gaps(row, 3 * GRID, 2 * GRID, GRID, 2 * GRID, GRID)
        row.addLayout(self._state_column(), 6)
        self._figures = (self.clock, self.viewers, self.likes, self.diamonds, self.age)
        for figure in self._figures:
            row.addWidget(figure, 3)
        row.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _state_column(self) -> QVBoxLayout:
        top = QHBoxLayout()
        set_gaps(top, GRID)
        top.addWidget(self._shape)
        top.addWidget(self.word, 1)
        column = QVBoxLayout()
        set_gaps(column, 2)
        column.addLayout(top)
        column.addWidget(self.name)
        return column


def _is_flowing(status: Status) -> bool:
    """Whether time goes on for the room: it is on air, or was until its connection was lost."""
    return status.phase in ON_AIR or (status.lost and status.phase in RETRYING)


class MenuButton(QPushButton):
    """Opens the menu of everything that can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("span")
        self.setToolTip(f"{show(MENU)} ({keys_of('menu')})")
        self.setAccessibleName(show(MENU))
        self.redress()

    def redress(self) -> None:
        """Take colour and size of now."""
        side = enlarge(MENU_PX)
        self.setIcon(pixmap("menu", current().colours.muted, side, self.devicePixelRatioF()))
        self.setIconSize(QSize(side, side))
