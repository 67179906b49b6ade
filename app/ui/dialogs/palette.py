"""Everything that can be done, found by typing: actions, names that were followed, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.settings import OPTIONS
from app.ui.dialogs.chooser import Chooser, ChooserEntry
from app.ui.dialogs.editors import capitalize
from app.ui.dialogs.filtering import fold_texts, has_words
from app.ui.dialogs.key_rows import OPTION
from app.ui.dialogs.pages import list_options, make_title
from app.ui.text import clean
from app.words import dialogs as words
from app.words import show

KEYS_PAGE = OPTIONS[OPTION].page


def list_settings(open_at: Callable[[str], object]) -> Iterable[ChooserEntry]:
    """The pages of the settings and what stands on them."""
    pages = list_options()
    for page in (*pages, KEYS_PAGE):
        title = words.IN_SETTINGS.fill(page=make_title(page))
        yield ChooserEntry(title, partial(open_at, page))
    for page, options in pages.items():
        for option in options:
            name = capitalize(show(option.caption or option.words))
            title = words.SETTING.fill(page=make_title(page), name=name)
            yield ChooserEntry(title, partial(open_at, option.name), more=_write_names(option.name))


class Palette(Chooser):
    """Finds something to do.

    Args:
        entries: all that can be done, the likeliest first.
    """

    def __init__(self, entries: Sequence[ChooserEntry], parent: QWidget) -> None:
        self._entries = [(entry, fold_texts((entry.words, entry.more, entry.keys))) for entry in entries]
        super().__init__(words.PALETTE, words.PALETTE_LIST, parent)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # keys stand last, and what a setting is
        self.look("")

    def find_entries(self, typed: str) -> Sequence[ChooserEntry]:
        """What has all the words; what begins with them comes first."""
        begins = typed.strip().casefold()
        found = [(entry, folded) for entry, folded in self._entries if has_words(typed, folded)]
        found.sort(key=lambda one: not one[1].startswith(begins))
        return [entry for entry, _ in found]


def follow_entry(name: str, do: Callable[[], object]) -> ChooserEntry:
    """Follow somebody who was followed before."""
    return ChooserEntry(words.FOLLOW.fill(name=clean(name)), do)


def arrange_entry(name: str, do: Callable[[], object]) -> ChooserEntry:
    """Have the panes as in a profile of the user's own."""
    return ChooserEntry(words.ARRANGE.fill(name=clean(name)), do)


def _write_names(name: str) -> str:
    option = OPTIONS[name]
    return fold_texts((name, option.words, option.variable, option.flag))
