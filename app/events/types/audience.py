"""What viewers do: talk, like, come, follow, share, subscribe, ask."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.events.types.base import Event, User, UserEvent
from app.frozen import event, value

SuperFanPhase = Literal["new", "join", "upgrade", "unknown"]


@value
class Emote:
    """A picture inside a comment.

    Attributes:
        index: where it stands, in characters into the text. A picture before it counts as one: 19 captured in
            a row, without text, have 0 to 18.
        emote_id: names the picture.
        image_url: address of the picture, possibly empty.
    """

    index: int
    emote_id: str
    image_url: str = ""


@event
class Comment(UserEvent):
    """Somebody wrote in the chat.

    Attributes:
        text: untrusted; empty when the comment is pictures only.
        language: as TikTok guesses it; `un` unknown.
        emotes: pictures at their places.
        mentions: who is addressed.
        reply_to: who is answered. TikTok's own socket does not say; a managed one may.
        is_history: written before the connection.
    """

    type: ClassVar[str] = "comment"
    text: str = ""
    language: str = ""
    emotes: tuple[Emote, ...] = ()
    mentions: tuple[User, ...] = ()
    reply_to: User | None = None
    is_history: bool = False


@event
class EmoteComment(UserEvent):
    """Somebody sent pictures only.

    Attributes:
        emotes: in the order sent.
    """

    type: ClassVar[str] = "emote"
    emotes: tuple[Emote, ...] = ()


@event
class Like(UserEvent):
    """Somebody tapped. Two counters fight in `total` of real rooms: keep the largest and sum the counts.

    Attributes:
        count: taps in this message, 0 when not told; TikTok packs up to about 15.
        total: counter of the room, 0 when not told.
    """

    type: ClassVar[str] = "like"
    count: int = 0
    total: int = 0


@event
class Join(UserEvent):
    """A viewer came in. TikTok samples these in busy rooms.

    A gifter of a high level is announced by a banner (`WebcastBarrageMessage`) instead, or seconds apart by
    both: whoever counts, counts a person once a minute.

    Attributes:
        viewers: the count it carried, or 0.
        via: where the viewer came from, in TikTok's words (`homepage_hot-live_cell`), often empty.
        entry: how: `draw`, `click`, ... (client_enter_type).
        reason: why TikTok offered the stream (client_live_reason).
        shared: came by a link that somebody shared.
    """

    type: ClassVar[str] = "join"
    viewers: int = 0
    via: str = ""
    entry: str = ""
    reason: str = ""
    shared: bool = False


@event
class Follow(UserEvent):
    """Somebody followed the host.

    Attributes:
        followers: the host's total, 0 when not sent.
    """

    type: ClassVar[str] = "follow"
    followers: int = 0


@event
class Share(UserEvent):
    """Somebody shared the stream.

    Attributes:
        brought: viewers that it brought, in rounded steps, 0 when not said.
        shares: counter of the room, 0 when not sent.
    """

    type: ClassVar[str] = "share"
    brought: int = 0
    shares: int = 0


@event
class Subscribe(UserEvent):
    """A subscription began or was renewed.

    Attributes:
        months: months so far.
        renewed: it is not the first.
        gifted: somebody else, or TikTok, paid for it.
    """

    type: ClassVar[str] = "subscribe"
    months: int = 0
    renewed: bool = False
    gifted: bool = False


@event
class SuperFan(UserEvent):
    """Somebody became a super fan, came in as one, or went up a level.

    Attributes:
        phase: `new`, `join` (came in), `upgrade` (went up a level), `unknown`.
        text: TikTok's sentence.
    """

    type: ClassVar[str] = "super_fan"
    phase: SuperFanPhase = "unknown"
    text: str = ""


@event
class FanClub(UserEvent):
    """Somebody came in as a member of the host's fan club, joined it or went up in it.

    Attributes:
        action: `entrance`, `new_fans`, `fans_level_upgrade`, ... as TikTok calls it.
        level: the person's level in the club, 0 when not told.
        text: TikTok's sentence.
    """

    type: ClassVar[str] = "fan_club"
    action: str = ""
    level: int = 0
    text: str = ""


@event
class Question(UserEvent):
    """A question of the Q&A box was asked, taken up or laid down.

    Attributes:
        phase: `new`, `selected` (the host answers it now) or `removed`, which tells the id and, of a
            deleted one, who asked.
        question_id: names the question.
        text: untrusted.
    """

    type: ClassVar[str] = "question"
    phase: Literal["new", "selected", "removed"] = "new"
    question_id: int = 0
    text: str = ""


@event
class Visitor(Event):
    """A viewer without an account came in.

    Attributes:
        name: what TikTok calls them (`Viewer194907`).
        text: TikTok's sentence.
    """

    type: ClassVar[str] = "visitor"
    name: str = ""
    text: str = ""
