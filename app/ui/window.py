"""The window: puts the panes together and connects them to the feed and the session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.session import Command, Quit
from app.settings import DEFAULTS, Choices
from app.ui.actions import MAIN
from app.ui.bindings import Bindings
from app.ui.board import Board
from app.ui.feed import Feed, Room
from app.ui.icons import app_icon
from app.ui.layouts import layout_for
from app.ui.look import GRID, current, dress, enlarge_size, make_sheet, set_gaps
from app.ui.pane import Pane
from app.ui.panes.table import PANES
from app.ui.standing import describe_quota
from app.ui.title import TITLE, TITLE_LINE
from app.ui.wishes import AskName, ChooseWay, LookBeneath, OpenMenu, Prefer, WatchDemo
from app.words import show

if TYPE_CHECKING:
    from typing import Protocol

    from app.errors import SidestageError
    from app.state.inspector import Inspector
    from app.ui.panes.inspector.window import InspectorWindow
    from app.ui.ways import Keeper

    class Desk(Room, Protocol):
        """What the window needs of the session."""

        @property
        def inspector(self) -> Inspector:
            """What remembers events while the inspector is open."""
            ...

        def request(self, command: Command) -> None:
            """Ask for something; never waits."""
            ...


Kind = TypeVar("Kind", bound=Pane)
PREFERRED = QSize(1280, 800)
SMALLEST = QSize(640, 480)
FRAME_KNOWN_MS = 150


class MainWindow(QMainWindow):
    """The one window.

    Args:
        session: what is looked at and asked.
        on_demo: called when the visitor wants to see the built-in room.
        keeper: has the ways in; without one there is nothing to choose.
    """

    def __init__(
        self, session: Desk, on_demo: Callable[[], None] | None = None, keeper: Keeper | None = None
    ) -> None:
        super().__init__()
        _dress_program()
        self.setStyleSheet(make_sheet())  # before there is anything in it that would be dressed anew
        self._session, self._keeper = session, keeper
        self.panes: dict[str, Pane] = {row.name: row.make() for row in PANES}
        self.feed = Feed(session, (TITLE_LINE, *(row.line for row in PANES)), self, is_seen=self._is_seen)
        self._layout = layout_for(PREFERRED.width())
        self.board = Board(self.panes, self._layout)
        self._inspector: InspectorWindow | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._grants = self._list_grants(on_demo or self.focus_first)
        self._wire()
        self.prefer(DEFAULTS)
        self._show_cover()
        self.feed.start()
        self.focus_first()

    def pane(self, kind: type[Kind]) -> Kind:
        """The pane of a class."""
        return next(pane for pane in self.panes.values() if isinstance(pane, kind))

    def focus_first(self) -> None:
        """Let the first pane that is typed into have the keyboard."""
        first = next((pane for pane in self.panes.values() if pane.focusProxy() is not None), self)
        first.setFocus()

    def ask_name(self) -> None:
        """Let a name be typed, in the first pane in sight that has a box for it."""
        any(pane.ask_name() for pane in self.panes.values() if pane.isVisibleTo(self))

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose."""
        for pane in self.panes.values():
            pane.prefer(choices)

    def _is_seen(self, name: str) -> bool:
        """The title stands in the task bar too; a pane that grows makes room for itself."""
        if name == TITLE:
            return True
        pane = self.panes[name]
        return not self._is_hidden() and (pane.GROWS or pane.isVisibleTo(self))

    def _is_hidden(self) -> bool:
        return not self.isVisible() or self.isMinimized()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What is hidden is looked at less often."""
        super().hideEvent(event)
        self.feed.rest(resting=self._is_hidden())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """What is minimized too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.feed.rest(resting=self._is_hidden())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing the window is asking the program to end; the session does the rest."""
        self.feed.stop()
        if self._inspector is not None:
            self._inspector.close()
        self._session.request(Quit())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The window manager tells how thick its frame is once the window is there."""
        super().showEvent(event)
        self.feed.rest(resting=self._is_hidden())
        if not event.spontaneous():
            opened = self.size()
            QTimer.singleShot(FRAME_KNOWN_MS, self, lambda: self._settle(opened))

    def _settle(self, opened: QSize) -> None:
        self._fit_screen(opened)
        for pane in self.panes.values():
            pane.prepare()

    def _fit_screen(self, opened: QSize) -> None:
        """With its frame, it ends where the screen does, unless somebody has sized it meanwhile."""
        if self.size() != opened or self.isMaximized() or self.isFullScreen():
            return
        frame, free = self.frameGeometry(), self.screen().availableGeometry()
        over = (frame.size() - free.size()).expandedTo(QSize(0, 0))
        if not over.isNull():
            self.resize((self.size() - over).expandedTo(self.minimumSize()))
            frame = self.frameGeometry()
        corner = QPoint(
            max(free.left(), min(frame.left(), free.right() + 1 - frame.width())),
            max(free.top(), min(frame.top(), free.bottom() + 1 - frame.height())),
        )
        if corner != frame.topLeft():
            self.move(corner)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may have another layout."""
        super().resizeEvent(event)
        self._choose_layout()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setMinimumSize(_fitting(enlarge_size(SMALLEST)))
        self.board.redress()
        self._choose_layout()

    def _choose_layout(self) -> None:
        layout = layout_for(self.width() / current().scale)
        if layout is not self._layout:
            self._layout = layout
            self.board.arrange(layout)

    def _wire(self) -> None:
        self.feed.channels[TITLE].frames.connect(self._present_title)
        wishes = frozenset(self._grants)
        for name, pane in self.panes.items():
            self.feed.channels[name].frames.connect(pane.present)
            pane.room_changed.connect(
                self._show_cover if pane.COVERS else partial(self.board.make_room, name)
            )
            pane.wish.connect(self._grant)
            pane.offer(wishes)
        self.bindings = Bindings(self, MAIN, self.panes)
        self.bindings.offer(wishes)

    def _list_grants(self, on_demo: Callable[[], None]) -> dict[type, Callable[[Any], None]]:
        """What is done for each wish that is no command of the session."""
        ways: dict[type, Callable[[Any], None]] = {}
        if self._keeper:
            ways = {ChooseWay: self.choose_way, Prefer: self._keep}
        return {
            WatchDemo: lambda _: on_demo(),
            OpenMenu: self._open_menu,
            AskName: lambda _: self.ask_name(),
            LookBeneath: lambda wish: self._show_cover(is_lifted=wish.is_lifted),
            **ways,
        }

    def _grant(self, wish: object) -> None:
        if isinstance(wish, Command):
            self._session.request(wish)
        elif type(wish) in self._grants:
            self._grants[type(wish)](wish)

    def _open_menu(self, wish: OpenMenu) -> None:
        self.bindings.open_menu(QPoint(wish.x, wish.y))

    def watch_demo(self) -> None:
        """Watch the built-in room."""
        self._grant(WatchDemo())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nobody wants, such as Page Up in the name's box, scroll what can be scrolled."""
        if not any(pane.scroll_by_key(event) for pane in self.panes.values()):
            super().keyPressEvent(event)

    def inspect(self) -> None:
        """Open the window that shows every event as it comes, or bring it to the front."""
        from app.ui.panes.inspector.window import InspectorWindow  # noqa: PLC0415 - not for the first picture

        if self._inspector is None:
            self._inspector = InspectorWindow(self._session.inspector, self)
        self._inspector.show()
        self._inspector.raise_()
        self._inspector.activateWindow()

    def choose_way(self, wish: ChooseWay | None = None) -> None:
        """Open the dialog for the way in, where what is to be changed stands; it goes by itself."""
        from app.ui.ways import WaysDialog  # noqa: PLC0415 - not for the first picture

        if self._keeper is not None:
            quota = describe_quota(self._session.state, self._session.now_ms())
            WaysDialog(self._keeper, quota, self, subject=wish.subject if wish else "").open()

    def _keep(self, wish: Prefer) -> None:
        if self._keeper is not None:
            self._keeper.keep(wish.changes, {}, self._note_kept)

    def _note_kept(self, error: SidestageError | None) -> None:
        """A choice that could not be kept holds all the same, until the program ends."""
        if error is not None:
            self._session.state.note(error.line, self._session.now_ms())

    def _show_cover(self, *, is_lifted: bool = False) -> None:
        """The first pane that covers and needs room stands over all others, unless the user looks beneath."""
        cover = next((pane for pane in self.panes.values() if pane.COVERS and pane.needs_room), None)
        is_lifted = is_lifted and cover is not None
        self._stack.setCurrentWidget(self.board.root if cover is None or is_lifted else cover)
        for pane in self.panes.values():
            pane.learn_cover("none" if cover is None else "lifted" if is_lifted else "over")

    def _present_title(self, title: str) -> None:
        shown = show(title)
        if shown != self.windowTitle():
            self.setWindowTitle(shown)

    def _lay_out(self) -> None:
        stage = QWidget()
        stage.setObjectName("stage")
        column = QVBoxLayout(stage)
        set_gaps(column, GRID, GRID, GRID, GRID, GRID)
        for name in self._layout.bars:
            column.addWidget(self.panes[name])
        for pane in (self.board.root, *(pane for pane in self.panes.values() if pane.COVERS)):
            self._stack.addWidget(pane)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(stage)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(_fitting(enlarge_size(SMALLEST)))
        self.resize(_fitting(enlarge_size(PREFERRED)))


def _dress_program() -> None:
    """The first window brings the program's style; setting it again would lay every window out anew."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("dressed") is None:
        app.setProperty("dressed", True)
        dress(app)


def _fitting(size: QSize) -> QSize:
    """The size, no larger than the screen that the window opens on."""
    screen = QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableSize()) if screen else size
