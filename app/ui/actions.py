"""ACTIONS: everything that can be done by key or menu. A new action is a row and a method of its owner."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.ui.keys import pick_keys
from app.ui.layout.profiles import PROFILES
from app.ui.wishes import (
    ChooseWay,
    Enlarge,
    FillScreen,
    FindEverywhere,
    FocusPane,
    FollowLink,
    HideFromCaptures,
    HideNumbers,
    Hush,
    LetClicksThrough,
    MeasureScreen,
    OpenPalette,
    OpenSettings,
    OpenWindow,
    PasteLink,
    PinPanes,
    PopOut,
    RemoveProfile,
    RenameProfile,
    ReportProblem,
    ResetProfile,
    SaveProfile,
    SaveSession,
    ShowAgain,
    ShowPane,
    StayOnTop,
    Toggle,
    UseProfile,
    WatchDemo,
    Zoom,
)
from app.words import Phrase
from app.words import actions as words
from app.words import inboxes as inbox_words

MAIN, INSPECTOR, PANE = "main", "inspector", "pane"
WINDOWS = {INSPECTOR: "the inspector", PANE: "the window of a pane"}  # for the page
MENUS = {  # in the ☰ menu, which is no higher than a small screen
    "chat": words.CHAT,
    "gains": words.BATTLE_AND_GIFTS,
    "view": words.VIEW,
    "arrangement": words.ARRANGEMENT,
    "help": words.HELP,
}
PANES_GROUP, OWN_GROUP = "panes", "own"  # before which the window puts entries
GLANCE_GROUP = "glance"
VIEW_GLANCE = f"view/{GLANCE_GROUP}"
VIEW_PANES = f"view/{PANES_GROUP}"
PROFILES_OF, OWN_PROFILES = "arrangement/profiles", f"arrangement/{OWN_GROUP}"


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
        is_for_panes: it stands also in the context menu of each pane that can be moved, for that pane.
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
    is_for_panes: bool = False


class MenuEntry(NamedTuple):
    """What a window puts before a group of a menu when it opens.

    Attributes:
        words: of the entry.
        wish: what it wishes for.
        is_on: whether it has a tick.
    """

    words: str
    wish: object
    is_on: bool


def _make_wish(name: str, words: Phrase, wish: object, place: str, *keys: str, **more: Any) -> Action:
    """Make the row of a wish; its place is a menu in the ☰ menu, and a group of that."""
    menu, _, group = place.partition("/")
    return Action(name, words, keys=keys, group=group, menu=menu, wish=wish, **more)


def _list_inbox_actions(pane: str) -> tuple[Action, ...]:
    """What can be done with the rows of an inbox."""
    rows = (
        ("tick", inbox_words.TICK, "tick", ("Space",)),
        ("undo", inbox_words.UNDO, "undo", ("U",)),
        ("card", words.PERSON, "show_person", ("Return", "Enter")),
        ("copy", words.COPY, "copy_chosen", ("Ctrl+C",)),
    )
    return tuple(
        Action(f"{name}_{pane}", text, slot, pane, keys, is_local=True) for name, text, slot, keys in rows
    )


ACTIONS = (
    Action("follow", words.FOLLOW, "ask_name", "", ("Ctrl+R",), "room"),
    Action("again", words.FOLLOW_AGAIN, "follow_again", "header", ("Ctrl+F5",), "room"),
    Action(
        "paste_link", words.PASTE_LINK, keys=("Ctrl+V",), group="room", needs=FollowLink, wish=PasteLink()
    ),
    Action("stop", words.STOP, "stop_following", "header", (), "room"),
    Action("ways", words.WAYS, keys=("Ctrl+Shift+R",), group="room", needs=ChooseWay, wish=ChooseWay()),
    Action("health", words.HEALTH, "open_health", "header", (), "room"),
    Action("demo", words.DEMO, group="room", needs=WatchDemo, wish=WatchDemo()),
    Action("newest", words.NEWEST, "scroll_to_bottom", "chat", ("Ctrl+End",), "chat", menu="chat"),
    Action("back", words.BACK, "go_back", "", ("Esc",)),
    Action("oldest", words.OLDEST, "scroll_to_top", "chat", ("Ctrl+Home",), "chat", menu="chat"),
    Action("copy", words.COPY, "copy_chosen", "chat", ("Ctrl+C",), "", is_local=True),
    Action("person", words.PERSON, "show_person", "chat", ("Return", "Enter"), is_local=True),
    Action("highlight", words.HIGHLIGHT, "highlight_person", "chat", ("Ctrl+H",), is_local=True),
    Action("hide_person", words.HIDE_PERSON, "hide_person", "chat", ("Ctrl+Shift+H",), is_local=True),
    Action("pin_row", words.PIN_ROW, "pin_row", "chat", ("Ctrl+Shift+P",), is_local=True),
    Action("turn_row", words.TURN_ROW, "turn_row", "chat", ("Ctrl+E",), is_local=True),
    Action("find", words.FIND, "open_find", "chat", ("Ctrl+F",), "chat", menu="chat"),
    Action(
        "find_all", words.FIND_ALL, keys=("Ctrl+Shift+F",), group="chat", menu="chat", wish=FindEverywhere()
    ),
    Action("find_next", words.FIND_NEXT, "find_next", "chat", ("F3",)),
    Action("find_previous", words.FIND_PREVIOUS, "find_previous", "chat", ("Shift+F3",)),
    Action("filter", words.NEXT_FILTER, "show_next_filter", "chat", ("Ctrl+L",), "chat", menu="chat"),
    Action("chat_gifts", words.CHAT_GIFTS_FROM, "choose_gifts", "chat", (), "chat", menu="chat"),
    Action("battles", words.BATTLES, "show_history", "battle", ("Ctrl+B",), "battle", menu="gains"),
    Action("dismiss_battle", words.DISMISS_BATTLE, "dismiss", "battle", ("Ctrl+D",), "battle", menu="gains"),
    Action("copy_battles", words.COPY_BATTLES, "copy_battles", "battle", (), "battle", menu="gains"),
    Action("copy_battle", words.COPY_BATTLE, "copy_battle", "battle", ("Ctrl+Shift+C",), is_local=True),
    Action("scope", words.NEXT_SCOPE, "show_next_scope", "leaders", ("Ctrl+G",), "gifts", menu="gains"),
    Action("gifts_from", words.GIFTS_FROM, "choose_least", "gifts", (), "gifts", menu="gains"),
    Action(
        "money",
        words.MONEY,
        keys=("Ctrl+M",),
        group="gifts",
        menu="gains",
        wish=Toggle("money"),
        is_switch=True,
    ),
    Action("span", words.NEXT_SPAN, "show_next_span", "viewers", ("Ctrl+T",)),
    *_list_inbox_actions("questions"),
    *_list_inbox_actions("thanks"),
    _make_wish("pop_out", words.POP_OUT, PopOut(), VIEW_PANES, "Ctrl+N", is_switch=True, is_for_panes=True),
    _make_wish("hide", words.HIDE, ShowPane(), VIEW_PANES, is_for_panes=True),
    _make_wish("pin", words.PIN, PinPanes(), VIEW_PANES, is_switch=True),
    _make_wish("larger", words.LARGER, Zoom(1), "view/zoom", "Ctrl++", "Ctrl+="),
    _make_wish("smaller", words.SMALLER, Zoom(-1), "view/zoom", "Ctrl+-"),
    _make_wish("usual", words.USUAL, Zoom(0), "view/zoom", "Ctrl+0"),
    _make_wish("all_larger", words.ALL_LARGER, Enlarge(1), "view/scale", "Ctrl+Shift+=", "Ctrl+Shift++"),
    _make_wish("all_smaller", words.ALL_SMALLER, Enlarge(-1), "view/scale", "Ctrl+Shift+-", "Ctrl+_"),
    _make_wish("all_usual", words.ALL_USUAL, Enlarge(0), "view/scale", "Ctrl+Shift+0"),
    _make_wish("on_top", words.ON_TOP, StayOnTop(), "view/manners", is_switch=True),
    _make_wish("through", words.THROUGH, LetClicksThrough(), "view/manners", "Ctrl+Shift+U", is_switch=True),
    _make_wish("glance", words.GLANCE, FillScreen(), VIEW_GLANCE, "F11", is_switch=True),
    _make_wish("streamer", words.STREAMER, HideNumbers(), VIEW_GLANCE, "F8", is_switch=True),
    _make_wish("ruler", words.RULER, MeasureScreen(), VIEW_GLANCE, needs=MeasureScreen),
    _make_wish("captures", words.CAPTURES, HideFromCaptures(), "view/manners", is_switch=True),
    *(
        _make_wish(f"profile_{name}", one.words, UseProfile(name), PROFILES_OF, f"Alt+{at}", is_switch=True)
        for at, (name, one) in enumerate(PROFILES.items(), 1)
    ),
    _make_wish("save_profile", words.SAVE_PROFILE, SaveProfile(), OWN_PROFILES),
    _make_wish("rename_profile", words.RENAME_PROFILE, RenameProfile(), OWN_PROFILES),
    _make_wish("remove_profile", words.REMOVE_PROFILE, RemoveProfile(), OWN_PROFILES),
    _make_wish("reset_profile", words.RESET_PROFILE, ResetProfile(), OWN_PROFILES),
    *(
        Action(f"pane_{at}", words.PANE.fill(number=at), keys=(f"Ctrl+{at}",), wish=FocusPane(at))
        for at in range(1, 9)
    ),
    Action("last_pane", words.LAST_PANE, keys=("Ctrl+9",), wish=FocusPane(0)),
    Action(
        "settings",
        words.SETTINGS,
        keys=("Ctrl+,", "Ctrl+P"),
        group="program",
        needs=OpenSettings,
        wish=OpenSettings(),
    ),
    Action("save", words.SAVE, keys=("Ctrl+S",), group="room", wish=SaveSession()),
    Action("palette", words.PALETTE, keys=("Ctrl+K",), group="program", wish=OpenPalette()),
    Action("inspect", words.INSPECT, keys=("F10",), group="program", wish=OpenWindow("inspector")),
    Action("hush", words.HUSH, keys=("F6",), group="program", needs=Hush, wish=Hush()),
    _make_wish("show_again", words.SHOW_AGAIN, ShowAgain(), "help/report"),
    _make_wish("report", words.REPORT, ReportProblem(), "help/report"),
    Action("menu", words.MENU, "open_menu", "header", ("Alt+M",)),
    Action("close", words.CLOSE, "close", "", ("Ctrl+Q",), "program"),
    Action("close_pane", words.CLOSE_PANE, "close", "", ("Ctrl+W",), window=PANE),
    Action("close_inspector", words.CLOSE_INSPECTOR, "close", "", ("Esc",), window=INSPECTOR),
)


def find_keys(name: str) -> str:
    """The first keys of an action, for a sentence; empty where it has none."""
    return next((keys[0] for row in ACTIONS if row.name == name and (keys := pick_keys(name, row.keys))), "")


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
    if row.is_for_panes:
        return f"the window, {_find_menu(row)}, context menus of the panes"
    return f"the window, {_find_menu(row)}" if row.group else "the window"


def _find_menu(row: Action) -> str:
    return f"☰ menu, {MENUS[row.menu]}" if row.menu else "☰ menu"


TOP = """# Keys and menus

Everything that can be done in the window, from the table in `app/ui/actions.py`. Tab goes through the fields,
buttons and lists; arrow keys, Page Up, Page Down, Home and End scroll the list that has the keyboard, or the
chat where nothing else wants them. Other keys than these are chosen in the settings, on the page *Keys*.
"""
HEAD = "| what | keys | where |\n|---|---|---|"
