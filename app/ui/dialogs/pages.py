"""Pages of the settings, from OPTIONS: a new option has its row by itself, and a new page its place."""

from __future__ import annotations

from collections.abc import Mapping

from app.settings import KEPT, OPTIONS, SECRETS, Option
from app.settings.window_kinds import Data
from app.ui.dialogs.editors import capitalize
from app.words import dialogs as words
from app.words import show

CONNECTION = OPTIONS["way"].page
TITLES: Mapping[str, str] = {
    "look": words.LOOK,
    "chat": words.CHAT,
    "windows": words.WINDOWS,
    "shortcuts": words.SHORTCUTS,
    CONNECTION: words.CONNECTION,
    "network": words.NETWORK,
    "addresses": words.ADDRESSES,
    "memory": words.MEMORY,
}
# Pages of docs/settings.md that are part of another one here.
PARTS: Mapping[str, str] = {"keys": CONNECTION, "log-in": CONNECTION}


def list_options() -> dict[str, list[Option]]:
    """What can be chosen by hand, by page: not what a window keeps in a form of its own."""
    pages: dict[str, list[Option]] = {name: [] for name in TITLES}
    for name, option in OPTIONS.items():
        if (name in KEPT or name in SECRETS) and not isinstance(option.kind, Data):
            pages.setdefault(find_page(option), []).append(option)
    return {name: options for name, options in pages.items() if options}


def find_page(option: Option) -> str:
    """The page that an option stands on."""
    return PARTS.get(option.page, option.page)


def make_title(page: str) -> str:
    """What a page is called."""
    return capitalize(show(TITLES.get(page, page)))
