"""What every event has: its place in the stream and the person behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, ClassVar, Literal

from app.events.types.visible import is_visible
from app.frozen import event, value

Role = Literal["host", "moderator", "subscriber", "friend", "follower", "gifter"]
SOMEBODY = "Somebody"
BadgeKind = Literal["moderator", "subscriber", "top_gifter", "gifter_level", "fan_level", "host", "other"]


class _Nothing(Mapping[Any, object]):
    """An empty mapping that can be a default: unlike MappingProxyType it has a hash on every Python."""

    __slots__ = ()

    def __getitem__(self, key: object) -> object:
        raise KeyError(key)

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __hash__(self) -> int:
        return 0


NO_EXTRAS: Mapping[int, object] = _Nothing()
NO_FIELDS: Mapping[str, object] = _Nothing()


@value
class Badge:
    """A badge beside a name.

    Attributes:
        kind: `moderator`, `subscriber`, `top_gifter`, `gifter_level`, `fan_level`, `host` or `other`.
        level: gifter level, fan level or rank of the stream (1-3); 0 where there is none.
        text: what is written on it, if anything.
        icon_url: picture address, possibly empty.
    """

    kind: BadgeKind
    level: int = 0
    text: str = ""
    icon_url: str = ""


@value
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
    def key(self) -> int | str:
        """What tells this person from others: the id, else handle or nickname; empty for nobody."""
        return self.id or (f"@{self.unique_id}" if self.unique_id else self.nickname)

    @property
    def name(self) -> str:
        """The best name there is to show: nickname, else handle, else the id, else `Somebody`.

        A nickname of characters that draw nothing is none; the handle then stands with its @.
        """
        if is_visible(self.nickname):
            return self.nickname
        if is_visible(self.unique_id):
            return f"@{self.unique_id}" if self.nickname else self.unique_id
        return str(self.id) if self.id else SOMEBODY

    def find_level(self, kind: str) -> int:
        """The level of the first badge of that kind, 0 without one."""
        return next((badge.level for badge in self.badges if badge.kind == kind), 0)


NOBODY = User()


@event
class Event:
    """Something that happened in the room.

    Attributes:
        type: stable name in JSON (`comment`, `gift`, ...), one per class.
        method: normalised name of the message it came from, empty for events of our own.
        msg_id: server's message id, 0 when it gave none.
        room_id: room it happened in, 0 when unknown.
        at_ms: server time of the event where the message has one, else time of receipt; ms since 1970.
        extras: fields that our schema does not name, by number; left out in JSON where there are none.
    """

    type: ClassVar[str] = "event"

    method: str = ""
    msg_id: int = 0
    room_id: int = 0
    at_ms: int = 0
    extras: Mapping[int, object] = field(default=NO_EXTRAS, repr=False, hash=False)


@event
class UserEvent(Event):
    """Something a person did.

    Attributes:
        user: who did it; null in JSON where TikTok does not say.
    """

    user: User = NOBODY
