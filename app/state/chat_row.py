"""One line of the chat."""

from __future__ import annotations

from typing import Literal

from app.events import NOBODY, Emote, User
from app.frozen import make_quick, value

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
        is_deleted: a moderator removed it.
        is_history: said before we connected.
        seq: its number, from 1, without holes; 0 before the log has given it one.
        emotes: pictures at their places in the text.
        mentions: who is addressed.
        reply_to: who is answered, where the source tells it.
        is_first: the first comment of that person in this stream.
        others: in a run of the same deed, some of those who did it after `user`.
        count: how many people did it, or how often the same was written.
        diamonds: what a gift is worth.
        gift: number of a gift's row in the ledger, 0 for anything else.
        gift_id: TikTok's id of the kind of gift.
        icon_url: address of the gift's picture, possibly empty.
    """

    at_ms: int
    kind: RowKind
    user: User = NOBODY
    text: str = ""
    msg_id: int = 0
    is_deleted: bool = False
    is_history: bool = False
    seq: int = 0
    emotes: tuple[Emote, ...] = ()
    mentions: tuple[User, ...] = ()
    reply_to: User | None = None
    is_first: bool = False
    others: tuple[User, ...] = ()
    count: int = 1
    diamonds: int = 0
    gift: int = 0
    gift_id: int = 0
    icon_url: str = ""


new_row = make_quick(ChatRow)
