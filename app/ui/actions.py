"""ACTIONS: everything that can be done by key or menu. A new action is a row and a method of its owner."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.ui.layout.profiles import PROFILES
from app.ui.wishes import (
    ChooseWay,
    Enlarge,
    FocusPane,
    HideFromCaptures,
    LetClicksThrough,
    OpenWindow,
    PinPanes,
    PopOut,
    RemoveProfile,
    RenameProfile,
    ResetProfile,
    SaveProfile,
    ShowPane,
    StayOnTop,
    UseProfile,
    WatchDemo,
    Zoom,
)
from app.words import Phrase
from app.words import actions as words

MAIN, INSPECTOR, PANE = "main", "inspector", "pane"
WINDOWS = {INSPECTOR: "the inspector", PANE: "the window of a pane"}  # for the page
VIEW = "view"  # a menu in the ☰ menu
MENUS = {VIEW: words.VIEW}
PANES_GROUP, OWN_GROUP = "panes", "own"  # before which the window puts entries


class Action(NamedTuple):
    """Something that can be done: a slot of its owner, or a wish.

    Attributes:
        name: the same for ever; tests and pages know it by this.
        words: in menus.
        slot: the method of its owner that does it; empty where it is a wish.
        pane: the name of its owner; empty: the window itself.
        keys: what does it, as Qt writes keys.
        group: of the ☰ menu; empty: it does not stand there.
        is_local: its keys hold only while its pane has the keyboard; it stands in the pane's context menu.
        needs: the wish that must be granted for it, if any.
        window: which window it belongs to.
        menu: the menu in the ☰ menu that it stands in; empty: none.
        wish: what is wished for.
        is_switch: it has a tick while what is wished for is so.
        for_panes: it stands also in the context menu of each pane that can be moved, for that pane.
    """

    name: str
    words: Phrase
    slot: str = ""
    pane: str = ""
    keys: tuple[str, ...] = ()
    group: str = ""
    is_local: bool = False
    needs: type | None = None
    window: str = MAIN
    menu: str = ""
    wish: Any = None
    is_switch: bool = False
    for_panes: bool = False


def _make_view(name: str, words: Phrase, wish: object, group: str, *keys: str, **more: Any) -> Action:
    """Make the row of a wish that stands in the menu View."""
    return Action(name, words, keys=keys, group=group, menu=VIEW, wish=wish, **more)


ACTIONS = (
    Action("follow", words.FOLLOW, "ask_name", "connect", ("Ctrl+R",), "room"),
    Action("stop", words.STOP, "stop_following", "connect", (), "room"),
    Action("ways", words.WAYS, "choose_way", "connect", ("Ctrl+Shift+R",), "room", needs=ChooseWay),
    Action("demo", words.DEMO, group="room", needs=WatchDemo, wish=WatchDemo()),
    Action("newest", words.NEWEST, "scroll_to_bottom", "chat", ("Ctrl+End", "Esc"), "chat"),
    Action("oldest", words.OLDEST, "scroll_to_top", "chat", ("Ctrl+Home",), "chat"),
    Action("copy", words.COPY, "copy_chosen", "chat", ("Ctrl+C",), "", is_local=True),
    *(
        _make_view(f"profile_{name}", one.words, UseProfile(name), "profiles", f"Alt+{at}", is_switch=True)
        for at, (name, one) in enumerate(PROFILES.items(), 1)
    ),
    _make_view("save_profile", words.SAVE_PROFILE, SaveProfile(), OWN_GROUP, needs=SaveProfile),
    _make_view("rename_profile", words.RENAME_PROFILE, RenameProfile(), OWN_GROUP, needs=RenameProfile),
    _make_view("remove_profile", words.REMOVE_PROFILE, RemoveProfile(), OWN_GROUP, needs=RemoveProfile),
    _make_view("reset_profile", words.RESET_PROFILE, ResetProfile(), OWN_GROUP),
    _make_view("pin", words.PIN, PinPanes(), PANES_GROUP, is_switch=True),
    _make_view("pop_out", words.POP_OUT, PopOut(), PANES_GROUP, "Ctrl+N", is_switch=True, for_panes=True),
    _make_view("hide", words.HIDE, ShowPane(), PANES_GROUP, for_panes=True),
    _make_view("larger", words.LARGER, Zoom(1), "zoom", "Ctrl++", "Ctrl+="),
    _make_view("smaller", words.SMALLER, Zoom(-1), "zoom", "Ctrl+-"),
    _make_view("usual", words.USUAL, Zoom(0), "zoom", "Ctrl+0"),
    _make_view("all_larger", words.ALL_LARGER, Enlarge(1), "zoom", "Ctrl+Shift+=", "Ctrl+Shift++"),
    _make_view("all_smaller", words.ALL_SMALLER, Enlarge(-1), "zoom", "Ctrl+Shift+-", "Ctrl+_"),
    _make_view("all_usual", words.ALL_USUAL, Enlarge(0), "zoom", "Ctrl+Shift+0"),
    _make_view("on_top", words.ON_TOP, StayOnTop(), "manners", is_switch=True),
    _make_view("through", words.THROUGH, LetClicksThrough(), "manners", "Ctrl+Shift+U", is_switch=True),
    _make_view("captures", words.CAPTURES, HideFromCaptures(), "manners", is_switch=True),
    *(
        Action(f"pane_{at}", words.PANE.fill(number=at), keys=(f"Ctrl+{at}",), wish=FocusPane(at))
        for at in range(1, 9)
    ),
    Action("last_pane", words.LAST_PANE, keys=("Ctrl+9",), wish=FocusPane(0)),
    Action("inspect", words.INSPECT, keys=("F10",), group="program", wish=OpenWindow("inspector")),
    Action("menu", words.MENU, "open_menu", "header", ("Alt+M",)),
    Action("close", words.CLOSE, "close", "", ("Ctrl+Q",), "program"),
    Action("close_pane", words.CLOSE_PANE, "close", "", ("Ctrl+W",), window=PANE),
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
    if row.window in WINDOWS:
        return WINDOWS[row.window]
    if row.is_local:
        return f"the {row.pane} pane and its context menu"
    if row.for_panes:
        return "☰ menu, View; context menus of the panes"
    return f"the window, {_menu_of(row)}" if row.group else "the window"


def _menu_of(row: Action) -> str:
    return f"☰ menu, {MENUS[row.menu]}" if row.menu else "☰ menu"


TOP = """# Keys and menus

Everything that can be done in the window, from the table in `app/ui/actions.py`. Tab goes through the fields,
buttons and lists; arrow keys, Page Up, Page Down, Home and End scroll the list that has the keyboard, or the
chat where nothing else wants them.
"""
HEAD = "| what | keys | where |\n|---|---|---|"
