"""The dialog for the way in: which one, with which keys and proxies, and what is left of the quota."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.errors import SidestageError
from app.settings import OPTIONS, SECRETS, USUAL, WAYS, Change
from app.settings.ways import LOGIN, PROXIES
from app.ui.labels import Label, caption
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.ways_form import FORM_PX, WaysForm
from app.words import show
from app.words import ways as words

LIST_PX = 316
GAP_PX, EDGE_PX, BAR_PX = 3 * GRID, 2 * GRID, 14
WIDTH_PX = LIST_PX + GAP_PX + FORM_PX + 2 * (BAR_PX + EDGE_PX)
LEAST_PX = 360
# The fields of what may help against a failure; a way in has the first of them that it uses.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "key": ("sign_key", "tiktools_key", "studio_key"),
    "log_in": LOGIN,
    "proxy": PROXIES,
}
SENTENCE_PX = 28  # a way's sentence stands right of its button


class Keeper(Protocol):
    """Who has the choices and keeps them. The keyring may ask its owner first, so its answers come later."""

    @property
    def kept(self) -> Mapping[str, Any]:
        """What was chosen, by option."""
        ...

    def look(self, names: Iterable[str], then: Callable[[Mapping[str, bool]], None]) -> None:
        """Find out which secrets the keyring has; `then` gets the answer, in the window's thread."""
        ...

    def find_rulers(self) -> Mapping[str, str]:
        """By option the flag or variable that goes before what is chosen here."""
        ...

    def keep(
        self,
        changes: Mapping[str, Any | Change | None],
        secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        """Keep choices and secrets; an empty secret is forgotten. `then` hears whether it could be done."""
        ...


class WaysDialog(QDialog):
    """Opened with `open()`. OK keeps what was chosen; it takes effect with the next Connect.

    Args:
        keeper: has the choices.
        quota: what is left at the sign provider, in words.
        subject: what is to be changed, as failures say what helps; it has the keyboard first.
    """

    def __init__(
        self, keeper: Keeper, quota: str, parent: QWidget | None = None, *, subject: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(show(words.TITLE))
        self._keeper = keeper
        self.ways = {name: QRadioButton(name) for name in WAYS}
        self.form = WaysForm(keeper.kept)
        self.trouble = caption("", "bad")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._sentences: list[Label] = []
        self._columns = (self._list(), self.form)
        self._pages = [_scrolling(column) for column in self._columns]
        self._lay_out(quota)
        self._wire()
        self.ways[keeper.kept.get("way", USUAL)].setChecked(True)
        self.ways[self.way].setFocus()
        self.form.focus_first(SUBJECTS.get(subject, ()))
        keeper.look(SECRETS, self._note_secrets)

    @property
    def way(self) -> str:
        """The way that is chosen now."""
        return next((name for name, radio in self.ways.items() if radio.isChecked()), USUAL)

    def accept(self) -> None:
        """Keep everything, unless a field is not valid: then it says why."""
        if not self.form.validate():
            self._pages[1].ensureWidgetVisible(self.focusWidget())
            return
        self.buttons.setEnabled(False)
        self._keeper.keep(self.form.changes(), self.form.secrets(), self._finish)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All of it, as far as the screen is that high."""
        chrome = super().sizeHint().height() - max(page.sizeHint().height() for page in self._pages)
        whole = chrome + max(column.sizeHint().height() for column in self._columns)
        most = self.screen().availableGeometry().height() - 8 * GRID
        return QSize(enlarge(WIDTH_PX), min(whole, most))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt would open it at two thirds of the screen."""
        self.resize(self.sizeHint())
        super().showEvent(event)
        self._pages[0].ensureWidgetVisible(self.ways[self.way])
        self._pages[1].ensureWidgetVisible(self.focusWidget())

    def _finish(self, error: SidestageError | None) -> None:
        if not isValid(self):
            return
        self.buttons.setEnabled(True)
        if error is None:
            super().accept()
            return
        self.trouble.present(error.line)
        self.trouble.show()

    def _note_secrets(self, kept: Mapping[str, bool]) -> None:
        if isValid(self):  # it may be closed by now
            self.form.note_secrets(kept)

    def _grow(self) -> None:
        """What was folded away has room, as far as the screen has."""
        self.resize(self.sizeHint().expandedTo(self.size()))

    def _choose(self) -> None:
        self.form.present(self.way)

    def _wire(self) -> None:
        group = QButtonGroup(self)
        for radio in self.ways.values():
            group.addButton(radio)
            radio.toggled.connect(self._choose)
        self.form.more.toggled.connect(self._grow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self, quota: str) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, GRID + GRID // 2, EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        row = QHBoxLayout()
        set_gaps(row, GAP_PX)
        row.addWidget(self._pages[0], LIST_PX)
        row.addWidget(self._pages[1], FORM_PX)
        column.addLayout(row, 1)
        column.addWidget(caption(words.QUOTA.fill(quota=quota or words.NO_QUOTA)))
        if rulers := self._keeper.find_rulers():
            names = ", ".join(OPTIONS[name].plain_name for name in rulers)
            column.addWidget(caption(words.OVERRULED.fill(names=names)))
        column.addWidget(self.trouble)
        self.trouble.hide()
        column.addWidget(self.buttons)
        self.redress()
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setObjectName("primary")
        ok.setDefault(True)
        ok.style().polish(ok)

    def redress(self) -> None:
        """Take the sizes of now."""
        width = enlarge(LIST_PX)
        for sentence in self._sentences:
            sentence.setContentsMargins(enlarge(SENTENCE_PX), 0, 0, enlarge(GRID))
            sentence.setFixedWidth(width)
            sentence.setMinimumHeight(0)
            sentence.setFixedHeight(sentence.heightForWidth(width) + enlarge(GRID // 2))
        self.setFixedWidth(enlarge(WIDTH_PX))
        self.setMinimumHeight(enlarge(LEAST_PX))

    def _list(self) -> QWidget:
        """The ways, each with its sentence."""
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, radio in self.ways.items():
            radio.setAccessibleDescription(show(WAYS[name].words))
            self._sentences.append(caption(WAYS[name].words))
            column.addWidget(radio)
            column.addWidget(self._sentences[-1])
        column.addStretch()
        return listed


def _scrolling(page: QWidget) -> QScrollArea:
    """On a low screen it scrolls."""
    area = QScrollArea()
    page.setObjectName("stage")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled to
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
