"""The event socket of the TikFinity program: `{"event", "data"}` as tiktok-live-connector 1.x emits them.

Which creator that is, the user chose in TikFinity; no frame that we know of names the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.connector.managed.flat_decode import decoded
from app.connector.managed.parts import part_of
from app.connector.managed.route import UrlRoute
from app.events import Battle, Event


class TikFinity(UrlRoute):
    """The TikFinity program on this machine."""

    source = "tikfinity"
    peer = "TikFinity"
    greets = False
    local = True

    _battle_id = 1
    _battle_over = False

    def _url(self) -> str:
        return f"{self._access.endpoints.tikfinity_url}/"

    def _understood(self, frame: object, at_ms: int) -> Iterable[Event]:
        part = part_of(frame)
        event = decoded(part.text("event"), part.part("data"), at_ms)
        yield self._numbered(event) if isinstance(event, Battle) and not event.battle_id else event

    def _numbered(self, battle: Battle) -> Battle:
        """Battles have no id here: one that is active after an end is the next."""
        if battle.phase == "active" and self._battle_over:
            self._battle_id += 1
        self._battle_over = battle.phase == "ended"
        return replace(battle, battle_id=self._battle_id)
