"""The event socket of the TikFinity program: `{"event", "data"}` as tiktok-live-connector 1.x emits them.

Which creator that is, the user chose in TikFinity. The socket is open before TikFinity is in a room:
`connected` says that it is, `disconnected` that it is not any more, `websocketConnected` and `error` what
becomes of its own connection to TikTok. Whoever comes later may get no `connected`; then the first event of
the room says it.
"""

from __future__ import annotations

from dataclasses import replace

from app.connector.managed.flat_decode import decode_event
from app.connector.managed.parts import find_part
from app.connector.managed.route import Frame, UrlRoute
from app.errors import ConnectionLost
from app.events import Battle, Connecting, Event
from app.words import providers as words

LEFT = "disconnected"
ITS_OWN = frozenset({LEFT, "websocketConnected", "error"})  # of its connection, not of the room


class TikFinity(UrlRoute):
    """The TikFinity program on this machine."""

    source = "tikfinity"
    peer = "TikFinity"
    greets_within_s = 0.0
    local = True

    _battle_id = 1
    _battle_over = False

    def _make_url(self) -> str:
        return f"{self._access.address}/"

    def _make_events(self, frame: Frame) -> list[Event]:
        if frame is None:
            return [Connecting(step=words.TIKFINITY_WAITS)]
        return super()._make_events(frame)

    def _read_events(self, frame: object, at_ms: int) -> list[Event]:
        part = find_part(frame)
        name = part.read_text("event")
        if name == LEFT and self._sorter.is_inside:
            raise ConnectionLost(words.TIKFINITY_LEFT, hint=words.CONNECT_TIKFINITY)
        if name in ITS_OWN:
            return []
        event = decode_event(name, part.read_part("data"), at_ms)
        return [self._number_battle(event) if isinstance(event, Battle) and not event.battle_id else event]

    def _number_battle(self, battle: Battle) -> Battle:
        """Battles have no id here: one that is active after an end is the next."""
        if battle.phase == "active" and self._battle_over:
            self._battle_id += 1
        self._battle_over = battle.phase == "ended"
        return replace(battle, battle_id=self._battle_id)
