"""What stands on top of the chat: a comment that the room or the user pinned."""

from __future__ import annotations

from typing import ClassVar

from app.events import Delete, Pin
from app.state.bounds import shorten, shorten_person
from app.state.chat_row import ChatRow
from app.state.facts import Pinning, StreamStart
from app.state.part import NOTHING, Facts, Part, Takes, begin_anew


class Pins(Part):
    """The last that was pinned stays until it is taken down or removed.

    Attributes:
        shown: the row, None while nothing is pinned.
    """

    shown: ChatRow | None

    def __init__(self) -> None:
        super().__init__()
        self.shown = None

    def _pin(self, pin: Pin, _now_ms: int) -> Facts:
        row = None
        if pin.pinned and pin.text:
            user, text = shorten_person(pin.user), shorten(pin.text)
            row = ChatRow(pin.at_ms, "comment", user, text, pin.pinned_msg_id)
        return self._show(row)

    def _choose(self, pinning: Pinning, _now_ms: int) -> Facts:
        return self._show(pinning.row)

    def _remove(self, delete: Delete, _now_ms: int) -> Facts:
        row = self.shown
        if row is None:
            return NOTHING
        is_gone = bool(row.msg_id) and row.msg_id in delete.msg_ids
        is_banned = bool(row.user.id) and row.user.id in delete.user_ids
        return self._show(None) if is_gone or is_banned else NOTHING

    def _show(self, row: ChatRow | None) -> Facts:
        if row != self.shown:
            self.shown = row
            self.revision += 1
        return NOTHING

    TAKES: ClassVar[Takes] = {Pin: _pin, Pinning: _choose, Delete: _remove, StreamStart: begin_anew}
