"""Pages of the settings, from OPTIONS: a new option has its row by itself, and a new page its place."""

from __future__ import annotations

from collections.abc import Mapping

from app.settings import KEPT, OPTIONS, SECRETS, WAYS, Option
from app.settings.options.ways import LOGIN, PROXIES
from app.settings.window_kinds import Data
from app.ui.dialogs.editors import capitalize
from app.words import dialogs as words
from app.words import notices as notice_words
from app.words import show

CONNECTION = OPTIONS["way"].page
TITLES: Mapping[str, str] = {
    CONNECTION: words.CONNECTION,
    "look": words.LOOK,
    "chat": words.CHAT,
    "questions": words.QUESTIONS,
    "pictures": words.PICTURES,
    "notices": notice_words.NOTICES,
    "gifts": words.GIFTS,
    "windows": words.WINDOWS,
    "glance": words.GLANCE,
    "shortcuts": words.SHORTCUTS,
    "network": words.NETWORK,
    "addresses": words.ADDRESSES,
    "memory": words.MEMORY,
}
# What ways in use stands with them, whatever its page in docs/settings.md.
FIELDS = frozenset(name for way in WAYS.values() for name in way.options)
KEYS = tuple(name for name, option in OPTIONS.items() if option.page == "keys")
# The fields of what may help against a failure; a way in has the first of them that it uses.
SUBJECTS: Mapping[str, tuple[str, ...]] = {"key": KEYS, "log_in": LOGIN, "proxy": PROXIES}


def list_options() -> dict[str, list[Option]]:
    """What can be chosen by hand, by page: not what a window keeps in a form of its own."""
    pages: dict[str, list[Option]] = {name: [] for name in TITLES}
    for name, option in OPTIONS.items():
        if (name in KEPT or name in SECRETS) and not isinstance(option.kind, Data):
            pages[find_page(option)].append(option)
    return {name: options for name, options in pages.items() if options}


def find_page(option: Option) -> str:
    """The page that an option stands on."""
    return CONNECTION if option.name in FIELDS else option.page


def choose_first_option(subject: str, way: str) -> str:
    """The option to begin with on the page for ways in.

    Args:
        subject: what may help, as failures say it; empty for nothing of it before the rest.
        way: the one that is chosen.
    """
    return next((name for name in SUBJECTS.get(subject, ()) if name in WAYS[way].options), "way")


def make_title(page: str) -> str:
    """What a page is called."""
    return capitalize(show(TITLES[page]))
