"""What people and the host do in the room: talk, like, come, follow, ask; and what the room tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.events.base import Event, User, UserEvent

SuperFanPhase = Literal["new", "join", "upgrade", "unknown"]


@dataclass(frozen=True, slots=True)
class Emote:
    """A picture inside a comment, at `index` (characters into the text)."""

    index: int
    emote_id: str
    image_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(UserEvent):
    """Somebody wrote in the chat. `text` is untrusted."""

    type: ClassVar[str] = "comment"
    text: str = ""
    language: str = ""
    emotes: tuple[Emote, ...] = ()
    mentions: tuple[User, ...] = ()
    reply_to: User | None = None
    is_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmoteComment(UserEvent):
    """A comment of pictures only."""

    type: ClassVar[str] = "emote"
    emotes: tuple[Emote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Like(UserEvent):
    """`count` taps in this message (TikTok packs up to about 15); `total` is the room's counter."""

    type: ClassVar[str] = "like"
    count: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(UserEvent):
    """A viewer came in. TikTok samples these in busy rooms. `viewers` is the count it carried, or 0."""

    type: ClassVar[str] = "join"
    viewers: int = 0
    via: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow(UserEvent):
    """Somebody followed the host. `followers` is the host's total, 0 when not sent."""

    type: ClassVar[str] = "follow"
    followers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(UserEvent):
    """Somebody shared the stream. `brought` is how many viewers that brought, 0 when not said."""

    type: ClassVar[str] = "share"
    brought: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe(UserEvent):
    """A subscription began or was renewed. `months` counts them."""

    type: ClassVar[str] = "subscribe"
    months: int = 0
    renewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperFan(UserEvent):
    """Somebody became a super fan (`phase` new), came in as one (join) or went up a level (upgrade)."""

    type: ClassVar[str] = "super_fan"
    phase: SuperFanPhase = "unknown"
    text: str = ""


@dataclass(frozen=True, slots=True)
class TopViewer:
    """A row of the top viewers: rank from 1, `score` in coins."""

    user: User
    score: int
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewers(Event):
    """How many watch `now`, how many came so far (`total`), and who gave most."""

    type: ClassVar[str] = "viewers"
    now: int = 0
    total: int = 0
    top: tuple[TopViewer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption(Event):
    """What the host says, transcribed. Interim captions are replaced by the one with `final` set."""

    type: ClassVar[str] = "caption"
    text: str = ""
    language: str = ""
    final: bool = False
    sentence_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(UserEvent):
    """A question was asked through the Q&A box."""

    type: ClassVar[str] = "question"
    question_id: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class PollOption:
    """An answer of a poll with its votes so far."""

    text: str
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(Event):
    """A poll started, moved or ended."""

    type: ClassVar[str] = "poll"
    poll_id: int = 0
    phase: Literal["start", "update", "end"] = "update"
    title: str = ""
    options: tuple[PollOption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(UserEvent):
    """The host's goal moved. `progress` of `target`, in what `unit` names."""

    type: ClassVar[str] = "goal"
    goal_id: int = 0
    text: str = ""
    progress: int = 0
    target: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete(Event):
    """A moderator removed comments: single ones by id, or everything of a person."""

    type: ClassVar[str] = "delete"
    msg_ids: tuple[int, ...] = ()
    user_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation(UserEvent):
    """A member was muted, removed, made moderator, ... `action` says which, `operator` who did it."""

    type: ClassVar[str] = "moderation"
    action: str = ""
    code: int = 0
    operator: User | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(UserEvent):
    """A message was pinned (or unpinned). `text` is its comment, `pinned_method` its kind."""

    type: ClassVar[str] = "pin"
    pinned: bool = True
    text: str = ""
    pinned_method: str = ""
    pinned_msg_id: int = 0
    operator: User | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(UserEvent):
    """A treasure chest. `diamonds` for `people`, opens at `unpack_at_ms`; hidden again when `open` is off."""

    type: ClassVar[str] = "envelope"
    envelope_id: str = ""
    diamonds: int = 0
    people: int = 0
    unpack_at_ms: int = 0
    open: bool = True
    super_fan_box: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Intro(UserEvent):
    """The host's introduction text, sent once at the start."""

    type: ClassVar[str] = "intro"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomText(Event):
    """A sentence TikTok shows in the room (welcome, warning, ...)."""

    type: ClassVar[str] = "room_text"
    text: str = ""


@dataclass(frozen=True, slots=True)
class RankEntry:
    """One ranking: `kind` as TikTok numbers it, own `rank` (0 unranked), `score`, seconds left."""

    kind: int
    rank: int
    score: int
    countdown_s: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankUpdate(Event):
    """The host's place in the rankings moved."""

    type: ClassVar[str] = "rank"
    entries: tuple[RankEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankText(UserEvent):
    """A viewer became one of the top viewers."""

    type: ClassVar[str] = "rank_text"
    text: str = ""
    rank_before: int = 0
    rank_after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrage(UserEvent):
    """A banner that flies over the video (level up, entrance of a fan, ...)."""

    type: ClassVar[str] = "barrage"
    text: str = ""
    code: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor(Event):
    """A viewer without an account came in; `name` is the number TikTok shows for them."""

    type: ClassVar[str] = "visitor"
    name: str = ""
    text: str = ""
