"""What every pane is, and what a row of PANES says about one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from app.ui.hits import find_in_view
from app.ui.look import enlarge_size
from app.ui.source import FeedLine
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.events import User
    from app.settings import Choices
    from app.ui.hits import Hit
    from app.ui.pictures import Pictures
    from app.ui.source import Source


# No pane wants to stand over the others; one does; one would, but the user looks beneath.
Cover = Literal["none", "over", "lifted"]


class Pane(QFrame):
    """Shows frames. It knows no other pane, no window and no session.

    Signals:
        wish: what the user wants: a command of the session, or a value of `app.ui.wishes`.
        room_changed: `is_prominent` or `is_at_rest` is another than before.

    Attributes:
        SOURCE: makes what reads its frames out of the state.
        EVERY_MS: how often it is drawn at most; 0 is with each tick.
        GROWS: it is pulled while a layout hides it, since it may become prominent, or
            has something to tell each new room.
        FILLS: it may have the whole screen, and its page is opened and left by `FillScreen`.
        COVERS: it has no place in a layout; it stands over all that have one while `is_prominent`.
        is_closed: it stands for one that failed.
        smallest: px at scale 1; it is never smaller; a card adapts to that whatever is in it.
    """

    wish = Signal(object)
    room_changed = Signal()

    SOURCE: ClassVar[Callable[[], Source]]
    EVERY_MS: ClassVar[int] = 0
    GROWS: ClassVar[bool] = False
    COVERS: bool = False
    FILLS: bool = False

    is_closed = False
    smallest = QSize(0, 0)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(show(title))

    def present(self, frame: Any) -> None:
        """Show a frame of the source: the only place that touches widgets."""
        raise NotImplementedError

    @property
    def is_prominent(self) -> bool:
        """Whether it asks for the larger share of its split, or to cover the others if it `COVERS`."""
        return False

    @property
    def is_at_rest(self) -> bool:
        """Whether what makes it prominent is over, so that a line is enough where there is little."""
        return False

    def fill(self, *, is_over: bool, is_out: bool) -> None:
        """Fill the window, or a screen of its own, or neither; for those that `FILLS`."""

    def learn_cover(self, cover: Cover) -> None:
        """Learn whether a pane stands over the others."""

    def find_first_stop(self) -> QWidget | None:
        """What has the keyboard first when the pane gets it; None where nothing of it waits for keys."""
        return self.focusProxy()

    def ask_name(self) -> bool:
        """Let a creator's name be typed, if it has a box for that now; whether it has."""
        return False

    def open_card(self, person: User, place: QPoint) -> bool:  # noqa: ARG002 - for who has cards
        """Show the card of a person there on the screen, if it has such; whether it has."""
        return False

    def shrink(self, *, small: bool) -> None:
        """Fit into a narrow window; most panes see to that by their own width."""

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose: when the window is made, and whenever a choice changes."""

    def illustrate(self, pictures: Pictures) -> None:
        """Learn where pictures come from."""

    def offer(self, wishes: frozenset[type]) -> None:
        """Learn which wishes can be granted at all."""

    @property
    def can_zoom(self) -> bool:
        """Whether its text can be larger and smaller than usual."""
        return type(self).zoom is not Pane.zoom

    def zoom(self, steps: int) -> None:
        """Write larger by steps, smaller, or with 0 as usual; those that can do it say how."""

    def go_back(self) -> None:
        """Leave what somebody looked for or stopped at, and go along with what comes."""

    def find_words(self, needle: str) -> Iterator[Hit]:
        """Rows of its lists that have words, given folded; those that keep more than they list say how."""
        for view in self.findChildren(QAbstractItemView):
            if not isinstance(view, QHeaderView):  # a table's heading is a view of the same rows
                yield from find_in_view(view, needle)

    def scroll_by_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - for those that scroll
        """Take a key that nobody wanted; whether it did."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """It has the keyboard itself, which its frame shows; what is in it shows that by its own frame."""
        super().focusInEvent(event)
        self._show_keyboard(has_keyboard=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Something else has the keyboard."""
        super().focusOutEvent(event)
        self._show_keyboard(has_keyboard=False)

    def _show_keyboard(self, *, has_keyboard: bool) -> None:
        """Qt calls a pane focused, too, while what gets the keyboard in its place is, and draws that late."""
        self.setProperty("keyboard", has_keyboard)
        self.style().polish(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What its contents need, and no less than its row says."""
        return super().minimumSizeHint().expandedTo(enlarge_size(self.smallest))


class PaneRow(NamedTuple):
    """A pane.

    Attributes:
        name: of its folder, its place in the layouts, its line of the feed.
        title: stands above it, and in menus.
        path: where its class is, module and name; imported when the pane is made.
        smallest: width and height, px at scale 1.
        is_first: it is in the first picture; the others are made soon after that.
        has_place: it stands in layouts, hidden where they do not name it; one that `COVERS` does not.
    """

    name: str
    title: str
    path: str
    smallest: tuple[int, int]
    is_first: bool = False
    has_place: bool = True

    @property
    def kind(self) -> type[Pane]:
        """Its class."""
        module, _, name = self.path.partition(":")
        kind: type[Pane] = getattr(import_module(module), name)
        return kind

    @property
    def line(self) -> FeedLine:
        """What the feed pulls for it."""
        return FeedLine(self.name, self.kind.SOURCE, self.kind.EVERY_MS)

    def make(self) -> Pane:
        """A fresh pane that was given no frame yet."""
        pane = self.kind(self.title)
        pane.smallest = QSize(*self.smallest)
        return pane
