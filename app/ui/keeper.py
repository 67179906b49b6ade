"""What the window needs of who keeps the choices. The desktop has both kinds in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from app.errors import SidestageError
    from app.events import Event
    from app.settings import Change


class Keeper(Protocol):
    """Who has the choices and keeps them. The keyring may ask its owner first, so its answers come later."""

    @property
    def kept(self) -> Mapping[str, Any]:
        """What was chosen, by option."""
        ...

    def look(self, names: Iterable[str], then: Callable[[Mapping[str, bool]], None]) -> None:
        """Find out which secrets the keyring has; `then` gets the answer, in the window's thread."""
        ...

    def find_rulers(self) -> Mapping[str, str]:
        """By option the flag or variable that goes before what is chosen here."""
        ...

    def keep(
        self,
        changes: Mapping[str, Any | Change | None],
        secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        """Keep choices and secrets; an empty secret is forgotten. `then` hears whether it could be done."""
        ...

    def try_way(self, name: str, hear: Callable[[Event], None]) -> None:
        """Try the way in that is chosen, beside whatever is followed; one that is under way is given up.

        Args:
            name: whom to look for; empty where the way needs nobody.
            hear: gets each step, what is left of a limit, and `Connected` or `Disconnected` as the last.
        """
        ...

    def stop_trying(self) -> None:
        """Give up what is being tried; nothing is heard of it any more."""
        ...
