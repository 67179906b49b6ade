"""The window: puts the panes together and connects them to the feed and the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from app.session import Command, Connect, Disconnect, Leave, Quit
from app.ui.battle.pane import BattlePane
from app.ui.chat.pane import ChatPane
from app.ui.connect import ConnectBar
from app.ui.feed import Feed, Room
from app.ui.gifts.pane import LatestPane, LeaderPane
from app.ui.header import Header
from app.ui.icons import app_icon
from app.ui.look import GRID, dress, enlarge, enlarge_size, make_sheet, set_gaps
from app.ui.phases import current_quota, quota_line, window_title
from app.ui.viewers.pane import ViewersPane

if TYPE_CHECKING:
    from typing import Protocol

    from app.state.inspector import Inspector
    from app.ui.frames import BattleFrame, HeaderFrame
    from app.ui.inspector.window import InspectorWindow
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


PREFERRED = QSize(1280, 800)
SMALLEST = QSize(640, 480)
FRAME_KNOWN_MS = 150
NARROW_PX = 1040
COLUMNS = (40, 30, 30)
GIFT_ROWS = (60, 40)
# Battle over viewers; in a narrow window the leaderboard stands below them.
QUIET_ROWS, BATTLE_ROWS = (35, 65, 60), (56, 44, 44)


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
        self.feed = Feed(session, self, is_seen=self._is_seen)
        self.header, self.connect_bar = Header(), ConnectBar()
        self.chat, self.leaders, self.latest = ChatPane(), LeaderPane(), LatestPane()
        self.battle, self.viewers = BattlePane(), ViewersPane()
        self._gifts = _split(Qt.Orientation.Vertical, GIFT_ROWS, self.leaders, self.latest)
        self._right = _split(Qt.Orientation.Vertical, QUIET_ROWS, self.battle, self.viewers)
        self._columns = _split(Qt.Orientation.Horizontal, COLUMNS, self.chat, self._gifts, self._right)
        self._narrow = False
        self._panes: dict[str, QWidget] = {
            "header": self.header, "chat": self.chat, "leaders": self.leaders, "gifts": self.latest,
            "viewers": self.viewers,
        }  # fmt: skip
        self._by_hand: dict[tuple[bool, QSplitter], list[int]] = {}
        self._inspector: InspectorWindow | None = None
        self._lay_out()
        self._wire(on_demo)
        self.feed.start()
        self.connect_bar.box.setFocus()

    def _is_seen(self, pane: str) -> bool:
        """The title stands in the task bar too; a battle that begins makes room for itself."""
        if pane == "title":
            return True
        if self._is_hidden():
            return False
        return pane == "battle" or self._panes[pane].isVisibleTo(self)

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
            QTimer.singleShot(FRAME_KNOWN_MS, self, lambda: self._fit_screen(opened))

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
        """A narrow window has two columns instead of three."""
        super().resizeEvent(event)
        self._choose_form()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setMinimumSize(_fitting(enlarge_size(SMALLEST)))
        self._choose_form()

    def _choose_form(self) -> None:
        narrow = self.width() < enlarge(NARROW_PX)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        """Put the leaderboard where there is room, and show what matters most now."""
        narrow = self._narrow
        if narrow:
            self._right.addWidget(self.leaders)
        else:
            self._gifts.insertWidget(0, self.leaders)
            self._gifts.setSizes(self._sizes_of(self._gifts, GIFT_ROWS))
        self._gifts.setHidden(narrow)
        self.header.shrink(small=narrow)
        self.connect_bar.shrink(small=narrow)
        self._columns.setSizes(self._sizes_of(self._columns, COLUMNS))
        self._make_room()

    def _sizes_of(self, splitter: QSplitter, shares: tuple[int, ...]) -> list[int]:
        """As they were left by hand in this form of the window, else by our shares."""
        return self._by_hand.get((self._narrow, splitter), _sizes(shares))

    def _make_room(self) -> None:
        """A battle takes the room it needs; a narrow window shows it in place of the viewers."""
        fighting = self.battle.showing_battle
        self.battle.setHidden(self._narrow and not fighting)
        self.viewers.setHidden(self._narrow and fighting)
        shares = BATTLE_ROWS if fighting else QUIET_ROWS
        self._right.setSizes(self._sizes_of(self._right, shares))

    def _wire(self, on_demo: Callable[[], None] | None) -> None:
        self.feed.title.connect(self._present_title)
        for present in (self.header.present, self.connect_bar.present, self.chat.present_status):
            self.feed.header.connect(present)  # each by itself: one that fails takes no other along
        self.feed.chat.connect(self.chat.present)
        self.feed.leaders.connect(self.leaders.present)
        self.feed.gifts.connect(self.latest.present)
        self.feed.viewers.connect(self.viewers.present)
        self.feed.battle.connect(self._present_battle)
        self.connect_bar.wanted.connect(lambda target: self._session.request(Connect(target)))
        self.connect_bar.unwanted.connect(lambda: self._session.request(Disconnect()))
        self.connect_bar.way.setHidden(self._keeper is None)
        self.connect_bar.choosing.connect(self.choose_way)
        for page in (self.chat.empty, self.chat.situation):
            page.demo.connect(on_demo or self.connect_bar.box.setFocus)
        self.chat.situation.again.connect(self._follow_again)
        self.chat.situation.leave.connect(lambda: self._session.request(Leave()))
        for splitter in (self._columns, self._gifts, self._right):
            splitter.splitterMoved.connect(lambda *_, moved=splitter: self._keep_sizes(moved))
        QShortcut(QKeySequence("F10"), self, self.inspect)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nobody wants, such as Page Up in the name's box, scroll the chat."""
        if not self.chat.view.scroll_by_key(event):
            super().keyPressEvent(event)

    def _follow_again(self) -> None:
        self._session.request(Connect(self._session.state.target))

    def inspect(self) -> None:
        """Open the window that shows every event as it comes, or bring it to the front."""
        from app.ui.inspector.window import InspectorWindow  # noqa: PLC0415 - not for the first picture

        if self._inspector is None:
            self._inspector = InspectorWindow(self._session.inspector, self)
        self._inspector.show()
        self._inspector.raise_()
        self._inspector.activateWindow()

    def choose_way(self) -> None:
        """Open the dialog for the way in; it goes by itself."""
        from app.ui.ways import WaysDialog  # noqa: PLC0415 - not for the first picture

        if self._keeper is not None:
            quota = current_quota(self._session.state.connection.status.quota, self._session.now_ms())
            WaysDialog(self._keeper, quota_line(quota), self).open()

    def _present_title(self, frame: HeaderFrame) -> None:
        title = window_title(frame.status, frame.viewers, frame.now_ms)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _present_battle(self, frame: BattleFrame) -> None:
        """The pane grows when a battle comes, unless the user has arranged the panes by hand."""
        before = self.battle.showing_battle
        self.battle.present(frame)
        if before != self.battle.showing_battle:
            self._make_room()

    def _keep_sizes(self, splitter: QSplitter) -> None:
        self._by_hand[self._narrow, splitter] = splitter.sizes()

    def _lay_out(self) -> None:
        stage = QWidget()
        stage.setObjectName("stage")
        column = QVBoxLayout(stage)
        set_gaps(column, GRID, GRID, GRID, GRID, GRID)
        column.addWidget(self.header)
        column.addWidget(self.connect_bar)
        column.addWidget(self._columns, 1)
        self.setCentralWidget(stage)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(_fitting(enlarge_size(SMALLEST)))
        self.resize(_fitting(PREFERRED))


def _dress_program() -> None:
    """The first window brings the program's style; setting it again would lay every window out anew."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property("dressed") is None:
        app.setProperty("dressed", True)
        dress(app)


def _split(way: Qt.Orientation, shares: tuple[int, ...], *panes: QWidget) -> QSplitter:
    """Panes beside each other, with handles as wide as the gaps of the grid."""
    splitter = QSplitter(way)
    splitter.setHandleWidth(GRID)
    splitter.setChildrenCollapsible(False)
    for at, pane in enumerate(panes):
        splitter.addWidget(pane)
        splitter.setStretchFactor(at, shares[at])
    splitter.setSizes(_sizes(shares))
    return splitter


def _sizes(shares: tuple[int, ...]) -> list[int]:
    """Shares as sizes; the splitter scales them to what it has."""
    return [share * 100 for share in shares]


def _fitting(size: QSize) -> QSize:
    """The size, no larger than the screen that the window opens on."""
    screen = QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableSize()) if screen else size
