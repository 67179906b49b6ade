"""The window: puts the panes together and connects them to the feed and the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from app.session import Quit
from app.settings import DEFAULTS, Choices
from app.ui.actions import GLANCE_GROUP, MAIN, OWN_GROUP, PANES_GROUP
from app.ui.arranger import FIRST_SIZE, Arranger
from app.ui.bindings import Bindings
from app.ui.closing import Closing
from app.ui.covers import Covers
from app.ui.discreet import StreamerMode
from app.ui.feed import Feed
from app.ui.filling import Filling
from app.ui.frames import FRAME_KNOWN_MS, bring_forward, fit_frame_later, fit_size, is_seen
from app.ui.grants import Grants
from app.ui.icons import make_app_icon
from app.ui.keeping import Keeping
from app.ui.layout.places import read_places
from app.ui.look import dress_once, enlarge_size, find_look, hold_families, make_sheet
from app.ui.maker import PaneMaker
from app.ui.manners import Manners
from app.ui.notices.desk import NoticeDesk
from app.ui.notices.source import NOTICE_LINE, NOTICES
from app.ui.opening import Dialogs
from app.ui.pane import Pane
from app.ui.panes.table import PANES
from app.ui.pictures import Pictures, Supply
from app.ui.popouts import PopOuts
from app.ui.remaking import Remaking
from app.ui.saving import Saver
from app.ui.switches import Switches
from app.ui.title import LINES, NAME, ON_AIR, TITLE, entitle
from app.ui.view_grants import ViewGrants
from app.ui.watch import Watch
from app.ui.whereabouts import Whereabouts
from app.ui.windows import Windows
from app.ui.wishes import AskName, LookBeneath, OpenMenu, OpenWindow, Prefer, WatchDemo
from app.ui.zoom import Zoomer

if TYPE_CHECKING:
    from app.ui.feed import Desk
    from app.ui.keeper import Keeper


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
        is_whole: all panes and keys are there at once; else after the first picture, which comes sooner then.

    Attributes:
        panes: those that were made, by name, in the order of their table.
    """

    _is_whole = False

    def __init__(
        self,
        session: Desk,
        on_demo: Callable[[], None] | None = None,
        keeper: Keeper | None = None,
        supply: Supply | None = None,
        *,
        is_whole: bool = True,
    ) -> None:
        super().__init__()
        dress_once()
        self.setStyleSheet(make_sheet())  # else all that is in it would be dressed anew
        self._session, self._keeper = session, keeper
        self.panes: dict[str, Pane] = {}
        self.feed = Feed(session, (*LINES, NOTICE_LINE), self, is_seen=self._is_seen)
        self.pictures, self.grants = Pictures(supply, self), Grants(session.request)
        self._watch, self._windows = Watch(self), Windows(self, session)
        self.popouts = PopOuts(self, self.panes, lambda: self.bindings.window_actions, self._watch)
        self._places = Whereabouts(self, self.popouts, self._wish_to_keep)
        self.arranger = Arranger(self.panes, self._wish_to_keep, self)
        self.board = self.arranger.board
        self._covers = Covers(self.board.root, self.panes)
        places = self.feed, self.board, self._covers
        self._maker = PaneMaker(PANES, self.panes, *places, self.grants, self.pictures)
        self._streamer = StreamerMode(self.feed, self.grants)
        self._filling = Filling(self, self.panes, self._covers, self.board, self._watch, self.grants)
        self._lay_out()
        self._add_grants(on_demo or self.focus_first)
        self._begin(is_whole=is_whole)

    def _begin(self, *, is_whole: bool) -> None:
        self._wire_windows()
        self._maker.make_first()
        self.prefer(DEFAULTS)
        self._covers.arrange()
        self.feed.start()
        if is_whole:
            self.complete()
        self.focus_first()

    def complete(self) -> None:
        """Add the panes that are not in the first picture, and what belongs to them; once."""
        if self._is_whole:
            return
        self._is_whole = True
        self._maker.make_others()
        self._bind()
        self.prefer(self._choices)
        self._covers.arrange()
        self.feed.tick()

    @property
    def bindings(self) -> Bindings:
        """Its actions; they belong to panes that are made by then."""
        self.complete()
        return self._bindings

    def find_pane(self, kind: type[Kind]) -> Kind:
        """The pane of a class."""
        self.complete()
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
        self._choices = choices
        if self._is_whole:
            self._bindings.take(choices)  # panes name their keys
        takers = self.arranger, self._manners, self._closing, self._dialogs, self.pictures
        for one in (*takers, self._notices, self._streamer, self._switches):
            one.take(choices)
        self._maker.take(choices)
        self._filling.take(choices)
        if self._is_whole:
            self._bindings.tick()

    def restore(self, choices: Choices) -> None:
        """Stand where it stood, with the panes out that were; before it is shown."""
        self._closing.is_in_use = True
        if read_places(choices.windows).out:
            self.complete()
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
        if self._closing.has_to_ask:
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rest is made when the first picture is on the screen."""
        super().paintEvent(event)
        if not self._is_whole:
            QTimer.singleShot(0, self, self.complete)

    def _prepare_panes(self) -> None:
        self.complete()
        hold_families()
        self._zoomer.watch_wheels()
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
        scale = find_look().scale
        self.arranger.fit(self.width() / scale, self.height() / scale)

    def _wire_windows(self) -> None:
        self.pictures.follow(self.feed)
        self.feed.channels[TITLE].frames.connect(partial(entitle, self))
        self.feed.channels[NOTICES].frames.connect(self._notices.present)
        self.feed.channels[NAME].frames.connect(self.popouts.present_name)
        self.feed.channels[ON_AIR].frames.connect(self._closing.present)
        self._watch.seen.connect(self._manners.apply)
        self.popouts.moved_out.connect(lambda: self.arranger.stand_away(self.popouts.names))
        self._watch.seen.connect(lambda: self.feed.rest(is_resting=not self._watch.has_seen))
        self._watch.moved.connect(self._places.note)
        self._watch.begin(self)

    def _bind(self) -> None:
        self._bindings = Bindings(self, MAIN, self.panes, self.grants)
        self._bindings.more |= {PANES_GROUP: self._view.list_panes, OWN_GROUP: self._view.list_profiles}
        self._bindings.more[GLANCE_GROUP] = self._filling.list_screens
        self._bindings.offer(self.grants.wishes)
        self._bindings.offer_in(self.panes, self.arranger.movable)
        self.grants.listen(self._bindings.tick)

    def _add_grants(self, on_demo: Callable[[], None]) -> None:
        """What is done for each wish that is no command of the session."""
        self.grants.add(WatchDemo, lambda _: on_demo())
        self.grants.add(OpenMenu, lambda wish: self.bindings.open_menu(QPoint(wish.x, wish.y)))
        self.grants.add(AskName, lambda _: self.ask_name())
        self.grants.add(LookBeneath, lambda wish: self._covers.arrange(is_lifted=wish.is_lifted))
        self.grants.add(OpenWindow, lambda wish: self._windows.open(wish.name))
        self._switches = Switches(self.grants, self.prefer)
        self._manners = Manners(self, self.popouts.windows.values, self.grants, self._complain)
        self._closing = Closing(self, self.grants, self.finish)
        self._saver = Saver(self, self.grants, lambda: self._session.state, self._complain)
        self._notices = NoticeDesk(self, self.grants, self._session.now_ms, self._complain)
        self._dialogs = Dialogs(self, self._keeper, self.grants, self._list_bindings)
        self._zoomer = Zoomer(self.panes, self.grants, self)
        makes = self._maker, self.panes, self.grants
        self.remaking = Remaking(*makes, self._complain, self._zoomer.watch_wheels)
        self._view = ViewGrants(self, self.panes, self.arranger, self.popouts, self.grants)
        if self._keeper:
            self._keeping = Keeping(self._keeper, self.grants, self._complain)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that nobody wants, such as Page Up in the name's box, scroll what can be scrolled."""
        if not any(pane.scroll_by_key(event) for pane in self.panes.values()):
            super().keyPressEvent(event)

    def _list_bindings(self) -> Iterable[Bindings]:
        """Those of this window, and of the windows beside it that are open."""
        return (self.bindings, *self._windows.list_bindings())

    def _wish_to_keep(self, changes: Mapping[str, Any]) -> None:
        self.grants.grant(Prefer(changes))

    def _complain(self, sentence: str, hint: str = "") -> None:
        self._session.state.note(sentence, self._session.now_ms(), hint)

    def _lay_out(self) -> None:
        self.setCentralWidget(self._maker.stage)
        self.setWindowIcon(make_app_icon())
        self.setMinimumSize(fit_size(enlarge_size(SMALLEST)))
        self.resize(fit_size(enlarge_size(PREFERRED)))
