"""What every part of the state is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeAlias

from app.events import Event
from app.state.memory import Memory, list_kept_names

Facts: TypeAlias = Sequence[object]
NOTHING: Facts = ()
# What a part takes: by the class of an event or fact, the function (part, event, now_ms) that folds it in.
Takes: TypeAlias = dict[type, Callable[[Any, Any, int], Facts]]


class Part(Memory):
    """One part of the state: folds in the events and facts that it takes, and says what others may need.

    A part names no other. What one finds out and another needs is a fact, a small frozen value
    (`app.state.facts`), which `RoomState` passes on at once to every part that takes it.

    Attributes:
        TAKES: by class. A class of events stands for itself, `Event` for all that have no row of their own.
        HIDDEN: names of what only the part itself looks at, to understand what comes later.
        revision: rises exactly when something changed that is not hidden.
    """

    TAKES: ClassVar[Takes] = {}
    HIDDEN: ClassVar[frozenset[str]] = frozenset()
    GOES_ON = frozenset({"revision"})

    revision: int

    def __init__(self) -> None:
        self.revision = 0

    def apply(self, event: object, now_ms: int) -> Facts:
        """Fold an event or a fact in, if the part takes such.

        Args:
            event: of any class.
            now_ms: our clock, ms since 1970.

        Returns:
            What became known by it that other parts may need.
        """
        take = find_taker(type(self), type(event))
        return take(self, event, now_ms) if take else NOTHING

    def tick(self, now_ms: int) -> Facts:  # noqa: ARG002 - for those that need it
        """Let time pass; returns facts as `apply` does."""
        return NOTHING

    def clear(self) -> None:
        """Forget everything, as if it were new; the revision and other numbers go on."""
        fresh = type(self)()
        shown = list_kept_names(type(self)) - self.HIDDEN - self.GOES_ON
        self.revision += any(getattr(self, name) != getattr(fresh, name) for name in shown)
        super().clear()


def find_taker(part: type[Part], kind: type) -> Callable[[Any, Any, int], Facts] | None:
    """What folds a class of events into a class of parts; None where that part takes no such event."""
    return part.TAKES.get(kind) or (part.TAKES.get(Event) if issubclass(kind, Event) else None)


def begin_anew(part: Part, _fact: object, _now_ms: int) -> Facts:
    """What most parts do when another stream begins."""
    part.clear()
    return NOTHING
