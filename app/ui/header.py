"""The numbers above everything: is it live, for how long, how many watch, how much came in, how fresh is it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui import figures
from app.ui.icons import pixmap
from app.ui.labels import Label, NameLabel
from app.ui.phases import LOOKS
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, FIGURE_PX, GRID

if TYPE_CHECKING:
    from app.ui.frames import HeaderFrame

SHAPE_PX = 26
STALE_MS = 15_000
FLOWING = frozenset({"live", "paused"})
NOTHING = "–"


class Figure(QWidget):
    """A large number over its name."""

    def __init__(self, name: str, icon: str = "", colour: str = DARK.text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.value = Label(NOTHING, pixels=FIGURE_PX, colour=colour, bold=True)
        self.caption = Label(name, pixels=CAPTION_PX, colour=DARK.muted)
        self.note = Label("", pixels=CAPTION_PX, colour=DARK.muted, bold=True)
        top = QHBoxLayout()
        top.setSpacing(6)
        if icon:
            top.addWidget(_picture(icon, colour, 20))
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
        self.setAccessibleName(f"{self.name}: {exact or value}")


class Header(QFrame):
    """Shows header frames."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._shape = QLabel()
        self._shape.setTextFormat(Qt.TextFormat.PlainText)
        self._shape.setFixedSize(SHAPE_PX, SHAPE_PX)
        self.word = Label(pixels=FIGURE_PX - 6, bold=True)
        self.name = NameLabel(pixels=BODY_PX)
        self.clock = Figure("on air")
        self.viewers = Figure("watching now")
        self.likes = Figure("likes", "heart", DARK.text)
        self.diamonds = Figure("diamonds", "gem", DARK.gem)
        self.age = Figure("last data")
        self._shown = ""
        self._lay_out()

    def present(self, frame: HeaderFrame) -> None:
        """Show a frame."""
        self._present_state(frame)
        flowing = frame.status.phase in FLOWING
        started = frame.status.started_ms
        self.clock.present(figures.length(frame.now_ms - started) if started and flowing else NOTHING)
        self._present_trend(frame)
        self.likes.present(figures.compact(frame.likes), figures.grouped(frame.likes))
        self.diamonds.present(figures.compact(frame.diamonds), figures.grouped(frame.diamonds))
        self._present_age(frame)

    def _present_state(self, frame: HeaderFrame) -> None:
        status, look = frame.status, LOOKS[frame.status.phase]
        if self._shown != status.phase:
            self._shown = status.phase
            self._shape.setPixmap(pixmap(look.icon, look.colour, SHAPE_PX, self.devicePixelRatioF()))
            self.word.tint(look.colour)
        self.word.present(look.word)
        host = status.host.name if status.host else ""
        handle = f"@{status.unique_id}" if status.unique_id else ""
        self.name.present("  ".join(part for part in (handle, status.title or host) if part) or "no room")
        self.setAccessibleName(f"State: {look.word} {handle}")

    def _present_trend(self, frame: HeaderFrame) -> None:
        """The change over the last minute, as shape and number."""
        self.viewers.present(figures.compact(frame.viewers), figures.grouped(frame.viewers))
        shape = "▲" if frame.trend > 0 else "▼"
        self.viewers.note.present(f"{shape} {figures.compact(abs(frame.trend))}" if frame.trend else "")
        self.viewers.note.tint(DARK.good if frame.trend > 0 else DARK.bad)

    def _present_age(self, frame: HeaderFrame) -> None:
        """How old the newest data is; old data is marked with a word too."""
        last = frame.status.last_event_ms
        age_ms = frame.now_ms - last
        stale = bool(last) and age_ms >= STALE_MS and frame.status.phase in FLOWING
        self.age.present(figures.age(age_ms) if last and frame.status.phase != "idle" else NOTHING)
        self.age.value.tint(DARK.warn if stale else DARK.text)
        lost = f" · {frame.unreadable} unreadable" if frame.unreadable else ""
        self.age.caption.present(f"{'stalled?' if stale else 'last data'}{lost}")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(3 * GRID)
        row.addLayout(self._state_column(), 5)
        for figure in (self.clock, self.viewers, self.likes, self.diamonds, self.age):
            row.addWidget(figure, 3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _state_column(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._shape)
        top.addWidget(self.word)
        top.addStretch()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.name)
        return column


def _picture(icon: str, colour: str, side: int) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setPixmap(pixmap(icon, colour, side))
    return label
