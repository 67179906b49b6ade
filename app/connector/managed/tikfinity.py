"""The event socket of the TikFinity program: `{"event", "data"}` as tiktok-live-connector 1.x emits them.

Which creator that is, the user chose in TikFinity; no frame that we know of names the room.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.connector.managed.flat_decode import decoded
from app.connector.managed.parts import part_of
from app.connector.managed.route import JsonRoute
from app.events import Event


class TikFinity(JsonRoute):
    """The TikFinity program on this machine."""

    source = "tikfinity"
    peer = "TikFinity"
    greets = False
    local = True

    def _url(self) -> str:
        return f"{self._access.endpoints.tikfinity_url}/"

    def _understood(self, frame: object, at_ms: int) -> Iterable[Event]:
        part = part_of(frame)
        yield decoded(part.text("event"), part.part("data"), at_ms)
