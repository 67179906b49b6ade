"""The chat pane: the list, the pill that leads back to its end, and the words before the first row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.session import Tell
from app.settings import DEFAULTS
from app.state.facts import KeptRows
from app.ui.card import Card
from app.ui.hits import Hit
from app.ui.look import CHAT_STEPS, GRID, Sizes, enlarge
from app.ui.panes.chat.announcer import Announcer
from app.ui.panes.chat.arrival import ArrivalLine
from app.ui.panes.chat.empty import EmptyChat
from app.ui.panes.chat.filter_bar import FilterBar
from app.ui.panes.chat.filters import make_sieve
from app.ui.panes.chat.finder import Finder
from app.ui.panes.chat.highlights import make_rules
from app.ui.panes.chat.model import KEPT_ROWS, SCROLLBACK, ChatModel
from app.ui.panes.chat.people import PeopleDeeds
from app.ui.panes.chat.pill import Pill
from app.ui.panes.chat.pin_line import PinLine
from app.ui.panes.chat.resume import BackToNewest
from app.ui.panes.chat.search import Search
from app.ui.panes.chat.sentences import write_line
from app.ui.panes.chat.source import ChatFrame, ChatSource, KnownPeople
from app.ui.panes.chat.style import read_style
from app.ui.panes.chat.view import ChatView
from app.ui.wishes import Prefer
from app.words.discretion import speak_openly

if TYPE_CHECKING:
    from app.events import User
    from app.settings import Choices
    from app.ui.pictures import Pictures


BORDERS_PX = 4  # of the frame, which layouts keep away from once more
BUBBLE = "💬"  # instead of a title beside which the chips have no room


class ChatPane(Card):
    """Shows chat frames; while there are no rows, that nobody has written.

    Args:
        scrollback: rows to keep.
    """

    SOURCE = ChatSource

    def __init__(self, title: str = "", scrollback: int = SCROLLBACK, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.title.word(title, BUBBLE)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.note.hide()  # the chips need its room
        self.model = ChatModel(scrollback, self)
        self.view = ChatView(self.model)
        self.empty = EmptyChat()
        self.pill, self.search = Pill(self.view), Search(self.view, self)
        self._resume = BackToNewest(self.view, lambda: not self.search.bar.isHidden())
        self.filters, self.arrival = FilterBar(), ArrivalLine()
        self.pinned = PinLine()
        self.deeds = PeopleDeeds(self.view, self)
        self._choices, self._crowd = DEFAULTS, KnownPeople()
        self._announcer, self._finder = Announcer(self.view), Finder()
        self._stack = QStackedWidget()
        self._fill_body()
        self._wire()

    def present(self, frame: ChatFrame) -> None:
        """Show rows, and who is who."""
        if frame.is_fresh and find_kept_rows(self._choices) > KEPT_ROWS:
            self._ask_for_rows()
        if frame.crowd is not None:
            self._meet(frame.crowd)
        if frame.rows or frame.edits or frame.is_fresh:
            self.view.present(frame)
            self._announcer.announce(() if frame.is_fresh else frame.rows, self.model.sieve)
        self.deeds.present(frame.portrait)
        self._choose_page()

    def _choose_page(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.log else self.empty)

    def prefer(self, choices: Choices) -> None:
        """Take what the user chose of the chat."""
        before, self._choices = self._choices, choices
        self.view.restyle(read_style(choices))
        if choices.chat_text_px != before.chat_text_px:
            self.view.zoom(choices.chat_text_px)
        self.view.keep(choices.chat_scrollback)
        self.view.merge(wished=choices.chat_merge_similar)
        self.view.hold.prefer(choices)
        self._resume.prefer(choices)
        self._require_gifts(choices.chat_gift_diamonds)
        if find_kept_rows(choices) != find_kept_rows(before):
            self._ask_for_rows()
        self._sift()
        self._mark()

    def illustrate(self, pictures: Pictures) -> None:
        """Show people and emotes as they are found there."""
        self.view.illustrate(pictures)

    def _ask_for_rows(self) -> None:
        """The state keeps as many rows as can be scrolled back to, and no fewer than filters may need."""
        self.wish.emit(Tell(KeptRows(find_kept_rows(self._choices))))

    def show_person(self) -> None:
        """Open the card of the current row's person."""
        self.deeds.show_card(self._choices)

    def open_card(self, person: User, place: QPoint) -> bool:
        """Open the card of anybody."""
        self.deeds.open_card(person, self._choices, place)
        return True

    def hide_person(self) -> None:
        """Hide the current row's person in this stream, or no more."""
        self.deeds.judge("hidden", self._crowd)

    def highlight_person(self) -> None:
        """Highlight the current row's person in this stream, or no more."""
        self.deeds.judge("highlighted", self._crowd)

    def pin_row(self) -> None:
        """Pin the current row on top, or take it down."""
        self.deeds.pin(self._crowd.pinned)

    def turn_row(self) -> None:
        """Show all that the current row says, or fold it again."""
        if (row := self.view.find_current_row()) is not None:
            self.view.turn_row(self.model.find(row.seq))

    def open_find(self) -> None:
        """Look for words."""
        self.search.open()

    def find_next(self) -> None:
        """Go to the next hit."""
        self.search.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.search.step(-1)

    def show_next_filter(self) -> None:
        """Show the rows of the next filter."""
        self.filters.choose_next()

    def choose_gifts(self) -> None:
        """Let somebody choose from which worth on gifts are rows."""
        self.filters.choose_gifts()

    def _prefer_gifts(self, diamonds: int) -> None:
        self.prefer(replace(self._choices, chat_gift_diamonds=diamonds))
        self.wish.emit(Prefer({"chat_gift_diamonds": diamonds}))

    def _require_gifts(self, diamonds: int) -> None:
        self.filters.gifts.present(diamonds)
        self._fit_filters()

    def _sift(self, _name: str = "") -> None:
        self.view.sift(make_sieve(self._choices, self.filters.name, self._crowd.hidden))
        self._choose_page()
        if not self.search.bar.isHidden():
            self.search.look_again()

    def _mark(self) -> None:
        crowd = self._crowd
        self.view.mark(make_rules(self._choices, crowd.host, crowd.highlighted, crowd.best))

    def _meet(self, crowd: KnownPeople) -> None:
        """Who is who has changed."""
        before, self._crowd = self._crowd, crowd
        if crowd.hidden != before.hidden:
            self._sift()
        if (crowd.host, crowd.highlighted, crowd.best) != (before.host, before.highlighted, before.best):
            self._mark()
        self.pinned.present(crowd.pinned)
        self._present_arrival()

    def _present_arrival(self) -> None:
        self.arrival.show_person(self._crowd.latest, is_wished=self._choices.chat_joins)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Chips have room beside the title, or one button stands for them."""
        super().resizeEvent(event)
        self._fit_filters()

    def _fit_filters(self) -> None:
        title = max(self.title.least_px, self.title.minimumSizeHint().width())
        self.filters.fit(self.width() - title - enlarge(5 * GRID) - BORDERS_PX)

    def find_words(self, needle: str) -> Iterator[Hit]:
        """Rows that have words, the newest first; the texts are folded once."""
        finder = self._finder
        finder.look(self.model.rows, needle)
        for seq, place in zip(reversed(finder.hits), reversed(finder.places), strict=True):
            yield Hit(write_line(self.model.rows[place]), partial(self._show_row, seq))

    def _show_row(self, seq: int) -> None:
        self.view.setFocus()
        self.view.show_row(seq)

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll by rows, pages or to an end if the key says so; whether it did."""
        return self.view.scroll_by_key(event)

    def zoom(self, steps: int) -> None:
        """Larger or smaller text by steps; 0 gives the normal size. It is kept for the next time."""
        at = bisect_left(CHAT_STEPS, self.view.text_pixels if steps else Sizes().chat) + steps
        pixels = CHAT_STEPS[min(max(at, 0), len(CHAT_STEPS) - 1)]
        self.view.zoom(pixels)
        self.wish.emit(Prefer({"chat_text_px": pixels}))

    def redress(self) -> None:
        """Take the sizes of now."""
        self._fit_filters()
        self.pill.place()

    def _fill_body(self) -> None:
        self.corner.addWidget(self.filters)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.body.addWidget(self.search.bar)
        self.body.addWidget(self.pinned)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.arrival)

    def _wire(self) -> None:
        self.filters.chosen.connect(self._sift)
        self.filters.gifts.chosen.connect(self._prefer_gifts)
        self.view.person_clicked.connect(self.show_person)
        for page in (self.pinned, self.deeds):
            page.wish.connect(self.wish)

    def scroll_to_top(self) -> None:
        """Read from the oldest row on."""
        self.view.scroll_to_top()

    def scroll_to_bottom(self) -> None:
        """Go along with the newest row."""
        self.view.follow()

    def find_first_stop(self) -> QWidget | None:
        """The rows, where there are any."""
        return self.view if self.model.log else None

    def go_back(self) -> None:
        """Leave the search, which keeps the place; without one, go along with the newest row."""
        if self.search.bar.isHidden():
            self.view.follow()
        else:
            self.search.leave()

    def copy_chosen(self) -> None:
        """Copy the chosen rows as lines of text."""
        with speak_openly():
            QGuiApplication.clipboard().setText(self.view.read_chosen_text())


def find_kept_rows(choices: Choices) -> int:
    """How many rows are kept for what the user chose."""
    return max(KEPT_ROWS, choices.chat_scrollback)
