"""The window: puts the panes together and connects them to the feed and the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.session import Quit
from app.settings import DEFAULTS, Choices
from app.ui.actions import GLANCE_GROUP, MAIN, OWN_GROUP, PANES_GROUP
from app.ui.arranger import FIRST_SIZE, Arranger
from app.ui.bindings import Bindings
from app.ui.closing import Closing
from app.ui.covers import Covers
from app.ui.discreet import StreamerMode
from app.ui.feed import Feed, Room
from app.ui.filling import Filling
from app.ui.frames import FRAME_KNOWN_MS, bring_forward, fit_frame_later, fit_size, is_seen
from app.ui.grants import Grants
from app.ui.icons import app_icon
from app.ui.look import GRID, current, dress_once, enlarge_size, make_sheet, set_gaps
from app.ui.manners import Manners
from app.ui.notices.desk import NoticeDesk
from app.ui.notices.source import NOTICE_LINE, NOTICES
from app.ui.opening import Dialogs
from app.ui.pane import Pane
from app.ui.panes.table import PANES
from app.ui.pictures import Pictures, Supply
from app.ui.popouts import PopOuts
from app.ui.saving import Saver
from app.ui.title import LINES, NAME, ON_AIR, TITLE
from app.ui.view_grants import ViewGrants
from app.ui.watch import Watch
from app.ui.whereabouts import Whereabouts
from app.ui.windows import Windows
from app.ui.wishes import AskName, LookBeneath, OpenMenu, OpenWindow, Prefer, WatchDemo
from app.ui.zoom import Zoomer
from app.words import show

if TYPE_CHECKING:
    from typing import Protocol

    from app.errors import SidestageError
    from app.session import Command
    from app.ui.keeper import Keeper

    class Desk(Room, Protocol):
        """What the window needs of the session."""

        def request(self, command: Command) -> None:
            """Ask for something; never waits."""
            ...


Kind = TypeVar("Kind", bound=Pane)
PREFERRED = QSize(*FIRST_SIZE)
SMALLEST = QSize(320, 400)


class MainWindow(QMainWindow):
    """The one window.

    Args:
        session: what is looked at and asked.
        on_demo: called when the visitor wants to see the built-in room.
        keeper: has the ways in; without one there is nothing to choose.
        supply: fetches pictures; without one there are none.
    """

    def __init__(
        self,
        session: Desk,
        on_demo: Callable[[], None] | None = None,
        keeper: Keeper | None = None,
        supply: Supply | None = None,
    ) -> None:
        super().__init__()
        dress_once()
        self.setStyleSheet(make_sheet())  # else all that is in it would be dressed anew
        self._session, self._keeper = session, keeper
        self.panes: dict[str, Pane] = {row.name: row.make() for row in PANES}
        lines = *LINES, NOTICE_LINE, *(row.line for row in PANES)
        self.feed = Feed(session, lines, self, is_seen=self._is_seen)
        self.pictures, self.grants = Pictures(supply, self), Grants(session.request)
        self._watch, self._windows = Watch(self), Windows(self, session)
        self.popouts = PopOuts(self, self.panes, lambda: self.bindings.window_actions, self._watch)
        self._places = Whereabouts(self, self.popouts, self._wish_to_keep)
        self.arranger = Arranger(self.panes, self._wish_to_keep, self)
        self.board = self.arranger.board
        self._covers = Covers(self.board.root, self.panes)
        self._streamer = StreamerMode(self.feed, self.grants)
        self._filling = Filling(self, self.panes, self._covers, self.board, self._watch, self.grants)
        self._lay_out()
        self._add_grants(on_demo or self.focus_first)
        self._wire()
        self._begin()

    def _begin(self) -> None:
        self.prefer(DEFAULTS)
        self._covers.arrange()
        self.feed.start()
        self.focus_first()

    def pane(self, kind: type[Kind]) -> Kind:
        """The pane of a class."""
        return next(pane for pane in self.panes.values() if isinstance(pane, kind))

    def focus_first(self) -> None:
        """Let the first pane in sight that can have the keyboard have it."""
        stops = (pane.find_first_stop() for pane in self.panes.values() if pane.isVisibleTo(self))
        next(filter(None, stops), self).setFocus()

    def ask_name(self) -> None:
        """Let a name be typed, in the first pane in sight that has a box for it."""
        any(pane.ask_name() for pane in self.panes.values() if pane.isVisibleTo(self))

    def go_back(self) -> None:
        """Take clicks again, and let every pane go along with what comes."""
        self._manners.be_solid()
        for pane in self.panes.values():
            pane.go_back()

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose."""
        takers = self.bindings, self.arranger, self._manners, self._closing, self._dialogs, self.pictures
        for one in (*takers, self._notices, self._streamer):
            one.take(choices)
        for pane in self.panes.values():
            pane.prefer(choices)
        self._filling.take(choices)
        self.bindings.tick()

    def restore(self, choices: Choices) -> None:
        """Stand where it stood, with the panes out that were; before it is shown."""
        self._closing.is_in_use = True
        self._places.restore(choices.windows, self.arranger.movable)

    def come_forward(self) -> None:
        """Be seen, before all others, and take clicks."""
        self._manners.be_solid()
        bring_forward(self)

    def finish(self) -> None:
        """Close without asking."""
        self._closing.agree()
        self.close()

    def _is_seen(self, name: str) -> bool:
        """Titles stand in the task bar too; a pane that grows makes room for itself."""
        if name not in self.panes:
            return True
        pane = self.panes[name]
        window = pane.window()
        return (pane.GROWS and self._watch.has_seen) or (is_seen(window) and pane.isVisibleTo(window))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing the window is asking the program to end; the session does the rest."""
        if self._closing.must_ask:
            event.ignore()
            self._closing.ask()
            return
        self.feed.stop()
        self.pictures.stop()
        self._notices.close()
        self.arranger.flush()
        self._places.finish()
        self._filling.finish()
        self.popouts.close()
        self._windows.close()
        self._session.request(Quit())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The window manager tells how thick its frame is once the window is there."""
        super().showEvent(event)
        if not event.spontaneous():
            fit_frame_later(self)
            QTimer.singleShot(FRAME_KNOWN_MS, self, self._prepare_panes)

    def _prepare_panes(self) -> None:
        for pane in self.panes.values():
            pane.prepare()
        self._filling.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may have another layout."""
        super().resizeEvent(event)
        self._choose_layout()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setMinimumSize(fit_size(enlarge_size(SMALLEST)))
        self.board.redress()
        self._choose_layout()

    def _choose_layout(self) -> None:
        scale = current().scale
        self.arranger.fit(self.width() / scale, self.height() / scale)

    def _wire_windows(self) -> None:
        self.feed.looked.connect(self.pictures.tick)
        self.feed.channels[TITLE].frames.connect(self._present_title)
        self.feed.channels[NOTICES].frames.connect(self._notices.present)
        self.feed.channels[NAME].frames.connect(self.popouts.present_name)
        self.feed.channels[ON_AIR].frames.connect(self._closing.present)
        self._watch.seen.connect(self._manners.apply)
        self.popouts.moved_out.connect(lambda: self.arranger.stand_away(self.popouts.names))
        self._watch.seen.connect(lambda: self.feed.rest(resting=not self._watch.has_seen))
        self._watch.moved.connect(self._places.note)
        self._watch.begin(self)

    def _wire(self) -> None:
        wishes = self.grants.wishes
        for name, pane in self.panes.items():
            self.feed.channels[name].frames.connect(pane.present)
            pane.room_changed.connect(partial(self.board.make_room, name))
            pane.wish.connect(self.grants.grant)
            pane.offer(wishes)
            pane.illustrate(self.pictures)
        self.bindings = Bindings(self, MAIN, self.panes, self.grants)
        self.bindings.more |= {PANES_GROUP: self._view.list_panes, OWN_GROUP: self._view.list_profiles}
        self.bindings.more[GLANCE_GROUP] = self._filling.list_screens
        self.bindings.offer(wishes)
        self.bindings.offer_in(self.panes, self.arranger.movable)
        self.grants.listen(self.bindings.tick)
        self._wire_windows()

    def _add_grants(self, on_demo: Callable[[], None]) -> None:
        """What is done for each wish that is no command of the session."""
        self.grants.add(WatchDemo, lambda _: on_demo())
        self.grants.add(OpenMenu, lambda wish: self.bindings.open_menu(QPoint(wish.x, wish.y)))
        self.grants.add(AskName, lambda _: self.ask_name())
        self.grants.add(LookBeneath, lambda wish: self._covers.arrange(is_lifted=wish.is_lifted))
        self.grants.add(OpenWindow, lambda wish: self._windows.open(wish.name))
        self._manners = Manners(lambda: (self, *self.popouts.windows.values()), self.grants, self)
        self._closing = Closing(self, self.grants, self.finish)
        self._saver = Saver(self, self.grants, lambda: self._session.state, self._complain)
        self._notices = NoticeDesk(self, self.grants, self._session.now_ms, self._complain)
        self._dialogs = Dialogs(self, self._keeper, self.grants, self._list_bindings)
        self._zoomer = Zoomer(self.panes, self.grants, self)
        self._view = ViewGrants(self, self.panes, self.arranger, self.popouts, self.grants)
        if self._keeper:
            self.grants.add(Prefer, self._keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nobody wants, such as Page Up in the name's box, scroll what can be scrolled."""
        if not any(pane.scroll_by_key(event) for pane in self.panes.values()):
            super().keyPressEvent(event)

    def _list_bindings(self) -> Iterable[Bindings]:
        """Those of this window, and of the windows beside it that are open."""
        return (self.bindings, *self._windows.list_bindings())

    def _wish_to_keep(self, changes: Mapping[str, Any]) -> None:
        self.grants.grant(Prefer(changes))

    def _keep(self, wish: Prefer) -> None:
        if self._keeper is not None:
            self._keeper.keep(wish.changes, {}, self._note_kept)

    def _note_kept(self, error: SidestageError | None) -> None:
        """A choice that could not be kept holds all the same, until the program ends."""
        if error is not None:
            self._complain(error.line)

    def _complain(self, sentence: str) -> None:
        self._session.state.note(sentence, self._session.now_ms())

    def _present_title(self, title: str) -> None:
        shown = show(title)
        if shown != self.windowTitle():
            self.setWindowTitle(shown)

    def _lay_out(self) -> None:
        stage = QWidget()
        stage.setObjectName("stage")
        column = QVBoxLayout(stage)
        set_gaps(column, GRID, GRID, GRID, GRID, GRID)
        for name in self.board.layout.bars:
            column.addWidget(self.panes[name])
        column.addWidget(self._covers, 1)
        self.setCentralWidget(stage)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(fit_size(enlarge_size(SMALLEST)))
        self.resize(fit_size(enlarge_size(PREFERRED)))
