"""What a pane or an action may wish for beside the commands of the session; the window grants it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from app.frozen import value

if TYPE_CHECKING:
    from app.errors import Help
    from app.events import User


@value
class ChooseWay:
    """Look at the ways in.

    Attributes:
        subject: what is to be changed, as failures say what helps; empty: nothing of it before the rest.
    """

    subject: Help | Literal[""] = ""


@value
class OpenSettings:
    """Look at the settings.

    Attributes:
        place: a page or an option to begin with; empty: the first page.
    """

    place: str = ""


@value
class OpenPalette:
    """Find something to do by typing."""


@value
class ReportProblem:
    """Have a folder made about what went wrong."""


@value
class ShowAgain:
    """Have a pane made anew that was closed after a fault.

    Attributes:
        pane: which one; empty: all of them.
    """

    pane: str = ""


@value
class AskName:
    """Type the name of a creator."""


@value
class SeePerson:
    """See the card of a person.

    Attributes:
        user: whose it is.
        x, y: where its left upper corner is to be, on the screen.
    """

    user: User
    x: int
    y: int


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
class OpenWindow:
    """Have a window beside the first one.

    Attributes:
        name: a row of WINDOWS in `app.ui.windows`.
    """

    name: str


@value
class Prefer:
    """Keep choices for the next time.

    Attributes:
        changes: by option the new value, or a function of the value that the file has now.
    """

    changes: Mapping[str, Any]


@value
class Toggle:
    """Turn a choice that is yes or no.

    Attributes:
        option: its name.
    """

    option: str


@value
class FollowLink:
    """Follow whom a link names that came from outside the window.

    Attributes:
        link: an address, or @name; whatever somebody dropped, pasted or clicked.
    """

    link: str


@value
class PasteLink:
    """Follow whom the link names that was copied."""


@value
class WatchDemo:
    """Watch the built-in room."""


@value
class UseProfile:
    """Have the panes arranged as this profile says.

    Attributes:
        name: a row of PROFILES, or one of the user's own.
    """

    name: str


@value
class SaveProfile:
    """Keep the arrangement of now under a name that is asked for."""


@value
class RenameProfile:
    """Give the user's own profile another name, which is asked for."""


@value
class RemoveProfile:
    """Remove the user's own profile."""


@value
class ResetProfile:
    """Take back what was changed by hand in this profile."""


@value
class FocusPane:
    """Have a pane seen, with the keyboard.

    Attributes:
        number: from 1, in the order of their table; 0 is the last one.
    """

    number: int


@value
class ShowPane:
    """Have a pane seen, or hidden if it is.

    Attributes:
        pane: its name; empty: the one with the keyboard.
    """

    pane: str = ""


@value
class PopOut:
    """Have a pane in a window of its own, or back in its place if it is.

    Attributes:
        pane: its name; empty: the one with the keyboard.
    """

    pane: str = ""


@value
class PinPanes:
    """Let no pane grow by itself, or all that want to."""


@value
class Zoom:
    """Have the text of one pane larger or smaller: of that with the keyboard, or that under the mouse.

    Attributes:
        steps: how much; 0 is the usual size.
    """

    steps: int


@value
class Enlarge:
    """Have everything larger or smaller.

    Attributes:
        steps: how much; 0 is the usual size.
    """

    steps: int


@value
class StayOnTop:
    """Have our windows above all others, or among them."""


@value
class LetClicksThrough:
    """Let clicks go through our windows, or take them again."""


@value
class HideFromCaptures:
    """Have our windows left out of pictures and films of the screen, or in them."""


@value
class Hush:
    """Have silence at once: sounds and speech, and what waits to be said."""


@value
class FindEverywhere:
    """Look for words in all panes."""


@value
class SaveSession:
    """Save comments, gifts and battles of this stream in a file."""


@value
class FillScreen:
    """Have the page for a glance fill the screen, or leave it."""


@value
class UseScreen:
    """Have the page for a glance on a screen of its own, or on none.

    Attributes:
        screen: its name; the same again: none.
    """

    screen: str


@value
class MeasureScreen:
    """Say how large the pixels of this screen are."""


@value
class HideNumbers:
    """Hide counts of viewers, money, handles and pictures, or show them again."""
