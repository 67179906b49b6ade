"""Tells screen readers of gifts, politely and seldom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject

from app.ui.panes.chat.sentences import write_line

if TYPE_CHECKING:
    from app.state import ChatRow
    from app.ui.panes.chat.filters import Sieve

REST_MS = 5_000


class Announcer:
    """Announces on behalf of a widget, at most once in 5 s: the largest gift of those that came at once."""

    def __init__(self, widget: QObject) -> None:
        self._widget, self._since = widget, QElapsedTimer()

    def announce(self, rows: Sequence[ChatRow], sieve: Sieve) -> None:
        """Announce a gift among rows that came, if one is shown and it is time."""
        gifts = [row for row in rows if row.kind == "gift"]
        if not gifts:
            return
        from PySide6.QtGui import (  # noqa: PLC0415 - not for the first picture
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        if not QAccessible.isActive() or (self._since.isValid() and self._since.elapsed() < REST_MS):
            return
        if gifts := [row for row in gifts if sieve.can_pass(row)]:
            self._since.start()
            largest = max(gifts, key=lambda row: row.diamonds)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, write_line(largest)))
