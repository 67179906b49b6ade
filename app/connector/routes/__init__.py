"""The ways in: each knows one attempt, from nothing to the end of the stream."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from typing import Protocol

from app.events import Event


class Route(Protocol):
    """One way into a room. It lives as long as its source and remembers ids over all attempts."""

    @property
    def duplicates(self) -> int:
        """Messages dropped so far because they came again, over all attempts."""
        ...

    def attempt(self, *, waiting: bool) -> AsyncGenerator[Iterable[Event], None]:
        """One attempt: `Connecting` for every step, `Connected`, then what happens, until the stream ends.

        Events come in batches, as the wire has them; each is made when it is taken. `Connecting` and
        `Connected` come in lists: whoever iterates fills `at_ms`, `unique_id` and `attempt` of the first
        in, and puts a gap behind the second.

        Args:
            waiting: the creator was not live at the last attempt; look quietly and spend nothing.

        Raises:
            SidestageError: the attempt broke. `remedy` says what may help.
        """
        ...
