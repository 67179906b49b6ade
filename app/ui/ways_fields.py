"""Fields of the dialog for the way in: a line to type into, what it is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import UsageError
from app.ui.labels import Label
from app.ui.look import GRID, enlarge, set_gaps
from app.words import show
from app.words import ways as words

LONGEST = 4096
BOX_PX = 40  # a sentence below must not squeeze it


class Field(QWidget):
    """One thing to type.

    Args:
        caption: what it is.
        check: raises UsageError for what cannot be meant; empty is never checked.
        empty: what an empty field means.
        hidden: show dots instead of letters.
        looking: the keyring may have it; `note_secret` says so later.
    """

    def __init__(
        self,
        caption: str,
        check: Callable[[str], None],
        empty: str,
        *,
        hidden: bool = False,
        looking: bool = False,
    ) -> None:
        super().__init__()
        self._check, self._empty = check, show(empty)
        self.kept: bool | None = None if looking else False
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setAccessibleName(show(caption))
        self.box.setPlaceholderText(show(words.LOOKING) if looking else self._empty)
        if hidden:
            self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.forget = _forget_button(caption)
        self.error = Label("", size="caption", colour="bad")
        self.error.setWordWrap(True)
        self.error.hide()
        self._lay_out(caption)
        self.redress()
        self.box.textChanged.connect(self.error.hide)
        self.forget.toggled.connect(self._forgetting)

    def redress(self) -> None:
        """Take the sizes of now."""
        self.box.setMinimumHeight(enlarge(BOX_PX))
        self._fit_name()
        if not self.error.isHidden():
            self.error.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Its name has as many lines as it needs."""
        super().resizeEvent(event)
        self._fit_name()

    def _fit_name(self) -> None:
        """Give its name more lines where one is too short, as in some languages."""
        if self._name.fontMetrics().horizontalAdvance(self._name.text()) > self.width():
            self._name.setWordWrap(True)
            self._name.fit(self.width())

    @property
    def text(self) -> str:
        """What is typed, without blanks around it."""
        return self.box.text().strip()

    @property
    def there(self) -> bool:
        """Whether there is or will be a value; as long as nobody knows, there is."""
        return bool(self.text) or (self.kept is not False and not self.forget.isChecked())

    def note_secret(self, *, kept: bool) -> None:
        """Say whether the keyring has it. It is not shown, but can be replaced or forgotten."""
        self.kept = kept
        self.box.setPlaceholderText(show(words.KEPT) if kept else self._empty)
        self.forget.setVisible(kept)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, below the box."""
        self.error.present(sentence)
        self.error.fit(self.width())
        self.error.setVisible(True)
        self.box.setAccessibleDescription(show(sentence))

    def validate(self) -> bool:
        """Whether what is typed is valid; if not, the field says why."""
        try:
            if self.text:
                self._check(self.text)
        except UsageError as error:
            self.refuse(error.line)
            return False
        self.error.hide()
        return True

    def _forgetting(self, gone: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.box.setEnabled(not gone)
        self.box.clear()
        self.box.setPlaceholderText(show(words.GONE if gone else words.KEPT))

    def _lay_out(self, caption: str) -> None:
        self._name = Label(caption, size="caption", colour="muted")
        self._name.setBuddy(self.box)
        row = QHBoxLayout()
        set_gaps(row, GRID)
        row.addWidget(self.box, 1)
        row.addWidget(self.forget)
        column = QVBoxLayout(self)
        set_gaps(column, GRID // 2, 0, 0, 0, 0)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self.error)


def _forget_button(caption: str) -> QPushButton:
    button = QPushButton(show(words.FORGET))
    button.setCheckable(True)
    button.setAutoDefault(False)  # Enter in a field is OK, never this
    button.setAccessibleName(show(words.FORGET_FIELD.fill(field=caption)))
    button.hide()
    return button
