"""The card of a person: who they are, what they said and gave, and what the user thinks of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.session import Tell
from app.state.facts import Judgement, Opinion, Regard
from app.ui.figures import group_digits, write_time_of_day
from app.ui.labels import Label, NameLabel
from app.ui.leaving import find_profile, open_link, write_question
from app.ui.look import GRID, enlarge, enlarge_size, set_gaps
from app.ui.panes.chat.badge_line import BadgeLine
from app.ui.panes.chat.fields import OwnKeysField
from app.ui.panes.chat.their_rows import TheirRows
from app.ui.text import clean, write_handle
from app.words import chat as words
from app.words import show
from app.words.discretion import is_discreet

if TYPE_CHECKING:
    from app.events import User
    from app.ui.panes.chat.source import Portrait
    from app.ui.pictures import Pictures

SIZE = QSize(420, 460)
LONGEST_NOTE = 500


class PersonCard(QFrame):
    """A frameless window that goes when something else is clicked.

    Args:
        user: whose it is.
        host: the host of the address of their profile, with its scheme.
        pictures: where those of badges are found.

    Signals:
        wish: what the user wants.
    """

    wish = Signal(object)

    def __init__(self, user: User, host: str, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self.setAccessibleName(clean(user.name))
        self._user, self._link = user, find_profile(host, user.unique_id)
        self._opinion, self._rows = Opinion(), 0
        self.badges = BadgeLine(user, pictures)
        self.facts = Label(size="caption", colour="muted")
        self.facts.setWordWrap(True)
        self.list = TheirRows()
        self.list.setAccessibleName(show(words.THEIR_ROWS))
        self.note = OwnKeysField()
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(show(words.NOTE))
        self.note.setAccessibleName(show(words.NOTE))
        self.note.editingFinished.connect(self._judge)
        self._lay_out()
        self.resize(enlarge_size(SIZE).boundedTo(QSize(parent.window().width(), enlarge(SIZE.height()))))

    def open_at(self, place: QPoint) -> None:
        """Show it there, inside of the screen."""
        free: QRect = self.screen().availableGeometry()
        x = max(free.left(), min(place.x(), free.right() - self.width()))
        y = max(free.top(), min(place.y(), free.bottom() - self.height()))
        self.move(x, y)
        self.wish.emit(Tell(Regard(self._user.key)))
        self.show()
        self.note.setFocus()

    def present(self, portrait: Portrait) -> None:
        """Show what is known now."""
        if portrait.person != self._user.key:
            return
        gave = words.GAVE.fill(
            count=portrait.diamonds, diamonds=portrait.diamonds, gifts=group_digits(portrait.gifts)
        )
        wrote = words.WROTE.fill(count=portrait.comments)
        since = words.SINCE.fill(time=write_time_of_day(portrait.first_ms), wrote=wrote, gave=gave)
        self.facts.present(since)
        if len(portrait.rows) != self._rows:
            self._rows = len(portrait.rows)
            self.list.present(portrait.rows)
        self._opinion = portrait.opinion
        self.highlight.setChecked(portrait.opinion.view == "highlighted")
        self.hide_person.setChecked(portrait.opinion.view == "hidden")
        if not self.note.hasFocus() or not self.note.isModified():
            self.note.setText(portrait.opinion.note)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What was noted is kept, and nobody is looked at any more."""
        self._judge()
        self.wish.emit(Tell(Regard("")))
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _judge(self) -> None:
        views = {self.highlight: "highlighted", self.hide_person: "hidden"}
        view = next((name for button, name in views.items() if button.isChecked()), "")
        opinion = Opinion(view, self.note.text())  # type: ignore[arg-type]
        if opinion != self._opinion:
            self._opinion = opinion
            self.wish.emit(Tell(Judgement(self._user.key, opinion)))

    def _choose(self, chosen: QPushButton, other: QPushButton) -> None:
        if chosen.isChecked():
            other.setChecked(False)
        self._judge()

    def _lay_out(self) -> None:
        name, handle = NameLabel(size="heading", bold=True), NameLabel(size="caption", colour="muted")
        name.present(self._user.name)
        handle.present(_read_identity(self._user))
        self.highlight = self._offer(words.HIGHLIGHT, lambda: self._choose(self.highlight, self.hide_person))
        self.hide_person = self._offer(words.HIDE, lambda: self._choose(self.hide_person, self.highlight))
        for button in (self.highlight, self.hide_person):
            button.setCheckable(True)
        copy = self._offer(words.COPY_HANDLE, self._copy)
        self.profile = self._offer(words.OPEN_PROFILE, self._ask)
        self.profile.setEnabled(self._link is not None)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, 2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        for part in (name, handle, self.badges, self.facts):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(_make_row(self.highlight, self.hide_person))
        column.addLayout(_make_row(copy, self.profile))
        column.addWidget(self._make_question())

    def _make_question(self) -> QWidget:
        """The question before the browser is opened: it says which address."""
        self.question = QWidget(self)
        text = Label(write_question(self._link) if self._link else "", size="caption", colour="warn")
        text.setWordWrap(True)
        self.open_it = self._offer(words.OPEN, self._open)
        column = QVBoxLayout(self.question)
        set_gaps(column, GRID // 2, 0, 0, 0, 0)
        column.addWidget(text)
        column.addLayout(_make_row(self.open_it, self._offer(words.STAY, self.question.hide)))
        self.question.hide()
        return self.question

    def _ask(self) -> None:
        self.question.show()
        self.open_it.setFocus()

    def _open(self) -> None:
        if self._link is not None:
            open_link(self._link)
        self.close()

    def _copy(self) -> None:
        handle = clean(self._user.unique_id)
        QGuiApplication.clipboard().setText(f"@{handle}" if handle else clean(self._user.name))

    def _offer(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(show(text))
        button.setObjectName("small")
        button.clicked.connect(lambda _: do())
        return button


def _read_identity(user: User) -> str:
    number = "" if is_discreet() else str(user.id or "")
    return " · ".join(filter(None, (write_handle(user.unique_id), number)))


def _make_row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    set_gaps(row, GRID)
    for button in buttons:
        row.addWidget(button, 1)
    return row
