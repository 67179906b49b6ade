"""The state of one room: what every pane shows, folded from events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from app.state.facts import Note
from app.state.part import Facts, Part, find_taker
from app.state.parts import PARTS, Parts

if TYPE_CHECKING:
    from app.events import Event, Quota
    from app.state.memory import Snapshot

Take: TypeAlias = Callable[[Any, int], Facts]


class RoomState(Parts):
    """Everything known about the room. Parts carry a `revision`; nothing is pushed.

    `apply` takes events in the order of receipt with our clock in ms since 1970; `tick` lets time pass.

    Args:
        target: whom the user wanted to follow, as typed.
        quota: what is left at the sign provider, as far as it was told.
    """

    def __init__(self, target: str = "", quota: Quota | None = None) -> None:
        self.target = target
        self.parts: dict[str, Part] = {name: kind() for name, kind in PARTS.items()}
        vars(self).update(self.parts)
        self._takes = _Dispatch(self.parts.values())
        if quota is not None:
            self.apply(quota, 0)

    def apply(self, event: Event, now_ms: int) -> None:
        """Fold one event in."""
        for take in self._takes[type(event)]:
            if facts := take(event, now_ms):
                self._pass_on(facts, now_ms)

    def note(self, notice: str, now_ms: int, hint: str = "") -> None:
        """Say something that concerns the user's last wish and changes nothing in the room."""
        self._pass_on((Note(notice, hint),), now_ms)

    def tell(self, fact: object, now_ms: int) -> None:
        """Let the parts know what the user decided: a fact, as those that they tell each other."""
        self._pass_on((fact,), now_ms)

    def tick(self, now_ms: int) -> None:
        """Let time pass: silent streaks close, a battle whose clock ran out ends."""
        for part in self.parts.values():
            if facts := part.tick(now_ms):
                self._pass_on(facts, now_ms)

    def clear(self) -> None:
        """Forget everything that is known of the room."""
        for part in self.parts.values():
            part.clear()

    def snapshot(self) -> Snapshot:
        """All that is known, by part: plain immutable data, which JSON can hold."""
        return (("target", self.target), *((name, part.snapshot()) for name, part in self.parts.items()))

    def restore(self, snapshot: Iterable[Any]) -> None:
        """Know what a snapshot holds. Restore into a new state, so that panes see that it is another."""
        data = dict(snapshot)
        self.target = data.get("target", "")
        for name, part in self.parts.items():
            part.restore(data.get(name, ()))

    def _pass_on(self, facts: Facts, now_ms: int) -> None:
        for fact in facts:
            for take in self._takes[type(fact)]:
                if more := take(fact, now_ms):
                    self._pass_on(more, now_ms)


class _Dispatch(dict[type, tuple[Take, ...]]):
    """What takes each class of events and facts, in the order of the parts; looked up once a class."""

    def __init__(self, parts: Iterable[Part]) -> None:
        super().__init__()
        self._parts = tuple(parts)

    def __missing__(self, kind: type) -> tuple[Take, ...]:
        pairs = ((part, find_taker(type(part), kind)) for part in self._parts)
        takes = self[kind] = tuple(take.__get__(part) for part, take in pairs if take)
        return takes
