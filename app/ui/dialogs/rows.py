"""Rows of the settings: a choice with its words, what it is changed with, and why that was refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import SidestageError, UsageError
from app.ui.dialogs.editors import Editor, capitalize, make_editor
from app.ui.dialogs.filtering import fold_texts
from app.ui.labels import Label, caption
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.text import write_tooltip
from app.words import dialogs as words
from app.words import show

if TYPE_CHECKING:
    from app.settings import Choices, Option

    Then = Callable[[SidestageError | None], None]
    Keep = Callable[[dict[str, Any], dict[str, str], Then], None]


class SettingRow(QWidget):
    """A row: title, sentence, what it is changed with, notes.

    Args:
        editor: what it is changed with.
        title: of the row.
        sentence: what it is.
        notes: what else is to be said.

    Attributes:
        options: which it changes.
    """

    options: tuple[str, ...] = ()

    def __init__(self, editor: Editor, title: str, sentence: str, notes: Iterable[str] = ()) -> None:
        super().__init__()
        self.editor = editor
        self.error = caption("", "bad")
        self.error.hide()
        self.title = Label(title)
        self.title.setWordWrap(True)
        self.title.setBuddy(editor.box)
        self.captions = [caption(one) for one in (sentence, *notes) if one]
        self._lay_out(editor)
        editor.box.setAccessibleName(title)
        editor.box.setAccessibleDescription(show(sentence))

    @property
    def is_of_use(self) -> bool:
        """Whether it stands on its page now; what is searched for is found all the same."""
        return True

    @property
    def haystack(self) -> str:
        """What it is found by."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say why what is typed cannot be; it stays."""
        self.error.present(sentence)
        self.error.setVisible(bool(sentence))
        self._fit()

    def take(self, kept: Any) -> None:
        """Show what holds."""
        raise NotImplementedError

    def note_secrets(self, secrets: Mapping[str, bool]) -> None:
        """Learn which secrets the keyring has, as soon as it has answered."""

    def note_change(self, names: Collection[str]) -> None:
        """Learn which options and secrets are about to change, on any page."""

    def word(self, title: str, sentence: str) -> None:
        """Be called otherwise, as what holds elsewhere says."""
        self.title.present(title)
        self.captions[0].present(sentence)
        self.editor.box.setAccessibleName(show(title))
        self.editor.box.setAccessibleDescription(show(sentence))
        self._fit()

    def add_caption(self, label: Label) -> None:
        """Have one more paragraph at the end."""
        self.captions.append(label)
        self._column.addWidget(label)

    def redress(self) -> None:
        """Take the sizes of now."""
        self.editor.redress()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Sentences have as many lines as they need."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for label in filter(Label.text, (*self.captions, self.error)):
            label.fit(self.width())
        aside = self.editor.box.sizeHint().width() + enlarge(GRID) if self.editor.is_beside else 0
        self.title.fit(self.width() - aside)

    def _lay_out(self, editor: Editor) -> None:
        column = self._column = QVBoxLayout(self)
        set_gaps(column, GRID // 2, 0, 0, 0, GRID)
        if editor.is_beside:
            row = QHBoxLayout()
            set_gaps(row, GRID)
            row.addWidget(editor.widget)
            row.addWidget(self.title, 1)
            column.addLayout(row)
            self.title.installEventFilter(editor)
        else:
            column.addWidget(self.title)
            column.addWidget(editor.widget)
        for label in (*self.captions, self.error):
            column.addWidget(label)


class OptionRow(SettingRow):
    """The row of an option.

    Args:
        option: what is chosen.
        page: title of its page, by which it is found too.
        ruler: the flag or variable that goes first; empty for none.
        keep: keeps changes.
        editor: what it is changed with; None for the usual one of its kind.
    """

    def __init__(
        self, option: Option, page: str, ruler: str, keep: Keep, editor: Editor | None = None
    ) -> None:
        self.option, self._page, self._keep = option, page, keep
        self.options = (option.name,)
        self._shown: Any = None
        title = capitalize(show(option.caption or option.words))
        sentence = capitalize(show(option.words)) if option.caption else ""
        sentence = "" if sentence == title else sentence
        notes = (
            words.RULED.fill(ruler=ruler) if ruler else "",
            words.RESTART if option.is_for_next_start else "",
        )
        super().__init__(editor or make_editor(option, title), title, sentence, notes)
        self.editor.widget.setEnabled(not ruler)
        if (limits := show(option.kind.limits)) and not hasattr(option.kind, "values"):
            self.editor.box.setToolTip(write_tooltip(limits))
        self.editor.entered.connect(self.enter)

    @property
    def haystack(self) -> str:
        """What it is found by: its words, its names, its page."""
        option = self.option
        names = (option.name, option.name.replace("_", " "), option.variable, option.flag)
        values = getattr(option.kind, "values", {})
        return fold_texts((self._page, option.caption, option.words, *names, *values, *values.values()))

    def present(self, value: Any) -> None:
        """Show a value, unless it is shown already: somebody may be typing another."""
        if value != self._shown:
            self._shown = value
            self.refuse("")
            self.editor.present(value)

    def take(self, kept: Choices) -> None:
        """Show what holds; secrets are not among it."""
        if not self.option.is_secret:
            self.present(getattr(kept, self.option.name))

    def note_secrets(self, secrets: Mapping[str, bool]) -> None:
        """Say whether the keyring has it, where it is one."""
        if self.option.name in secrets:
            self.present(secrets[self.option.name])

    def enter(self, entered: Any) -> None:
        """Keep what was chosen, or say why it cannot be."""
        option = self.option
        try:
            is_text = isinstance(entered, str)
            value = (
                (option.kind.read_kept if is_text else option.kind.read_json)(entered)
                if entered != ""
                else ""
            )
        except UsageError as error:
            self.refuse(error.line)
            return
        self.refuse("")
        if option.is_secret:
            self._keep({}, {option.name: value}, lambda error: self._finish(error, bool(value)))
        else:
            new = None if value in ("", (), option.default) else value
            self._keep({option.name: new}, {}, lambda error: self._finish(error, self._shown))

    def _finish(self, error: SidestageError | None, shown: Any) -> None:
        if not isValid(self):
            return
        if error is not None:
            self.refuse(error.line)
        elif self.option.is_secret:
            self._shown = shown
            self.editor.present(shown)
