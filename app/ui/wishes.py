"""What a pane may wish for beside the commands of the session; the window grants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from app.frozen import value

if TYPE_CHECKING:
    from app.errors import Help


@value
class ChooseWay:
    """Look at the ways in.

    Attributes:
        subject: what is to be changed, as failures say what helps; empty: nothing of it before the rest.
    """

    subject: Help | Literal[""] = ""


@value
class AskName:
    """Type the name of a creator."""


@value
class LookBeneath:
    """See the panes below the one that covers them, or that one again.

    Attributes:
        is_lifted: whether what covers is to be lifted.
    """

    is_lifted: bool = True


@value
class OpenMenu:
    """See what can be done.

    Attributes:
        x, y: where the right upper corner of the menu is to be, on the screen.
    """

    x: int
    y: int


@value
class Prefer:
    """Keep choices for the next time.

    Attributes:
        changes: by option the new value, or a function of the value that the file has now.
    """

    changes: Mapping[str, Any]


@value
class WatchDemo:
    """Watch the built-in room."""
