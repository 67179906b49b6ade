"""What every event has: its place in the stream and the person behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Literal

Role = Literal["host", "moderator", "subscriber", "super_fan", "friend", "follower", "gifter"]
NO_EXTRAS: Mapping[int, object] = MappingProxyType({})
NO_FIELDS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge beside a name (protocol.md g.7).

    Attributes:
        kind: `moderator`, `subscriber`, `top_gifter`, `gifter_level`, `fan_level`, `host` or `other`.
        level: gifter level, fan level or rank of the stream (1-3); 0 where there is none.
        text: what is written on it, if anything.
        icon_url: picture address, possibly empty.
    """

    kind: str
    level: int = 0
    text: str = ""
    icon_url: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """A person. `id` is the only key that never changes: handles and nicknames do.

    Attributes:
        id: numeric user id, 0 when unknown.
        unique_id: the @handle without the @.
        nickname: display name, any script, untrusted text.
        avatar_url: small picture, possibly empty; the address changes, key caches by id.
        badges: in the order the server sent them, without repetition.
        roles: what the person is to the host, most important first.
    """

    id: int = 0
    unique_id: str = ""
    nickname: str = ""
    avatar_url: str = ""
    badges: tuple[Badge, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def name(self) -> str:
        """The best name there is to show: nickname, else handle, else the id."""
        return self.nickname or self.unique_id or str(self.id)

    def level(self, kind: str) -> int:
        """The level of the first badge of that kind, 0 without one."""
        return next((badge.level for badge in self.badges if badge.kind == kind), 0)


NOBODY = User()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened in the room.

    Attributes:
        type: stable name in JSON (`comment`, `gift`, ...), one per class.
        method: normalised name of the message it came from, empty for events of our own.
        msg_id: server's message id, 0 when it gave none.
        room_id: room it happened in, 0 when unknown.
        at_ms: server time of the event where the message has one, else time of receipt; ms since 1970.
        extras: fields that our schema does not name, by number.
    """

    type: ClassVar[str] = "event"

    method: str = ""
    msg_id: int = 0
    room_id: int = 0
    at_ms: int = 0
    extras: Mapping[int, object] = field(default_factory=lambda: NO_EXTRAS, repr=False, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UserEvent(Event):
    """Something a person did.

    Attributes:
        user: who did it; null in JSON where TikTok does not say.
    """

    user: User = NOBODY
