"""Events of our own: what the connection does, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from app.events.base import NO_EXTRAS, NO_FIELDS, Event, User


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(Event):
    """Something happened to the stream that has no class of its own. `action` is the wire's number."""

    type: ClassVar[str] = "control"

    action: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Control):
    """The host paused the stream."""

    type: ClassVar[str] = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Control):
    """The host goes on."""

    type: ClassVar[str] = "resume"


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Control):
    """The stream is over: action 3 by the host, 4 by moderation."""

    type: ClassVar[str] = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connecting(Event):
    """An attempt begins; `step` says in plain words what is being done."""

    type: ClassVar[str] = "connecting"
    unique_id: str = ""
    step: str = ""
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected(Event):
    """The socket is open and the room entered.

    Attributes:
        unique_id: handle of the host, without the @.
        host: the host as the room's page told it, None when only the room id was known.
        title: title of the stream.
        started_ms: when the stream began, ms since 1970, 0 when unknown.
        source: the way in that worked (`signed`, ...).
    """

    type: ClassVar[str] = "connected"
    unique_id: str = ""
    host: User | None = None
    title: str = ""
    started_ms: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconnecting(Event):
    """The connection was lost; the next attempt starts in `delay_s` seconds."""

    type: ClassVar[str] = "reconnecting"
    reason: str = ""
    code: str = ""
    hint: str = ""
    delay_s: float = 0.0
    attempt: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Event):
    """Nothing was received between the two times (ms since 1970): what happened then is unknown."""

    type: ClassVar[str] = "gap"
    from_ms: int = 0
    to_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Event):
    """What is left at the sign provider (protocol.md b.2, b.3), told when it changes.

    Attributes:
        span: the period it counts in, `minute`, `hour` or `day`; empty when not told.
        limit: signatures in that period.
        left: how many of them are left.
        reset_ms: when they are renewed, ms since 1970, 0 when not told.
    """

    type: ClassVar[str] = "quota"
    span: str = ""
    limit: int = 0
    left: int = 0
    reset_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Disconnected(Event):
    """The source is done. `ended` when the stream is over, else `reason` and `code` say why."""

    type: ClassVar[str] = "disconnected"
    ended: bool = False
    reason: str = ""
    code: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Event):
    """A method that our schema does not know. `fields` holds its body by field number."""

    type: ClassVar[str] = "unknown"
    fields: Mapping[int, object] = field(default_factory=lambda: NO_EXTRAS, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Event):
    """A method that we know and show in general form only: a line and its fields by name."""

    type: ClassVar[str] = "other"
    name: str = ""
    summary: str = ""
    fields: Mapping[str, object] = field(default_factory=lambda: NO_FIELDS, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecodable(Event):
    """A message of a known method whose bytes could not be read; it cost only itself."""

    type: ClassVar[str] = "undecodable"
    reason: str = ""
    size: int = 0
