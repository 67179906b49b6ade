"""One row above everything: is it live, whose room, how many watch, what came in, how healthy is it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.session import Connect, Disconnect
from app.settings import USUAL
from app.ui.actions import find_keys
from app.ui.deeds import DEEDS, SITUATIONS, list_deeds, name_situation
from app.ui.labels import Label
from app.ui.look import enlarge, enlarge_size, set_gaps
from app.ui.name_box import NameBox
from app.ui.pane import Pane
from app.ui.panes.header.fit import ALWAYS, COVERED, SHOWN, TROUBLED, TYPED, choose_shown
from app.ui.panes.header.health import HealthCard, sum_up_health
from app.ui.panes.header.numbers import Numbers
from app.ui.panes.header.parts import MenuButton, NameButton, StateChip, make_small_button
from app.ui.panes.header.source import HeaderFrame, HeaderSource
from app.ui.panes.header.texts import write_freshness, write_status, write_waiting
from app.ui.phases import choose_look
from app.ui.text import clean, write_handle
from app.ui.wishes import AskName, ChooseWay, HideNumbers, OpenMenu
from app.words import show
from app.words import window as words
from app.words.discretion import is_discreet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.settings import Choices
    from app.ui.pane import Cover

GAP_PX, TIGHT_PX, EDGE_PX, ROW_EDGE_PX, NAME_MORE_PX, LINE_PX = 12, 4, 4, 1, 64, 1
TROUBLE_PX = 240  # what is wrong goes before likes and new followers


class Header(Pane):
    """Shows header frames, and takes a name to be typed in its place."""

    SOURCE = HeaderSource
    EVERY_MS = 200

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("header")
        self._frame: HeaderFrame | None = None
        self._widths: dict[str, int] = {}
        self._wishes: frozenset[type] = frozenset()
        self._cover: Cover = "none"
        self._way, self._is_typing = USUAL, False
        self._card: HealthCard | None = None
        self.chip, self.name, self.menu = StateChip(), NameButton(), MenuButton()
        self.deeds = [make_small_button(), make_small_button()]
        self._deed_names: list[str] = []
        self.numbers = Numbers()
        self.health, self.waiting = QPushButton(), Label(size="caption", colour="muted")
        self.discreet = make_small_button(words.STREAMER_MODE)
        self.box = NameBox()
        self.stop, self.ways = make_small_button(words.DISCONNECT), make_small_button(words.WAY_IN)
        self._parts = self._list_parts()
        self._lay_out()
        self._wire()

    def _list_parts(self) -> dict[str, QWidget]:
        """From left to right."""
        return {
            "chip": self.chip,
            "name": self.name,
            "box": self.box,
            "stop": self.stop,
            "ways": self.ways,
            "discreet": self.discreet,
            **dict(zip(("first", "second"), self.deeds, strict=True)),
            **self.numbers.figures,
            "waiting": self.waiting,
            "health": self.health,
            "menu": self.menu,
        }

    def present(self, frame: HeaderFrame) -> None:
        """Show a frame."""
        self._frame = frame
        look = choose_look(frame.status, frame.now_ms)
        handle = write_handle(frame.status.unique_id)
        self.setAccessibleName(clean(show(words.STATE_OF.fill(phase=look.word, name=handle))))
        self.chip.present(look, write_freshness(frame))
        line, colour = write_status(frame, is_covered=self._cover == "over")
        self.name.present(handle, line, colour)
        self.numbers.present(frame)
        self.waiting.present(write_waiting(frame))
        self._present_deeds(frame)
        self._present_health(frame)
        self._fit()

    def prefer(self, choices: Choices) -> None:
        """Offer the names that were followed; know the way in, and name the keys of now."""
        self.box.recall(choices.recent)
        self._way = choices.way
        self.ways.setToolTip(show(words.ABOUT_WAYS.fill(keys=find_keys("ways"))))
        self.menu.name_keys()
        self.discreet.setToolTip(show(words.ABOUT_STREAMER_MODE.fill(keys=find_keys("streamer"))))

    def offer(self, wishes: frozenset[type]) -> None:
        """Learn what can be granted: where no way in can be chosen, none is offered."""
        self._wishes = wishes
        self._present_again()

    def learn_cover(self, cover: Cover) -> None:
        """Learn whether the page stands over the panes: then that says what goes on, and the header less."""
        self._cover = cover
        self._present_again()

    def ask_name(self) -> bool:
        """Let a name be typed in place of the numbers."""
        self._change_typing(typing=True)
        self.box.focus_all()
        return True

    def follow_again(self) -> None:
        """Try again at once, or follow again."""
        if self._frame is not None and self._frame.standing.whom:
            self.wish.emit(Connect(self._frame.standing.whom))

    def stop_following(self) -> None:
        """Follow nobody any more."""
        self.wish.emit(Disconnect())

    def open_menu(self) -> None:
        """See what can be done."""
        corner = self.menu.mapToGlobal(self.menu.rect().bottomRight())
        self.wish.emit(OpenMenu(corner.x(), corner.y()))

    def open_health(self) -> None:
        """See how healthy the connection is, and what that means."""
        if self._frame is None:
            return
        self._card = self._card or HealthCard(self)
        self._card.present(self._frame, self._way)
        self._card.open_below(self.menu if self.health.isHidden() else self.health)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Esc in the box, or the keyboard elsewhere, brings the numbers back."""
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else it would be the key of an action
            return True
        if is_esc and event.type() == QEvent.Type.KeyPress:
            self._change_typing(typing=False)
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            QTimer.singleShot(0, self, self._end_unused)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What fits depends on the width."""
        super().resizeEvent(event)
        self._choose_parts()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What does not fit is left out: contents must not hold the window wide."""
        return enlarge_size(self.smallest).expandedTo(QSize(0, self.minimumHeight()))

    def redress(self) -> None:
        """Take the sizes of now. The panes below must not move, whatever is shown."""
        highest = max(part.sizeHint().height() for part in self._parts.values())
        self.setFixedHeight(highest + 2 * enlarge(ROW_EDGE_PX) + 2 * enlarge(LINE_PX))
        self._present_again()

    def _present_again(self) -> None:
        if self._frame is not None:
            self.present(self._frame)
        else:
            self._fit()

    def _present_deeds(self, frame: HeaderFrame) -> None:
        """What can be done now, where no page offers it."""
        row = SITUATIONS[name_situation(frame.standing)].bar if self._cover != "over" else ()
        names = self._deed_names = list_deeds(frame.standing, row, self._wishes)
        for button, name in zip(self.deeds, names, strict=False):
            button.setText(show(DEEDS[name].word))

    def _present_health(self, frame: HeaderFrame) -> None:
        text, colour = sum_up_health(frame)
        self.health.setText(show(text))
        self.health.setAccessibleDescription(show(words.HEALTH))
        name = "alarm" if colour == "warn" else "span"
        if self.health.objectName() != name:
            self.health.setObjectName(name)
            self.health.style().polish(self.health)
        if self._card is not None and self._card.isVisible():
            self._card.present(frame, self._way)

    def _press(self, at: int) -> None:
        if self._frame is not None and at < len(self._deed_names):
            self.wish.emit(DEEDS[self._deed_names[at]].make(self._frame.standing))

    def _enter(self, typed: str) -> None:
        self._change_typing(typing=False)
        self.wish.emit(Connect(typed))

    def _change_typing(self, *, typing: bool) -> None:
        """Change between the box and what stands in its place."""
        if typing != self._is_typing:
            self._is_typing = typing
            self.box.box.clearFocus()
            self._fit()

    def _end_unused(self) -> None:
        used = self.window().focusWidget()
        if used is not None and not self.isAncestorOf(used):
            self._change_typing(typing=False)

    def _fit(self) -> None:
        """Measure what there is to show, then show what there is room for."""
        self._widths = self._measure_widths(self._choose_order())
        self._choose_parts()

    def _choose_order(self) -> tuple[str, ...]:
        """What is shown, the most important first."""
        if self._is_typing:
            return TYPED
        if self._cover == "over":
            return COVERED
        return SHOWN if self.name.line.colour == "muted" else TROUBLED

    def _choose_parts(self) -> None:
        """Show what there is room for."""
        room = self.width() - 2 * enlarge(EDGE_PX) - 2 * enlarge(LINE_PX)
        shown = choose_shown(room, enlarge(GAP_PX), list(self._widths.items()))
        for name, part in self._parts.items():
            part.setVisible(name in shown or (name in self._widths and name in ALWAYS))
        self.box.button.setVisible("go" in shown)
        self.numbers.viewers.show_note(shown="trend" in shown)
        self.chip.setFixedWidth(self.chip.most_px if "long" in shown else self.chip.least_px)
        self._row.setSpacing(enlarge(GAP_PX if "wide" in shown else TIGHT_PX))  # else the name has little

    def _measure_widths(self, order: Iterable[str]) -> dict[str, int]:
        """How much room each part needs; 0 where it has nothing to show."""
        least_px = self.chip.least_px
        widths = {
            "chip": least_px,
            "long": self.chip.most_px - least_px,
            "wide": enlarge(NAME_MORE_PX),
            "wider": enlarge(NAME_MORE_PX if self.name.line.colour == "muted" else TROUBLE_PX),
            "trend": self.numbers.viewers.note_px,
            "box": self.box.box.minimumWidth(),
            "waiting": self.waiting.sizeHint().width() if self.waiting.text() else 0,
            "go": self.box.button.sizeHint().width(),
        }
        for name in order:
            if name in self.numbers.figures:
                widths[name] = self.numbers.measure_width(name)
            elif name not in widths:
                widths[name] = self._measure_button(self._parts[name])
        return {name: widths[name] for name in order}

    def _measure_button(self, button: QWidget) -> int:
        has_use: dict[QWidget, bool] = {
            self.health: bool(self.health.text()),
            self.ways: ChooseWay in self._wishes,
            self.discreet: is_discreet(),
            **{deed: at < len(self._deed_names) for at, deed in enumerate(self.deeds)},
        }
        return button.sizeHint().width() if has_use.get(button, True) else 0

    def _wire(self) -> None:
        self.menu.clicked.connect(self.open_menu)
        self.name.clicked.connect(lambda: self.wish.emit(AskName()))
        self.health.clicked.connect(self.open_health)
        self.discreet.clicked.connect(lambda: self.wish.emit(HideNumbers()))
        self.stop.clicked.connect(self.stop_following)
        self.ways.clicked.connect(lambda: self.wish.emit(ChooseWay()))
        self.box.entered.connect(self._enter)
        for part in (self.box.box, self.box.button, self.stop, self.ways):
            part.installEventFilter(self)
        for at, button in enumerate(self.deeds):
            button.clicked.connect(partial(self._press, at))

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # what does not fit is left out
        set_gaps(row, GAP_PX, EDGE_PX, ROW_EDGE_PX, EDGE_PX, ROW_EDGE_PX)
        for name, part in self._parts.items():
            row.addWidget(part, name in ("name", "box"), Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.redress()
