"""The way in: a box for the creator's name, one button, one line that says what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.access.advice import find_advice
from app.errors import UsageError
from app.session import Connect, Disconnect
from app.state import Status
from app.ui.actions import keys_of
from app.ui.labels import Label, NameLabel
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.pane import Pane
from app.ui.phases import (
    current_quota,
    look_of,
    quota_brief,
    quota_colour,
    quota_line,
    quota_short,
    seconds_to_retry,
    sentence_of,
    what_next,
)
from app.ui.standing import StandingSource
from app.ui.wishes import ChooseWay
from app.words import show
from app.words import window as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.events import Quota
    from app.ui.standing import Standing

# What screen readers call the labels.
NAMES = {"quota": words.QUOTA_LABEL, "line": words.STATUS_LABEL, "next": words.NEXT_LABEL}
TROUBLE = frozenset({"reconnecting", "failed"})
BUTTON_PX, BOX_PX = 132, (200, 360)
NOTICE_MS = 12_000  # how long an answer to what was typed is read


class ConnectBar(Pane):
    """Wishes to follow a name, to stop, or to see the ways in; what becomes of it comes back as frames."""

    SOURCE = StandingSource
    EVERY_MS = 200

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._busy = self._small = self._waits = False
        self._code = self._target = ""
        self._status = self._edited = Status(
            revision=-1, notice_ms=-1
        )  # what was said before the box was edited is old news
        self._left: Quota | None = None
        self.box = _name_box()
        self.setFocusProxy(self.box)
        self.button = QPushButton(show(words.CONNECT))
        self.button.setObjectName("primary")
        self.way = QPushButton(show(words.WAY_IN))
        self.way.setToolTip(show(words.ABOUT_WAYS.fill(keys=keys_of("ways"))))
        self.quota = Label("", size="caption", colour="muted")
        self.line = NameLabel(size="title", colour="muted")
        self.next = NameLabel(size="caption", colour="muted")
        for label, name in NAMES.items():
            getattr(self, label).setAccessibleName(show(name))
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.box.returnPressed.connect(self._enter)
        self.box.textEdited.connect(self._note_edit)
        self.button.clicked.connect(self._press)
        self.way.clicked.connect(self.choose_way)

    def recall(self, names: Sequence[str], *, fill: bool = True) -> None:
        """Offer names that were followed before; `fill`: the last one stands in the box to be typed over."""
        if not names:
            return
        from PySide6.QtWidgets import QCompleter  # noqa: PLC0415 - nobody was followed before the first start

        recent = QCompleter([f"@{name}" for name in names], self)
        recent.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(recent)
        if fill:
            self.box.setText(f"@{names[0]}")
            self.box.selectAll()

    def present(self, frame: Standing) -> None:
        """Show a frame. The box can always be typed into: another name needs no cancelling before."""
        status, look = frame.status, look_of(frame.status, frame.now_ms)
        self._target, self._code = frame.target, status.code
        self._name_button(look.button)
        self._present_words(frame)
        self._waits = seconds_to_retry(status, frame.now_ms) > 0
        self._present_quota(current_quota(status.quota, frame.now_ms))
        self._name_way()

    def _name_button(self, word: str) -> None:
        self._busy = word != words.CONNECT
        if self.button.text() != show(word):
            self.button.setText(show(word))
            self.button.setObjectName("quiet" if self._busy else "primary")
            self.button.style().polish(self.button)

    def _present_words(self, frame: Standing) -> None:
        """What is going on; for a while, the answer to what was typed."""
        status = self._status = frame.status
        edited = status.revision == self._edited.revision
        noticed = self._has_answer(frame)
        self.line.present(status.notice if noticed else sentence_of(status, frame.now_ms))
        hint = status.notice_hint if noticed else ""
        self.next.present(hint or what_next(status, frame.now_ms))
        self.next.setVisible(bool(self.next.text()))
        trouble = status.phase in TROUBLE and not (edited and status.code == UsageError.code)
        self.line.tint("warn" if noticed else "bad" if trouble else "muted")

    def _has_answer(self, frame: Standing) -> bool:
        """Whether what was typed last was answered just now, and nothing was typed since."""
        status = frame.status
        is_read = status.notice_ms == self._edited.notice_ms
        return bool(status.notice) and not is_read and frame.now_ms - status.notice_ms < NOTICE_MS

    def _present_quota(self, quota: Quota | None) -> None:
        self._left = quota
        self.quota.present((quota_brief if self._small else quota_short)(quota))
        self.quota.setToolTip(show(quota_line(quota)))
        self.quota.tint(quota_colour(quota))
        in_the_way = self._small and self._waits and quota_colour(quota) != "warn"
        self.quota.setHidden(not self.quota.text() or in_the_way)

    def shrink(self, *, small: bool) -> None:
        """A narrow window keeps its room for the line that says what is going on."""
        self._small = small
        self._name_way()
        self._present_quota(self._left)

    def _name_way(self) -> None:
        """After a failure that another way, a key or a log-in may cure, the button says which."""
        place = find_advice(self._code).place
        usual = words.WAY if self._small else words.WAY_IN
        name = show(words.PLACE.fill(place=place) if place else usual)
        if name != self.way.text():
            self.way.setText(name)

    def _enter(self) -> None:
        """Enter follows what is typed, also while another room is followed."""
        if target := self.box.text().strip():
            self.wish.emit(Connect(target))

    def _press(self) -> None:
        """With nothing typed, Connect follows again whom it followed last."""
        if self._busy:
            self.wish.emit(Disconnect())
        elif target := self.box.text().strip() or self._target:
            self.wish.emit(Connect(target))
        else:
            self.ask_name()

    def offer(self, wishes: frozenset[type]) -> None:
        """Where there are no ways in to choose, nothing offers them."""
        self.way.setHidden(ChooseWay not in wishes)

    def choose_way(self) -> None:
        """Look at the ways in."""
        self.wish.emit(ChooseWay())

    def stop_following(self) -> None:
        """Follow nobody any more."""
        self.wish.emit(Disconnect())

    def _note_edit(self) -> None:
        self._edited = self._status
        self.line.tint("muted")

    def ask_name(self) -> bool:
        """Let a name be typed."""
        self.box.setFocus()
        self.box.selectAll()
        return True

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        set_gaps(row, GRID, 0, 0, 0, 0)
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
        row.addWidget(self.quota)
        self.quota.hide()
        self.next.hide()
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.button.setMinimumWidth(enlarge(BUTTON_PX))
        least, most = BOX_PX
        self.box.setMinimumWidth(enlarge(least))
        self.box.setMaximumWidth(enlarge(most))
        both = self.line.sizeHint().height() + self.next.sizeHint().height()
        self.setMinimumHeight(both)  # the panes below must not move when a second line comes


def _name_box() -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText(show(words.NAME_OR_ADDRESS))
    box.setClearButtonEnabled(True)
    box.setMaxLength(500)
    box.setAccessibleName(show(words.NAME_BOX))
    return box
