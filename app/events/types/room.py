"""What the room tells: viewers, captions, polls, goals, moderation, pins, chests, banners."""

from __future__ import annotations

from typing import ClassVar, Literal

from app.events.types.base import Event, User, UserEvent
from app.frozen import event, value

PollPhase = Literal["start", "update", "end"]


@value
class TopViewer:
    """A row of the top viewers.

    Attributes:
        user: who gave.
        score: coins.
        rank: place, from 1.
    """

    user: User
    score: int
    rank: int


@event
class Viewers(Event):
    """How many watch, and who gave most.

    Attributes:
        now: watching now.
        total: came so far.
        anonymous: how many of those who watch do so unseen, 0 when not told.
        top: who gave most, then those with a name who gave nothing; it ends at the first with neither.
    """

    type: ClassVar[str] = "viewers"
    now: int = 0
    total: int = 0
    anonymous: int = 0
    top: tuple[TopViewer, ...] = ()


@event
class Caption(Event):
    """What the host says, transcribed.

    Attributes:
        text: the words.
        language: code of the language.
        final: it will not change any more.
        sentence_id: captions with the same one replace each other until one is final.
        duration_ms: how long it was spoken, 0 when not told.
    """

    type: ClassVar[str] = "caption"
    text: str = ""
    language: str = ""
    final: bool = False
    sentence_id: int = 0
    duration_ms: int = 0


@value
class PollOption:
    """An answer of a poll.

    Attributes:
        text: the answer.
        votes: so far.
        voters: some of those who voted for it, often empty.
    """

    text: str
    votes: int
    voters: tuple[User, ...] = ()


@event
class Poll(Event):
    """A poll started, moved or ended.

    Attributes:
        poll_id: names the poll.
        phase: `start`, `update` or `end`.
        title: told at the start, often empty.
        options: the answers with their votes.
        operator: who started or ended it, null where not told.
        start_ms: ms since 1970, told at the start.
        end_ms: when it is to end, ms since 1970, told at the start.
    """

    type: ClassVar[str] = "poll"
    poll_id: int = 0
    phase: PollPhase = "update"
    title: str = ""
    options: tuple[PollOption, ...] = ()
    operator: User | None = None
    start_ms: int = 0
    end_ms: int = 0


@value
class GoalPart:
    """A part of a goal: so many of one gift, or of something else.

    Attributes:
        progress: how far it is.
        target: where it is reached.
        unit: the gift that counts, empty for others.
    """

    progress: int
    target: int
    unit: str = ""


@event
class Goal(UserEvent):
    """The host's goal moved; `user` moved it. Beside all parts, the one that moved stands on its own.

    Attributes:
        goal_id: names the goal.
        text: what the host wrote.
        progress: how far it is.
        target: where it is reached.
        unit: the gift that counts, empty for others.
        parts: all parts of the goal, the one that moved too.
        end_ms: when it runs out, ms since 1970, 0 when not told.
    """

    type: ClassVar[str] = "goal"
    goal_id: int = 0
    text: str = ""
    progress: int = 0
    target: int = 0
    unit: str = ""
    parts: tuple[GoalPart, ...] = ()
    end_ms: int = 0


@event
class Delete(Event):
    """A moderator removed comments: single ones, or everything of a person.

    Attributes:
        msg_ids: ids of the comments.
        user_ids: ids of people whose comments all go.
    """

    type: ClassVar[str] = "delete"
    msg_ids: tuple[int, ...] = ()
    user_ids: tuple[int, ...] = ()


@event
class Moderation(UserEvent):
    """Something about rights: `user` was muted, removed, made moderator, or what all may write was changed.

    Attributes:
        action: what, in words (`ban_talk`, `kickout`, `admin`).
        code: TikTok's number of it.
        operator: who did it.
    """

    type: ClassVar[str] = "moderation"
    action: str = ""
    code: int = 0
    operator: User | None = None


@event
class Pin(UserEvent):
    """A message of `user` was pinned, or unpinned.

    Attributes:
        pinned: false when it was taken down.
        text: its words.
        pinned_method: its kind, as a method.
        pinned_msg_id: its `msg_id`.
        operator: who pinned it.
        pinned_at_ms: when, ms since 1970.
        duration_s: how long it stays, 0 when not told.
    """

    type: ClassVar[str] = "pin"
    pinned: bool = True
    text: str = ""
    pinned_method: str = ""
    pinned_msg_id: int = 0
    operator: User | None = None
    pinned_at_ms: int = 0
    duration_s: int = 0


@event
class Envelope(UserEvent):
    """A treasure chest of `user`.

    Attributes:
        envelope_id: names the chest.
        diamonds: what is in it.
        people: how many share it.
        unpack_at_ms: when it opens, ms since 1970.
        open: false: it is gone.
        super_fan_box: it is a super-fan box.
    """

    type: ClassVar[str] = "envelope"
    envelope_id: str = ""
    diamonds: int = 0
    people: int = 0
    unpack_at_ms: int = 0
    open: bool = True
    super_fan_box: bool = False


@event
class Intro(UserEvent):
    """The introduction that `user`, the host, wrote; sent once at the start.

    Attributes:
        text: the words.
    """

    type: ClassVar[str] = "intro"
    text: str = ""


@event
class RoomText(Event):
    """A sentence TikTok shows in the room (welcome, warning, ...).

    Attributes:
        text: the sentence.
    """

    type: ClassVar[str] = "room_text"
    text: str = ""


@event
class Barrage(UserEvent):
    """A banner that flies over the video, about `user`.

    Attributes:
        text: the sentence.
        kind: TikTok's word for it (`user_upgrade`, `subscribe`, ...).
        code: its number.
        key: key of the sentence.
        level: the person's level as a gifter or a fan, 0 when not told.
    """

    type: ClassVar[str] = "barrage"
    text: str = ""
    kind: str = ""
    code: int = 0
    key: str = ""
    level: int = 0
