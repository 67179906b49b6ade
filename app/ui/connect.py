"""The way in: a box for the creator's name, one button, one line that says what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.connector.advice import advice
from app.ui.labels import Label, NameLabel
from app.ui.phases import (
    LOOKS,
    WAYS_KEY,
    quota_brief,
    quota_colour,
    quota_line,
    quota_short,
    seconds_to_retry,
    what_next,
)
from app.ui.theme import BODY_PX, CAPTION_PX, DARK, GRID

if TYPE_CHECKING:
    from app.events import Quota
    from app.ui.frames import HeaderFrame

# What screen readers call the labels.
NAMES = {"quota": "Left at the sign provider", "line": "Status", "next": "What happens next"}
TROUBLE = frozenset({"reconnecting", "failed"})


class ConnectBar(QWidget):
    """Emits what the user wants; what becomes of it comes back as frames.

    Signals:
        wanted: the name or address to follow, as typed.
        unwanted: stop following or stop trying.
        choosing: look at the ways in.
    """

    wanted = Signal(str)
    unwanted = Signal()
    choosing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = self._small = self._waits = False
        self._code = ""
        self._left: Quota | None = None
        self.box = _name_box()
        self.button = QPushButton("Connect")
        self.button.setObjectName("primary")
        self.button.setMinimumWidth(132)
        self.way = QPushButton("Way in …")
        self.way.setToolTip(f"Ways in, keys and proxies ({WAYS_KEY})")
        self.quota = Label("", pixels=CAPTION_PX, colour=DARK.muted)
        self.line = NameLabel(pixels=BODY_PX - 1, colour=DARK.muted)
        self.next = NameLabel(pixels=CAPTION_PX, colour=DARK.muted)
        for label, name in NAMES.items():
            getattr(self, label).setAccessibleName(name)
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.box.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._press)
        self.way.clicked.connect(self.choosing)
        QShortcut(QKeySequence("Ctrl+R"), self, self._ask)
        QShortcut(QKeySequence(WAYS_KEY), self, self.choosing.emit)

    def recall(self, names: list[str]) -> None:
        """Offer names that were followed before; the last one stands in the box, marked to be typed over."""
        if not names:
            return
        recent = QCompleter([f"@{name}" for name in names], self)
        recent.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(recent)
        self.box.setText(f"@{names[0]}")
        self.box.selectAll()

    def present(self, frame: HeaderFrame) -> None:
        """Show a frame: one attempt at a time, so the box is closed while there is one."""
        status = frame.status
        word = LOOKS[status.phase].button
        self._busy = word != "Connect"
        self.box.setEnabled(word != "Cancel")
        if self.button.text() != word:
            self.button.setText(word)
            self.button.setObjectName("quiet" if self._busy else "primary")
            self.button.style().polish(self.button)
        self.line.present(status.sentence)
        self.next.present(what_next(status, frame.now_ms))
        self.next.setVisible(bool(self.next.text()))
        self.line.tint(DARK.bad if status.phase in TROUBLE else DARK.muted)
        self._waits = seconds_to_retry(status, frame.now_ms) > 0
        self._present_quota(status.quota)
        self._code = status.code
        self._name_way()

    def _present_quota(self, quota: Quota | None) -> None:
        self._left = quota
        self.quota.present((quota_brief if self._small else quota_short)(quota))
        self.quota.setToolTip(quota_line(quota))
        self.quota.tint(quota_colour(quota))
        in_the_way = self._small and self._waits and quota_colour(quota) != DARK.warn
        self.quota.setHidden(not self.quota.text() or in_the_way)

    def shrink(self, *, small: bool) -> None:
        """A narrow window keeps its room for the line that says what is going on."""
        self._small = small
        self._name_way()
        self._present_quota(self._left)

    def _name_way(self) -> None:
        """After a failure that another way, a key or a log-in may cure, the button says which."""
        place = advice(self._code).place
        name = f"{place} …" if place else "Way" if self._small else "Way in …"
        if name != self.way.text():
            self.way.setText(name)

    def _enter(self) -> None:
        """Enter follows what is typed, also while another room is followed."""
        if target := self.box.text().strip():
            self.wanted.emit(target)

    def _press(self) -> None:
        if self._busy:
            self.unwanted.emit()
        elif self.box.text().strip():
            self._enter()
        else:
            self._ask()

    def _ask(self) -> None:
        self.box.setFocus()
        self.box.selectAll()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.box, 2)
        row.addWidget(self.button)
        row.addWidget(self.way)
        row.addSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.line)
        words.addWidget(self.next)
        words.addStretch()
        row.addLayout(words, 3)
        both = self.line.sizeHint().height() + self.next.sizeHint().height()
        self.setMinimumHeight(both)  # the panes below must not move when a second line comes
        row.addWidget(self.quota)
        self.quota.hide()
        self.next.hide()


def _name_box() -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText("@name or address of a LIVE")
    box.setClearButtonEnabled(True)
    box.setMaxLength(500)
    box.setMinimumWidth(200)
    box.setMaximumWidth(360)
    box.setAccessibleName("Creator's name or address")
    return box
