"""One line of the chat."""

from __future__ import annotations

from typing import Literal

from app.events import NOBODY, User
from app.frozen import quick, value

RowKind = Literal[
    "comment", "emote", "follow", "share", "subscribe", "super_fan", "question", "gift", "notice", "gap"
]


@value
class ChatRow:
    """One line of the chat pane.

    Attributes:
        at_ms: when it happened, ms since 1970.
        kind: what it is; panes choose icon and word by it.
        user: who, `NOBODY` for notices.
        text: untrusted words of the user, or a sentence of ours in a notice.
        msg_id: id of the message it came from, 0 without one.
        deleted: a moderator removed it.
        is_history: said before we connected.
        seq: its number, from 1, without holes; 0 before the log has given it one.
    """

    at_ms: int
    kind: RowKind
    user: User = NOBODY
    text: str = ""
    msg_id: int = 0
    deleted: bool = False
    is_history: bool = False
    seq: int = 0


new_row = quick(ChatRow)
