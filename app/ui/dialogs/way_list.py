"""The list of the ways in: what each is called, who sees what, what it needs and what it brings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.settings import USUAL, WAYS, Way
from app.ui.dialogs.editors import Editor
from app.ui.labels import Label, caption
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.text import clean
from app.words import Phrase, show
from app.words import ways as words

HOST_LETTERS = 40


class WayChoice(QWidget):
    """One way in. A click anywhere on it chooses it.

    Args:
        title: what it is called.
        way: its row.
    """

    def __init__(self, title: Phrase, way: Way) -> None:
        super().__init__()
        self._way = way
        self.radio, self.title, self.about = QRadioButton(), Label(title), caption("")
        self.title.setWordWrap(True)
        self.title.setBuddy(self.radio)
        self.radio.setAccessibleName(show(title))
        column = QVBoxLayout()
        set_gaps(column, GRID // 4, 0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.about)
        row = QHBoxLayout(self)
        set_gaps(row, GRID, 0, 0, 0, 0)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def say(self, host: str) -> None:
        """Say who sees what, where this host is the sign provider."""
        sees = self._way.sees.fill(host=host)
        about = words.ABOUT_WAY.fill(sees=sees, needs=self._way.needs, brings=self._way.brings)
        self.about.present(about)
        self.radio.setAccessibleDescription(show(about))

    def fit(self, width: int) -> None:
        """Have as many lines as the words need."""
        room = width - self.radio.sizeHint().width() - enlarge(GRID)
        for label in filter(Label.text, (self.title, self.about)):
            label.fit(room)

    def reveal(self, *, is_shown: bool) -> None:
        """Show it, or hide it from mouse and arrow keys."""
        self.radio.setVisible(is_shown)
        self.setVisible(is_shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose it, as a click on the button does."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.setFocus()
            self.radio.click()


class WayEditor(Editor):
    """Chooses one of the ways: the usual ones are in sight, the others behind a button."""

    def __init__(self, *_: object) -> None:
        place = QWidget()
        super().__init__(place)
        place.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have the keyboard
        self.choices = {name: _make_choice(name) for name in sorted(WAYS, key=_is_rare)}
        self.more = QPushButton(show(words.OTHER_WAYS))
        self.more.setObjectName("span")
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(place)
        set_gaps(column, GRID, 0, 0, 0, 0)
        for name, choice in self.choices.items():
            self._group.addButton(choice.radio)
            choice.radio.clicked.connect(lambda _=False, name=name: self._choose(name))
            column.addWidget(choice)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.toggled.connect(self._arrange)
        self.present(USUAL)

    @property
    def way(self) -> str:
        """The way that is chosen."""
        return next(name for name, choice in self.choices.items() if choice.radio.isChecked())

    def present(self, value: Any) -> None:
        """Show which is chosen, also where it is none of the usual ones."""
        radio = self.choices[value].radio
        radio.setChecked(True)
        self.box.setFocusProxy(radio)
        self._arrange()

    def say(self, host: str) -> None:
        """Say who sees what, where this host is the sign provider."""
        for choice in self.choices.values():
            choice.say(clean(host, HOST_LETTERS))

    def fit(self, width: int) -> None:
        """Have as many lines as the words need."""
        for choice in self.choices.values():
            choice.fit(width)

    def _choose(self, name: str) -> None:
        self.box.setFocusProxy(self.choices[name].radio)
        self._arrange()
        self.entered.emit(name)

    def _arrange(self) -> None:
        is_open = self.more.isChecked()
        self.more.setText(show(words.FEWER_WAYS if is_open else words.OTHER_WAYS))
        for name, choice in self.choices.items():
            choice.reveal(is_shown=is_open or WAYS[name].is_usual or choice.radio.isChecked())


def _is_rare(name: str) -> bool:
    """Whether a way stands below the usual ones."""
    return not WAYS[name].is_usual


def _make_choice(name: str) -> WayChoice:
    way = WAYS[name]
    return WayChoice(words.RECOMMENDED.fill(title=way.title) if name == USUAL else way.title, way)
