"""tik.tools' managed socket: flat JSON events (protocol.md b.8, g.11; tik.tools/docs)."""

from __future__ import annotations

from urllib.parse import urlencode

from app.connector.managed.closing import clean_words
from app.connector.managed.flat_decode import decode_event
from app.connector.managed.parts import FramePart, find_part
from app.connector.managed.people import read_user
from app.connector.managed.route import UrlRoute
from app.errors import SignerLimited
from app.events import Connected, Event
from app.words import providers as words

SILENT = frozenset({"_journal", "ping", "pong"})
LIMITED_S = 300.0  # a free key has one connection in five minutes


class TikTools(UrlRoute):
    """tik.tools' managed socket."""

    source = "tiktools"
    peer = "tik.tools"

    def _make_url(self) -> str:
        key = {"apiKey": self._access.key} if self._access.key else {}
        return f"{self._access.address}/?{urlencode({'uniqueId': self._target.unique_id} | key)}"

    def _read_events(self, frame: object, at_ms: int) -> list[Event]:
        part = find_part(frame)
        name = part.read_text("event", "type")
        if name in words.LIMITS:
            raise make_limit_error(name, part, self._access.key)
        if name in SILENT:
            return []
        body = part.read_part("data") or FramePart(
            {key: value for key, value in part.data.items() if key != "event"}
        )
        return [make_connected(part, body, at_ms) if name == "roomInfo" else decode_event(name, body, at_ms)]


def make_limit_error(name: str, part: FramePart, key: str) -> SignerLimited:
    """Make the error for a limit, with the provider's words and without its addresses."""
    reason = clean_words(part.read_text("message") or part.read_part("data").read_text("message"), key)
    reason = reason if reason.rstrip(".") else words.LIMITS[name]
    sentence = words.PEER_SAID.fill(peer=TikTools.peer, reason=reason)
    return SignerLimited(sentence, retry_after=LIMITED_S)


def make_connected(part: FramePart, body: FramePart, at_ms: int) -> Connected:
    """Make the `Connected`. The room's id stands beside the data in some frames and inside in others."""
    host = read_user(body.read_part("user", "host", "owner"))
    return Connected(
        at_ms=at_ms,
        room_id=part.read_identity("roomId") or body.read_identity("roomId", "id"),
        unique_id=part.read_text("uniqueId") or body.read_text("uniqueId") or host.unique_id,
        host=host if host.id else None,
        title=body.read_text("title"),
        source=TikTools.source,
    )
