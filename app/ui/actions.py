"""ACTIONS: everything that can be done by key or menu. A new action is a row and a method of its owner."""

from __future__ import annotations

from typing import NamedTuple

from app.ui.wishes import ChooseWay, WatchDemo
from app.words import Phrase
from app.words import actions as words

MAIN, INSPECTOR = "main", "inspector"


class Action(NamedTuple):
    """Something that can be done.

    Attributes:
        name: the same for ever; tests and pages know it by this.
        words: in menus.
        slot: the method of its owner that does it.
        pane: the name of its owner; empty: the window itself.
        keys: what does it, as Qt writes keys.
        group: of the ☰ menu; empty: it does not stand there.
        is_local: its keys hold only while its pane has the keyboard; it stands in the pane's context menu.
        needs: the wish that must be granted for it, if any.
        window: which window it belongs to.
    """

    name: str
    words: Phrase
    slot: str
    pane: str = ""
    keys: tuple[str, ...] = ()
    group: str = ""
    is_local: bool = False
    needs: type | None = None
    window: str = MAIN


ACTIONS = (
    Action("follow", words.FOLLOW, "ask_name", "", ("Ctrl+R",), "room"),
    Action("again", words.FOLLOW_AGAIN, "follow_again", "header", ("Ctrl+F5",), "room"),
    Action("stop", words.STOP, "stop_following", "header", (), "room"),
    Action("ways", words.WAYS, "choose_way", "", ("Ctrl+Shift+R",), "room", needs=ChooseWay),
    Action("health", words.HEALTH, "open_health", "header", (), "room"),
    Action("demo", words.DEMO, "watch_demo", "", (), "room", needs=WatchDemo),
    Action("newest", words.NEWEST, "scroll_to_bottom", "chat", ("Ctrl+End", "Esc"), "chat"),
    Action("oldest", words.OLDEST, "scroll_to_top", "chat", ("Ctrl+Home",), "chat"),
    Action("copy", words.COPY, "copy_chosen", "chat", ("Ctrl+C",), "", is_local=True),
    Action("larger", words.LARGER, "zoom_in", "chat", ("Ctrl++", "Ctrl+="), "chat"),
    Action("smaller", words.SMALLER, "zoom_out", "chat", ("Ctrl+-",), "chat"),
    Action("usual", words.USUAL, "zoom_back", "chat", ("Ctrl+0",), "chat"),
    Action("inspect", words.INSPECT, "inspect", "", ("F10",), "program"),
    Action("menu", words.MENU, "open_menu", "header", ("Alt+M",)),
    Action("close", words.CLOSE, "close", "", ("Ctrl+Q",), "program"),
    Action("close_inspector", words.CLOSE_INSPECTOR, "close", "", ("Esc",), window=INSPECTOR),
)


def keys_of(name: str) -> str:
    """The first keys of an action, for a sentence; empty where it has none."""
    return next((row.keys[0] for row in ACTIONS if row.name == name and row.keys), "")


def write_page() -> str:
    """docs/shortcuts.md."""
    rows = [f"| {row.words} | {_list_keys(row.keys)} | {_place(row)} |" for row in ACTIONS]
    return "\n".join((TOP, HEAD, *rows, ""))


def _list_keys(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in keys)


def _place(row: Action) -> str:
    if row.window == INSPECTOR:
        return "the inspector"
    if row.is_local:
        return f"the {row.pane} pane and its context menu"
    return "the window, ☰ menu" if row.group else "the window"


TOP = """# Keys and menus

Everything that can be done in the window, from the table in `app/ui/actions.py`. Tab goes through the fields,
buttons and lists; arrow keys, Page Up, Page Down, Home and End scroll the list that has the keyboard, or the
chat where nothing else wants them.
"""
HEAD = "| what | keys | where |\n|---|---|---|"
