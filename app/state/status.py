"""What is going on with the connection, in plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from app.events import (
    Connected,
    Connecting,
    Disconnected,
    End,
    Event,
    Pause,
    Quota,
    Reconnecting,
    Resume,
    User,
)
from app.frozen import value
from app.words import status as words

# Whatever else happens changes nothing in the status but when something came last.
OF_STATUS: frozenset[type[Event]] = frozenset(
    {Connecting, Connected, Reconnecting, Quota, Pause, Resume, End, Disconnected}
)
ON_AIR = frozenset({"live", "paused"})
DAY_MS = 86_400_000
NO_FAILURE = {"code": "", "is_lost": False, "trying_ms": 0, "trouble": "", "trouble_hint": ""}
StatusPhase = Literal["idle", "connecting", "live", "paused", "reconnecting", "waiting", "ended", "failed"]


@value
class Status:
    """Where the connection stands.

    Attributes:
        sentence: what is going on.
        hint: what happens next, or what to do.
        code: of the failure that was last (app.errors), empty as soon as there is a connection.
        started_ms: when the stream began, ms since 1970, 0 when unknown.
        last_event_ms: when something was last received, our clock, 0 before anything was.
        is_lost: there was a connection, and the trouble ended it; else there has been none yet.
        retry_at_ms: when the next attempt starts, 0 when none is planned.
        trying_ms: since when the creator is waited for, or the connection tried in vain; 0 while neither is.
        trouble: why the last attempt was in vain, also while the next one is made; empty when none was.
        trouble_hint: what may help against that.
        notice: what was typed and could not be done; it changes nothing else.
        notice_hint: what to do instead.
        notice_ms: when that was said, our clock.
        quota: what is left at the sign provider, None when it was not told.
    """

    phase: StatusPhase = "idle"
    sentence: str = words.NOT_CONNECTED
    hint: str = words.TYPE_A_NAME
    code: str = ""
    unique_id: str = ""
    title: str = ""
    host: User | None = None
    room_id: int = 0
    started_ms: int = 0
    last_event_ms: int = 0
    is_lost: bool = False
    retry_at_ms: int = 0
    trying_ms: int = 0
    trouble: str = ""
    trouble_hint: str = ""
    attempt: int = 0
    notice: str = ""
    notice_hint: str = ""
    notice_ms: int = 0
    quota: Quota | None = None
    revision: int = 0


def change_status(status: Status, event: Event, now_ms: int) -> Status:
    """The status once this event has happened."""
    changes = _read_connection(status, event, now_ms) or _read_stream(event)
    if not changes:
        return status
    changes["unique_id"] = changes.get("unique_id") or status.unique_id
    if not isinstance(event, Connecting | Reconnecting | Quota):
        changes["notice"] = ""  # further attempts at the same are no news to who has just typed
    return replace(status, **changes, **_keep_failure(status, event, now_ms))


def _keep_failure(status: Status, event: Event, now_ms: int) -> dict[str, Any]:
    """What is kept of an earlier failure while the same is tried again."""
    match event:
        case Quota():
            return {}
        case Connecting() if event.attempt > 1:
            return {}
        case Reconnecting():
            return {
                "code": event.code,
                "is_lost": status.is_lost or status.phase in ON_AIR,
                "trying_ms": status.trying_ms or now_ms,
                "trouble": event.reason,
                "trouble_hint": event.hint,
            }
        case Disconnected():
            return {**NO_FAILURE, "code": event.code}
        case _:
            return NO_FAILURE


def _read_connection(status: Status, event: Event, now_ms: int) -> dict[str, Any]:
    match event:
        case Connecting():
            return _make_phase("connecting", event.step or words.CONNECTING) | {
                "unique_id": event.unique_id,
                "attempt": event.attempt,
            }
        case Connected():
            return (
                _make_phase("live", words.LIVE)
                | _enter_room(status, event, now_ms)
                | {"last_event_ms": now_ms}
            )
        case Reconnecting():
            phase: StatusPhase = "waiting" if event.code == "offline" else "reconnecting"
            retry_at_ms = now_ms + round(event.delay_s * 1000)
            return _make_phase(phase, event.reason, event.hint, retry_at_ms) | {"attempt": event.attempt}
        case Quota():
            return {"quota": event}
        case _:
            return {}


def _enter_room(status: Status, event: Connected, now_ms: int) -> dict[str, Any]:
    """The room that was entered; what another way in does not tell of the same one stays known."""
    named = event.unique_id.lower() in ("", status.unique_id.lower())
    same = bool(status.room_id) and (event.room_id == status.room_id or (not event.room_id and named))
    host_stays = same or (named and bool(event.unique_id))
    started_ms = event.started_ms if 0 < event.started_ms <= now_ms + DAY_MS else 0
    return {
        "unique_id": event.unique_id,
        "title": event.title or (status.title if same else ""),
        "host": event.host or (status.host if host_stays else None),
        "room_id": event.room_id or (status.room_id if same else 0),
        "started_ms": started_ms or (status.started_ms if same else 0),
    }


def _read_stream(event: Event) -> dict[str, Any]:
    match event:
        case Pause():
            return _make_phase("paused", words.PAUSED)
        case Resume():
            return _make_phase("live", words.LIVE)
        case End():
            return _make_phase("ended", words.ENDED_BY_TIKTOK if event.is_by_tiktok else words.ENDED_BY_HOST)
        case Disconnected() if event.ended:
            return _make_phase("ended", event.reason or words.ENDED, event.hint)
        case Disconnected():
            return _make_phase(
                "failed" if event.code else "idle", event.reason or words.NOT_CONNECTED, event.hint
            )
        case _:
            return {}


def _make_phase(phase: StatusPhase, sentence: str, hint: str = "", retry_at_ms: int = 0) -> dict[str, Any]:
    return {"phase": phase, "sentence": sentence, "hint": hint, "retry_at_ms": retry_at_ms}
