"""Events of our own: what the connection does (protocol.md b.2, b.3), and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from app.events.types.base import NO_EXTRAS, NO_FIELDS, Event, User
from app.frozen import event

SUSPENDED = 4  # ControlAction


@event
class Control(Event):
    """Something happened to the stream that has no class of its own.

    Attributes:
        action: TikTok's number: 1 paused, 2 resumed, 3 ended by the host, 4 ended by TikTok.
    """

    type: ClassVar[str] = "control"

    action: int = 0


@event
class Pause(Control):
    """The host paused the stream."""

    type: ClassVar[str] = "pause"


@event
class Resume(Control):
    """The host goes on."""

    type: ClassVar[str] = "resume"


@event
class End(Control):
    """The stream is over: action 3 by the host, 4 by moderation."""

    type: ClassVar[str] = "end"

    @property
    def is_by_tiktok(self) -> bool:
        """Whether TikTok ended it, not the host."""
        return self.action == SUSPENDED


@event
class Connecting(Event):
    """An attempt begins.

    Attributes:
        unique_id: handle of the host.
        step: what is being done, in plain words.
        attempt: counts from 1.
    """

    type: ClassVar[str] = "connecting"
    unique_id: str = ""
    step: str = ""
    attempt: int = 1


@event
class Connected(Event):
    """The socket is open and the room entered.

    Attributes:
        unique_id: handle of the host, without the @.
        host: the host as the room's page told it, null when only the room id was known.
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


@event
class Reconnecting(Event):
    """The connection was lost or refused; another attempt follows.

    Attributes:
        reason: what happened.
        code: name of the failure (docs/failures.md).
        hint: what may help.
        delay_s: seconds until the next attempt.
        attempt: how many there were.
    """

    type: ClassVar[str] = "reconnecting"
    reason: str = ""
    code: str = ""
    hint: str = ""
    delay_s: float = 0.0
    attempt: int = 1


@event
class Gap(Event):
    """Nothing was received between the two times: what happened then is unknown.

    Attributes:
        from_ms: ms since 1970.
        to_ms: ms since 1970.
    """

    type: ClassVar[str] = "gap"
    from_ms: int = 0
    to_ms: int = 0


@event
class Quota(Event):
    """What is left at the sign provider, told when it changes.

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


@event
class Disconnected(Event):
    """The source is done; there will be no more.

    Attributes:
        ended: the stream is over.
        reason: why.
        code: name of the failure, empty without one.
        hint: what may help.
    """

    type: ClassVar[str] = "disconnected"
    ended: bool = False
    reason: str = ""
    code: str = ""
    hint: str = ""


@event
class Unknown(Event):
    """A method that has no public schema.

    Attributes:
        fields: its body by field number, a repeated field as a list. In JSON, bytes that are printable text
            are text, others `base64:…`. Number 0 holds the whole body where it is no protobuf.
    """

    type: ClassVar[str] = "unknown"
    fields: Mapping[int, object] = field(default=NO_EXTRAS, hash=False)


@event
class Other(Event):
    """A method that we know and show in general form.

    Attributes:
        name: its name in lower case (`link_layer`).
        summary: what TikTok would show of it, in one line.
        fields: what is set, by name; a field that no schema names by its number.
    """

    type: ClassVar[str] = "other"
    name: str = ""
    summary: str = ""
    fields: Mapping[str, object] = field(default=NO_FIELDS, hash=False)


@event
class Undecodable(Event):
    """A message of a known method whose bytes could not be read; it cost only itself.

    Attributes:
        reason: what is wrong with it.
        size: bytes.
    """

    type: ClassVar[str] = "undecodable"
    reason: str = ""
    size: int = 0
