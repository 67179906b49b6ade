"""The pane of an inbox: what waits, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.session import Tell
from app.state.facts import Tick, UndoTick
from app.ui.card import Card
from app.ui.figures import group_digits
from app.ui.gift_tables import frame_table, repaint_rows
from app.ui.inboxes.delegate import InboxDelegate
from app.ui.inboxes.model import InboxModel
from app.ui.inboxes.table import InboxTable
from app.ui.wishes import SeePerson
from app.words import inboxes as words
from app.words import show
from app.words.discretion import speak_openly

if TYPE_CHECKING:
    from app.pictures.wish import Key
    from app.ui.inboxes.source import InboxFrame
    from app.ui.inboxes.style import InboxStyle
    from app.ui.pictures import Pictures


class InboxPane(Card):
    """Rows that are ticked by Space or a click, and taken back by U.

    Attributes:
        NAME: of the part of the state that it shows.
        STYLE: how its rows are worded.
    """

    EVERY_MS = 250
    NAME: ClassVar[str]
    STYLE: ClassVar[InboxStyle]

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.model = InboxModel(self.STYLE, self)
        self._rows = InboxDelegate(self.model, self.STYLE, self)
        self.table = InboxTable(self.model, self._rows, self.STYLE.title)
        self._rows.ticked.connect(self._tick_at)
        self._rows.person_clicked.connect(self._show_person_at)
        self.body.addWidget(frame_table(self.table, self.model, self.STYLE.note), 1)

    def present(self, frame: InboxFrame) -> None:
        """Show a frame."""
        self.table.present(frame)
        number = group_digits(frame.open_count)
        waiting = words.OPEN.fill(count=frame.open_count, number=number) if frame.rows else ""
        if frame.dropped:
            dropped = group_digits(frame.dropped)
            about = words.ABOUT_LEFT_OUT.fill(most=group_digits(frame.most))
            self.note.word(words.LEFT_OUT.fill(open=waiting, number=dropped), number)
            self.note.setToolTip(show(about))
        else:
            self.note.word(waiting, *([number] if waiting else []))

    def illustrate(self, pictures: Pictures) -> None:
        """Show people as they are found there."""
        self._rows.pictures = pictures
        pictures.arrived.connect(self._repaint_people)

    def _repaint_people(self, keys: frozenset[Key]) -> None:
        repaint_rows(self.table, lambda at: ("avatar", self.model.rows[at].user.id) in keys)

    def redress(self) -> None:
        """Take the sizes of now."""
        self._rows.redress()
        self.table.fit_heights()

    def find_first_stop(self) -> QWidget | None:
        """The rows, where there are any."""
        return self.table if self.model.rows else None

    def tick(self) -> None:
        """Tick the rows that are chosen; if all of them are ticked, take their ticks off."""
        self._tick(self.table.list_chosen())

    def undo(self) -> None:
        """Take back what was ticked last."""
        self.table.hold()
        self.wish.emit(Tell(UndoTick(self.NAME)))

    def show_person(self) -> None:
        """See the card of the current row's person."""
        self._show_person_at(self.table.currentIndex().row())

    def copy_chosen(self) -> None:
        """Copy the rows that are chosen as lines of text, or all where none is."""
        rows = self.table.list_chosen() or self.model.rows
        with speak_openly():
            lines = [show(self.STYLE.copy_row(row)) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _tick(self, rows: list[Any]) -> None:
        self.table.hold()
        waiting = tuple(row.number for row in rows if not row.ticked_ms)
        if rows:
            numbers = waiting or tuple(row.number for row in rows)
            self.wish.emit(Tell(Tick(self.NAME, numbers, is_done=bool(waiting))))

    def _tick_at(self, at: int) -> None:
        self._tick([self.model.rows[at]])

    def _show_person_at(self, at: int) -> None:
        if not 0 <= at < len(self.model.rows) or not (user := self.model.rows[at].user).key:
            return
        below = QPoint(0, self.table.rowViewportPosition(at) + self.table.rowHeight(at))
        place = self.table.viewport().mapToGlobal(below)
        self.wish.emit(SeePerson(user, place.x(), place.y()))
