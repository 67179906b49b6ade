"""The row that tries the way in as it stands on the page, and says in one sentence what came."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from app.errors import RoomOffline
from app.events import Connected, Connecting, Disconnected, Event, Quota
from app.settings import CONNECTING, USUAL, WAYS
from app.ui.dialogs.editors import LONGEST, Editor
from app.ui.dialogs.filtering import fold_texts
from app.ui.dialogs.rows import SettingRow
from app.ui.labels import caption
from app.ui.look import GRID, Role, set_gaps
from app.ui.name_box import write_followed_name
from app.ui.phases import join_sentences, word_quota
from app.ui.text import clean
from app.words import show
from app.words import ways as words

if TYPE_CHECKING:
    from app.errors import SidestageError
    from app.settings import Choices
    from app.ui.dialogs.rows import Keep
    from app.ui.keeper import Keeper


class TrialEditor(Editor):
    """A name to try with, and the button, which gives up while something is tried."""

    def __init__(self) -> None:
        self.line, self.button = QLineEdit(), QPushButton(show(words.TRY))
        self.button.setAutoDefault(False)
        self.line.setMaxLength(LONGEST)
        widget = QWidget()
        row = QHBoxLayout(widget)
        set_gaps(row, GRID, 0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        super().__init__(self.button, widget)
        self.line.setAccessibleName(show(words.NAME))

    def ask(self, *, is_name_needed: bool) -> None:
        """Take a name, where one is needed."""
        self.line.setEnabled(is_name_needed)
        self.line.setPlaceholderText(show(words.NAME if is_name_needed else words.NO_NAME))

    def present(self, value: Any) -> None:
        """Begin with a name, unless one is typed."""
        if not self.line.isModified():
            self.line.setText(write_followed_name(value) if value else "")


class TrialRow(SettingRow):
    """Tries the way in when nothing on the page is wrong any more and all of it is kept.

    Args:
        page: title of its page, by which it is found too.
        keeper: tries it.
        keep: keeps changes.
        rows: gives the others of the page.
    """

    def __init__(
        self, page: str, keeper: Keeper, keep: Keep, rows: Callable[[], Iterable[SettingRow]]
    ) -> None:
        self._trial = TrialEditor()
        super().__init__(self._trial, show(words.TRIAL), words.ABOUT_OWN_TRIAL)
        self._page, self._keeper, self._keep, self._rows = page, keeper, keep, rows
        self._way, self._unkept = USUAL, 0
        self._is_trying = self._is_due = False
        self._quota: Quota | None = None
        self.answer = caption("")
        self.captions.append(self.answer)
        self._column.insertWidget(self._column.indexOf(self._trial.widget) + 1, self.answer)
        self.answer.hide()
        self._trial.button.clicked.connect(self._press)
        self._trial.line.returnPressed.connect(self._begin)
        self.destroyed.connect(keeper.stop_trying)

    @property
    def haystack(self) -> str:
        """What it is found by: its words, its page."""
        return fold_texts((self._page, words.TRIAL, words.TRY))

    def take(self, kept: Choices) -> None:
        """Say what a try takes, and begin with the name that was followed last."""
        self._way = kept.way
        cost = WAYS[self._way].cost
        self.word(words.TRIAL, words.ABOUT_TRIAL.fill(cost=cost) if cost else words.ABOUT_OWN_TRIAL)
        is_needed = WAYS[self._way].is_by_name
        self._trial.ask(is_name_needed=is_needed)
        self._trial.present(next(iter(kept.recent), "") if is_needed else "")

    def note_change(self, names: Collection[str]) -> None:
        """What was tried is something else now."""
        if CONNECTING & set(names):
            self._give_up("")

    def keep(
        self,
        changes: Mapping[str, Any],
        secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        """Keep what was changed on the page; a try that is due waits for that."""

        def finish(error: SidestageError | None) -> None:
            self._unkept -= 1
            then(error)
            if isValid(self) and self._is_due and not self._unkept:
                self._go_on()

        self._unkept += 1
        self._keep(dict(changes), dict(secrets), finish)

    def hear(self, event: Event) -> None:
        """Say how far it is, and how it ended."""
        if not isValid(self):
            return
        match event:
            case Connecting():
                self._say(event.step)
            case Quota():
                self._quota = event
            case Connected():
                self._end(self._word_success(event), "good")
            case Disconnected(code=RoomOffline.code):
                self._end(words.WORKS_TO_HERE.fill(reason=event.reason), "warn")
            case Disconnected():
                self._end(join_sentences(event.reason, event.hint), "bad")

    def _press(self) -> None:
        if self._is_trying:
            self._give_up(words.STOPPED)
        else:
            self._begin()

    def _begin(self) -> None:
        """Enter what is typed, which goes on when it is kept."""
        for row in self._rows():
            row.editor.flush()
        self._is_due = True
        self._say(words.TRYING)
        if not self._unkept:
            self._go_on()

    def _go_on(self) -> None:
        """Try, unless something is missing: by now what is typed is kept, or was refused with a reason."""
        is_needed = WAYS[self._way].is_by_name
        name = self._trial.line.text().strip() if is_needed else ""
        if any(row.is_of_use and row.error.text() for row in self._rows()):
            self._end(words.MEND_FIRST, "bad")
        elif is_needed and not name:
            self._end(words.NAME_NEEDED, "bad")
            self._trial.line.setFocus()
        else:
            self._start(name)

    def _start(self, name: str) -> None:
        self._is_trying, self._is_due, self._quota = True, False, None
        self._trial.button.setText(show(words.STOP))
        self._keeper.try_way(name, self.hear)

    def _give_up(self, sentence: str) -> None:
        if self._is_trying:
            self._keeper.stop_trying()
        self._end(sentence, "muted")

    def _end(self, sentence: str, colour: Role) -> None:
        self._is_trying = self._is_due = False
        self._trial.button.setText(show(words.TRY))
        self._say(sentence, colour)
        if sentence and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.answer.text()))

    def _say(self, sentence: str, colour: Role = "muted") -> None:
        self.answer.present(clean(show(sentence)))
        self.answer.setVisible(bool(sentence))
        self.answer.tint(colour)
        self._fit()

    def _word_success(self, event: Connected) -> str:
        name = clean(event.unique_id)
        works = words.WORKS.fill(name=write_followed_name(name)) if name else words.WORKS_HERE
        return join_sentences(works, word_quota(self._quota))
