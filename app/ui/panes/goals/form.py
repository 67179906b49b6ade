"""Where a gift is wished for: which, how many, until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.state.facts import GiftWish
from app.ui.boxes import WholeBox
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.panes.goals.texts import find_end
from app.words import goals as words
from app.words import show

MOST, USUAL = 1_000_000, 10
LONGEST = 60
COUNT_PX = 96


class WishForm(QWidget):
    """Fields for a wish; Return in any of them adds it.

    Signals:
        wished: a wish.

    Attributes:
        gift, count, end: the fields.
        add: adds what is in them.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_ms, self._names = 0, QStringListModel(self)
        self.gift = _make_field(words.GIFT_BOX, words.GIFT_HINT)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.gift.setCompleter(completer)
        self.count = _make_count_box()
        self.end = _make_field(words.END_BOX, words.END_HINT)
        self.end.textEdited.connect(lambda _: self.end.setToolTip(show(words.END_BOX)))
        self.add = QPushButton(show(words.ADD))
        self.add.setObjectName("small")
        self.add.clicked.connect(self._send)
        for field in (self.gift, self.end):
            field.returnPressed.connect(self._send)
        self._lay_out()
        self.redress()

    def present(self, names: Sequence[str], now_ms: int) -> None:
        """Learn which gifts there are, and what time it is."""
        self._now_ms = now_ms
        if list(names) != self._names.stringList():
            self._names.setStringList(list(names))

    def redress(self) -> None:
        """Take the sizes of now."""
        self.count.setFixedWidth(enlarge(COUNT_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do: fields are scrolled."""
        return QSize(0, super().minimumSizeHint().height())

    def _send(self) -> None:
        """Wish for what was typed; the first field that makes no sense has the keyboard instead."""
        end_ms = find_end(self.end.text(), self._now_ms)
        name = " ".join(self.gift.text().split())
        if not name:
            self.gift.setFocus()
        elif end_ms is None:
            self.end.setToolTip(show(words.NO_TIME))
            self.end.selectAll()
            self.end.setFocus()
        else:
            self.wished.emit(GiftWish(name, self.count.value(), end_ms))
            self.gift.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, GRID // 2, 0, 0, 0, 0)
        for fields in ((self.gift, self.add), (self.count, self.end)):
            row = QHBoxLayout()
            set_gaps(row, GRID // 2)
            for field in fields:
                row.addWidget(field)
            column.addLayout(row)


def _make_count_box() -> WholeBox:
    box = WholeBox()
    box.setRange(1, MOST)
    box.setValue(USUAL)
    box.setAccessibleName(show(words.COUNT_BOX))
    box.setToolTip(show(words.COUNT_BOX))
    return box


def _make_field(name: str, hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(LONGEST)
    field.setPlaceholderText(show(hint))
    field.setAccessibleName(show(name))
    field.setToolTip(show(name))
    return field
