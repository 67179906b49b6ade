"""The viewers pane: how many watch now, whether it rises, and the line of the last half hour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings import DEFAULTS
from app.ui.card import Card
from app.ui.figures import compact, group_digits
from app.ui.labels import FittingLabel, Label
from app.ui.look import GRID, enlarge, find_look, set_gaps
from app.ui.panes.viewers.drawing import choose_drawing
from app.ui.panes.viewers.graph import ViewerGraph
from app.ui.panes.viewers.source import ViewersFrame, ViewersSource
from app.ui.text import write_tooltip
from app.ui.wishes import Prefer
from app.words import show
from app.words import viewers as words

if TYPE_CHECKING:
    from app.settings import Choices

MINUTE_MS = 60_000
NARROW_PX, LOW_PX, FLAT_PX = 350, 230, 170
# Words where there is room, where there is little, the span.
SPANS = (
    ("5 min", "5m", 5 * MINUTE_MS),
    ("30 min", "30m", 30 * MINUTE_MS),
    (words.ALL, words.ALL, 0),
)
CAPTIONS = (words.NOW, words.MEAN, words.PEAK, words.CAME)
EYE = "👁"  # instead of a title beside which the spans have no room


class ViewersPane(Card):
    """Shows viewers frames."""

    SOURCE = ViewersSource
    EVERY_MS = 500

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.title.word(title, EYE)
        self.graph = ViewerGraph()
        self._frame: ViewersFrame | None = None
        self._span_ms = DEFAULTS.graph_minutes * MINUTE_MS
        self._least_diamonds = DEFAULTS.graph_diamonds
        self.now = Label("–", size="large", bold=True)
        self.trend = Label(size="title", colour="muted", bold=True)
        self.average, self.peak, self.total = (Label("–", size="strong", bold=True) for _ in range(3))
        self._captions = [FittingLabel(*wordings, size="caption", colour="muted") for wordings in CAPTIONS]
        self._pills: list[QPushButton] = []
        self.note.hide()
        self._note, self._stack = _note(), QStackedWidget()
        self._fill_body()
        self._add_spans()
        self._word_pills(narrow=False)

    def _fill_body(self) -> None:
        self.body.addLayout(self._lay_numbers())
        for page in (self._note, self.graph):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(1)  # the numbers come first
        self.body.addWidget(self._stack, 1)

    def present(self, frame: ViewersFrame) -> None:
        """Show a frame."""
        self._frame = frame
        known = bool(frame.samples)
        self._note.present("" if known else words.NOT_YET)
        self.now.present(compact(frame.now) if known else "–")
        self.now.setToolTip(group_digits(frame.now) if known else "")
        self._captions[0].word(*(words.NOW if frame.is_current or not known else words.LAST_KNOWN))
        trend = frame.trend if frame.is_current else 0
        shape = "▲" if trend > 0 else "▼"
        self.trend.present(f"{shape} {compact(abs(trend))}" if trend else "")
        self.trend.setToolTip(show(words.CHANGE))
        self.trend.tint("good" if trend > 0 else "bad")
        self.total.present(compact(frame.total) if frame.total else "–")
        self.total.setToolTip(write_tooltip(show(words.JOINS_SEEN.fill(number=group_digits(frame.joins)))))
        self.average.present(compact(frame.average) if known else "–")
        self.peak.present(compact(frame.peak) if frame.peak else "–")
        self._draw()

    def prefer(self, choices: Choices) -> None:
        """Take the span of time and the least gift that the user chose."""
        chosen = choices.graph_minutes * MINUTE_MS, choices.graph_diamonds
        if chosen == (self._span_ms, self._least_diamonds):
            return
        self._span_ms, self._least_diamonds = chosen
        for button, (_, _, span_ms) in zip(self._pills, SPANS, strict=True):
            button.setChecked(span_ms == self._span_ms)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A narrow pane has shorter words, a low one smaller figures and no graph."""
        super().resizeEvent(event)
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        narrow, low = self.width() < enlarge(NARROW_PX), self.height() < enlarge(LOW_PX)
        sizes = find_look().sizes
        self._stack.setHidden(self.height() < enlarge(FLAT_PX))
        self.now.resize_text(sizes.heading if low else sizes.figure if narrow else sizes.large)
        for part in (self.average, self._captions[1]):
            part.setHidden(narrow)
        self._word_pills(narrow=narrow)

    def _word_pills(self, *, narrow: bool) -> None:
        for button, (wide, short, _) in zip(self._pills, SPANS, strict=True):
            button.setText(show(short if narrow else wide))

    def show_next_span(self) -> None:
        """Show the next span of time, after the longest the shortest."""
        spans = [span_ms for _, _, span_ms in SPANS]
        at = spans.index(self._span_ms) + 1 if self._span_ms in spans else 0
        self._pills[at % len(spans)].click()

    def _draw(self) -> None:
        if (frame := self._frame) is None:
            return
        self._stack.setCurrentWidget(self.graph if frame.samples else self._note)
        self.graph.present(choose_drawing(frame, self._span_ms, self._least_diamonds))

    def _lay_numbers(self) -> QHBoxLayout:
        """Now in large type; the sum of all who came, which is another thing, apart from it."""
        now, *others = self._captions
        # No column is narrower than its shortest words, and the trend stands right beside the first ones.
        for caption in self._captions:
            caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below = QHBoxLayout()
        set_gaps(below, GRID)
        below.addWidget(now)
        below.addWidget(self.trend)
        below.addStretch()
        row = QHBoxLayout()
        set_gaps(row, GRID, 2 * GRID, 0, 2 * GRID, 0)
        row.addLayout(_make_column(self.now, below), 4)
        for value, caption in zip((self.average, self.peak, self.total), others, strict=True):
            for label in (value, caption):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            row.addLayout(_make_column(value, caption), 3)
        return row

    def _add_spans(self) -> None:
        group = QButtonGroup(self)
        for word, _, span_ms in SPANS:
            button = QPushButton(show(word))
            button.setObjectName("span")
            button.setCheckable(True)
            button.setChecked(span_ms == self._span_ms)
            button.setAccessibleName(show(words.SHOW_SPAN.fill(span=word)))
            group.addButton(button, span_ms)
            self._pills.append(button)
            self.corner.addWidget(button)
        group.idClicked.connect(self._choose)

    def _choose(self, span_ms: int) -> None:
        """Show another span, also the next time."""
        self._span_ms = span_ms
        self._draw()
        self.wish.emit(Prefer({"graph_minutes": span_ms // MINUTE_MS}))


def _make_column(value: Label, caption: QWidget | QLayout) -> QVBoxLayout:
    """A number over what it is."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch()
    column.addWidget(value)
    if isinstance(caption, QLayout):
        column.addLayout(caption)
    else:
        column.addWidget(caption)
    return column


def _note() -> Label:
    note = Label(words.NOT_YET, size="body", colour="muted")
    note.setAlignment(Qt.AlignmentFlag.AlignCenter)
    note.setWordWrap(True)
    return note
