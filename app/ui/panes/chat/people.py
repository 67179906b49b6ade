"""What can be done with the current row and its person: the card, a judgement, a pin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, Signal

from app.session import Tell
from app.state.facts import Judgement, Opinion, Pinning

if TYPE_CHECKING:
    from app.events import User
    from app.settings import Choices
    from app.state import ChatRow
    from app.ui.panes.chat.person_card import PersonCard
    from app.ui.panes.chat.source import KnownPeople, Portrait
    from app.ui.panes.chat.view import ChatView


class PeopleDeeds(QObject):
    """Acts on the row that is chosen in a view.

    Signals:
        wish: what the user wants.

    Attributes:
        card: that is open, None while none is.
    """

    wish = Signal(object)

    def __init__(self, view: ChatView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self.card: PersonCard | None = None

    def show_card(self, choices: Choices) -> None:
        """Open the card of the current row's person."""
        row = self._view.find_current_row()
        if row is None or not row.user.key:
            return
        at = self._view.rows.find(row.seq)
        drop = max(0, self._view.rowViewportPosition(at)) + self._view.rowHeight(at)
        place = self._view.viewport().mapToGlobal(QPoint(self._view.layouts.fonts.slot_x, drop))
        self.open_card(row.user, choices, place)

    def open_card(self, person: User, choices: Choices, place: QPoint) -> None:
        """Open the card of a person there on the screen."""
        from app.ui.panes.chat.person_card import PersonCard  # noqa: PLC0415 - not for the first picture

        self.card = PersonCard(person, choices.app_url, self._view.painter.pictures, self._view)
        self.card.wish.connect(self.wish)
        self.card.destroyed.connect(self._forget)
        self.card.open_at(place)

    def present(self, portrait: Portrait | None) -> None:
        """Show what is known of the person whose card is open."""
        if self.card is not None and portrait is not None:
            self.card.present(portrait)

    def judge(self, view: Literal["hidden", "highlighted"], crowd: KnownPeople) -> None:
        """Hide or highlight the person of the current row; do it again to take that back."""
        row = self._view.find_current_row()
        if row is None or not row.user.key:
            return
        before = crowd.hidden if view == "hidden" else crowd.highlighted
        opinion = Opinion("" if row.user.key in before else view)
        self.wish.emit(Tell(Judgement(row.user.key, opinion)))

    def pin(self, pinned: ChatRow | None) -> None:
        """Pin the current row; if it is pinned already, take it down."""
        row = self._view.find_current_row()
        if row is not None:
            is_pinned = pinned is not None and pinned.seq == row.seq
            self.wish.emit(Tell(Pinning(None if is_pinned else row)))

    def _forget(self) -> None:
        self.card = None
