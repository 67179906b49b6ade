"""The page over all panes while there is no data: the one sentence that matters, and what can be done now.

It comes back at rest: after the end of a stream people look for the sums, as TikTok's own app shows them.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.session import Connect
from app.settings import WAYS
from app.state import Status
from app.ui.deeds import DEEDS, SITUATIONS, SituationName, list_deeds, name_situation
from app.ui.look import enlarge, find_look, make_font
from app.ui.name_box import write_followed_name
from app.ui.pane import Pane
from app.ui.panes.page.column import Column
from app.ui.panes.page.parts import Box, Buttons, Countdown, Emblem, Paragraph, SumsBlock, name_style
from app.ui.panes.page.source import PageFrame, PageSource
from app.ui.panes.page.texts import Texts, write_gifter, write_texts
from app.ui.phases import choose_look
from app.ui.standing import Standing
from app.ui.text import write_tooltip
from app.words import page as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.settings import Choices

RECENT = 5
BOX_PX, NAME_PX = 480, 200
FIRST = ("emblem", "title", "words", "notice", "box", "recent", "deeds")
LAST = ("emblem", "title", "countdown", "words", "notice", "deeds", "sums", "gifter", "box", "recent")
NO_BOX = ("emblem", "title", "countdown", "words", "notice", "deeds")
# The parts by where the box stands; the first start tells more.
ORDERS = {"first": FIRST, "last": LAST, "": NO_BOX}
FINE_PRINT = ("privacy", "unofficial")
START = PageFrame(Standing(Status(), 0), is_wanted=True)


class Page(Pane):
    """Shows page frames. Its wishes are what its buttons say, and to follow a name."""

    SOURCE = PageSource
    EVERY_MS = 200
    GROWS = COVERS = True

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName("card")
        self._frame = START
        self._name: SituationName = "start"
        self._wishes: frozenset[type] = frozenset()
        self._shown: object = None
        self._names: tuple[str, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._make_parts()
        self.column = Column(self._write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.column)
        self.setFocusProxy(self.box)
        self._say(self._frame)
        self.box.entered.connect(lambda typed: self.wish.emit(Connect(typed)))
        self.box.edited.connect(lambda: self.title.tint("text"))
        self.redress()

    def _make_parts(self) -> None:
        self.emblem, self.title, self.countdown = Emblem(), Paragraph("text", bold=True), Countdown()
        self.words, self.notice = Paragraph("muted"), Paragraph("warn")
        self.sums, self.gifter = SumsBlock(), Paragraph("text")
        self.deeds, self.box, self.recent = Buttons(), Box(), Buttons()
        self.privacy, self.unofficial = (Paragraph("muted", size="caption") for _ in FINE_PRINT)
        self.unofficial.say(words.UNOFFICIAL)
        self.recent.setAccessibleName(show(words.RECENT))

    @property
    def is_prominent(self) -> bool:
        """Whether there is more to say than to see."""
        return self._frame.is_wanted

    def present(self, frame: PageFrame) -> None:
        """Show a frame; while the page is covered by the panes nothing is changed on it."""
        before, self._frame = self.is_prominent, frame
        is_free = self._has_free_keyboard()
        is_other = frame.is_wanted and self._say(frame)
        if before != frame.is_wanted:
            self.room_changed.emit()
        if frame.is_wanted and (is_other or not before):
            self._choose_focus(takes=is_free or self._has_free_keyboard())

    def prefer(self, choices: Choices) -> None:
        """Offer the names that were followed, and say who sees what on the way that is chosen."""
        self.box.recall(choices.recent)
        names = () if choices.streamer_mode else choices.recent
        if names != self._names:
            self._names = names
            self._offer_names(names[:RECENT])
        host = urlsplit(choices.sign_url).hostname or choices.sign_url
        self.privacy.say(WAYS[choices.way].privacy.fill(host=host))
        self._arrange()

    def offer(self, wishes: frozenset[type]) -> None:
        """Learn which buttons make sense."""
        self._wishes = wishes
        self._say(self._frame)

    def ask_name(self) -> bool:
        """Let a name be typed, where the box is shown."""
        if not SITUATIONS[self._name].box:
            return False
        self.box.focus_all()
        self.column.ensureWidgetVisible(self.box)
        return True

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by pages what is too long for a low window."""
        bar, keys = self.column.verticalScrollBar(), {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = keys.get(Qt.Key(event.key()), 0)
        if not (step and bar.maximum() and self.isVisible()):
            return False
        bar.setValue(bar.value() + step * bar.pageStep())
        return True

    def redress(self) -> None:
        """Take the sizes of now."""
        self.box.setMaximumWidth(enlarge(BOX_PX))
        self._offer_names(self._names[:RECENT])
        self._arrange()

    def _say(self, frame: PageFrame) -> bool:
        """Say what the frame says, unless it is said already; whether things stand otherwise than before."""
        standing, name = frame.standing, name_situation(frame.standing)
        texts, look = write_texts(standing), choose_look(standing.status, standing.now_ms)
        deeds = list_deeds(standing, SITUATIONS[name].deeds, self._wishes)
        shown = name, texts, deeds, look, frame.sums
        if shown == self._shown:
            return False
        self._shown, is_other, self._name = shown, name != self._name, name
        self.emblem.present(None if name == "start" else look)
        self.countdown.present(texts.number, texts.caption, look.colour)
        self._say_texts(texts)
        self.sums.present(frame.sums)
        self.gifter.say(write_gifter(frame.sums))
        if is_other:
            self.title.tint("warn" if name == "mistyped" else "text")
        self._offer_deeds(deeds)
        self._arrange()
        return is_other

    def _say_texts(self, texts: Texts) -> None:
        self.title.say(texts.title)
        self.words.say(texts.words)
        self.notice.say(texts.notice)

    def _offer_deeds(self, names: list[str]) -> None:
        """A button each; the first is the most likely one, unless that is to type a name."""
        has_first = SITUATIONS[self._name].box != "first"
        shown = [self.buttons.get(name) or self._make_button(name) for name in names]
        for name, button in zip(names, shown, strict=True):
            is_first = has_first and name == names[0] and DEEDS[name].is_way_on
            name_style(button, "primary" if is_first else "")
        name_style(self.box.button, "" if has_first else "primary")
        self.deeds.hold(shown)

    def _make_button(self, name: str) -> QPushButton:
        button = self.buttons[name] = QPushButton(show(DEEDS[name].word))
        button.setToolTip(show(DEEDS[name].about))
        button.clicked.connect(partial(self._press, name))
        return button

    def _press(self, name: str, *_: bool) -> None:
        self.wish.emit(DEEDS[name].make(self._frame.standing))

    def _offer_names(self, names: Sequence[str]) -> None:
        before = self.recent.parts
        self.recent.hold([self._name_button(name) for name in names])
        for button in before:
            button.deleteLater()

    def _name_button(self, name: str) -> QPushButton:
        """A button that is never wider than a narrow page."""
        typed, metrics = write_followed_name(name), QFontMetrics(make_font(find_look().sizes.caption))
        shown = metrics.elidedText(typed, Qt.TextElideMode.ElideMiddle, enlarge(NAME_PX))
        button = QPushButton(shown.replace("&", "&&"))
        button.setToolTip(write_tooltip(typed))
        button.setObjectName("small")
        button.clicked.connect(lambda: self.wish.emit(Connect(typed)))
        return button

    def _has_free_keyboard(self) -> bool:
        """Whether nothing else uses the keyboard: a list that was covered just now does not."""
        used = self.window().focusWidget()
        return used in (None, self.window()) or not used.isVisible() or self.isAncestorOf(used)

    def _choose_focus(self, *, takes: bool) -> None:
        """The keyboard goes to what is most likely wanted; it takes it where nobody uses something else."""
        wanted = self.box.box if SITUATIONS[self._name].box == "first" else next(iter(self.deeds.parts), None)
        if wanted is None:
            return
        self.setFocusProxy(wanted)
        if takes:
            wanted.setFocus()
            if self._name == "start":
                self.box.focus_all()
            self.column.ensureWidgetVisible(wanted)

    def _arrange(self) -> None:
        """Put the parts that belong here below each other, for the eye and for the Tab key."""
        names = ORDERS[SITUATIONS[self._name].box] + (FINE_PRINT if self._name == "start" else ())
        self.column.hold([getattr(self, name) for name in names])
        stops: list[QWidget] = []
        for name in names:
            part = getattr(self, name)
            stops += (
                part.parts if isinstance(part, Buttons) else [part.box, part.button] if name == "box" else []
            )
        for first, second in pairwise(stops):
            self.setTabOrder(first, second)

    def _write(self, title_px: int, words_px: int, number_px: int, *, has_picture: bool) -> int:
        """Write in these sizes; how wide the widest word is then."""
        self.title.resize_text(title_px)
        for label in (self.words, self.notice, self.gifter):
            label.resize_text(words_px)
        self.countdown.resize_text(number_px, words_px)
        self.emblem.is_empty = not has_picture
        return max(label.widest_px for label in (self.title, self.words, self.notice))
