"""SCENES: every scene that can be looked at, as a row; another one is another row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.desktop.scenes.failures import fail, list_codes
from app.desktop.scenes.rooms import ROOMS
from app.desktop.scenes.steps import (
    fail_trial,
    filter_rows,
    hide_money,
    hide_numbers,
    look_for_words,
    measure_screen,
    open_card,
    open_inbox,
    open_settings,
    open_way,
    pass_trial,
    read_from_afar,
    show_goals,
    take_panes_out,
)
from app.errors import UsageError
from app.settings import WAYS, Way
from app.spelling import find_nearest
from app.state import RoomState
from app.words import Phrase
from app.words import inboxes as inbox_words
from app.words import scenes as words

if TYPE_CHECKING:
    from app.ui.window import MainWindow

INBOXES = (
    ("", words.WAITING_ROWS, "inboxes"),
    ("-ticked", words.TICKED_ROWS, "inboxes-ticked"),
    ("-empty", words.NO_ROWS, "quiet"),
    ("-crowd", words.MANY_ROWS, "inboxes-crowd"),
)
Step = Callable[["MainWindow"], object]
SHOWN = 40  # letters of a name that is refused
SCREEN, UPRIGHT = (1920, 1080), (1080, 1920)
WIDE, TALL, SLIM = (1280, 800), (480, 800), (320, 480)


def _do_nothing(_: MainWindow) -> None:
    pass


class Scene(NamedTuple):
    """Something to look at.

    Attributes:
        words: what is seen.
        make: makes the state, by events.
        play: does in the window what a hand does then.
        size: of the window, while none is asked for.
    """

    words: Phrase
    make: Callable[[], RoomState]
    play: Step = _do_nothing
    size: tuple[int, int] = WIDE


def _fail(code: str) -> Scene:
    return Scene(words.FAILING.fill(code=code), partial(fail, code))


def _show_way(name: str, way: Way) -> Scene:
    return Scene(words.WAY_FIELDS.fill(way=way.title), ROOMS["idle"], partial(open_way, name))


SCENES: dict[str, Scene] = {
    "first-start": Scene(words.FIRST_START, ROOMS["idle"]),
    "mistyped": Scene(words.MISTYPED, ROOMS["mistyped"]),
    "connecting": Scene(words.CONNECTING, ROOMS["connecting"]),
    "waiting": Scene(words.WAITING, ROOMS["waiting"]),
    "limited": Scene(words.LIMITED, ROOMS["limited"]),
    "quiet": Scene(words.QUIET, ROOMS["quiet"]),
    "busy": Scene(words.BUSY, ROOMS["busy"]),
    "huge": Scene(words.HUGE, ROOMS["huge"]),
    "half-hour": Scene(words.HALF_HOUR, ROOMS["half-hour"]),
    "found": Scene(words.FOUND, ROOMS["busy"], look_for_words),
    "filtered": Scene(words.FILTERED, ROOMS["busy"], filter_rows),
    "person": Scene(words.PERSON, ROOMS["busy"], open_card),
    "settings": Scene(words.SETTINGS, ROOMS["busy"], open_settings),
    **{f"way-{name}": _show_way(name, way) for name, way in WAYS.items()},
    "way-passed": Scene(words.WAY_PASSED, ROOMS["idle"], pass_trial),
    "way-failed": Scene(words.WAY_FAILED, ROOMS["idle"], fail_trial),
    "right-to-left": Scene(words.RIGHT_TO_LEFT, ROOMS["right-to-left"]),
    "hostile": Scene(words.HOSTILE, ROOMS["hostile"]),
    "portrait": Scene(words.PORTRAIT, ROOMS["busy"], size=TALL),
    "narrow": Scene(words.NARROW, ROOMS["busy"], size=SLIM),
    "popped-out": Scene(words.POPPED_OUT, ROOMS["busy"], take_panes_out),
    "duel": Scene(words.DUEL, ROOMS["duel"]),
    "last-seconds": Scene(words.LAST_SECONDS, ROOMS["last-seconds"]),
    "teams": Scene(words.TEAMS, ROOMS["teams"]),
    "sides": Scene(words.SIDES, ROOMS["sides"]),
    "punished": Scene(words.PUNISHED, ROOMS["punished"]),
    "result": Scene(words.RESULT, ROOMS["result"]),
    "battles": Scene(words.BATTLES, ROOMS["battles"]),
    "giving": Scene(words.GIVING, ROOMS["giving"]),
    "giving-battle": Scene(words.GIVING_BATTLE, ROOMS["giving-battle"]),
    "giving-guest": Scene(words.GIVING_GUEST, ROOMS["giving-guest"]),
    "tiers": Scene(words.TIERS, ROOMS["tiers"]),
    "goals": Scene(words.GOALS, ROOMS["goals"], show_goals),
    "rush": Scene(words.RUSH, ROOMS["rush"]),
    "money-hidden": Scene(words.MONEY_HIDDEN, ROOMS["giving"], hide_money),
    **{
        f"{pane}{more}": Scene(
            words.INBOX.fill(title=title, state=state), ROOMS[name], partial(open_inbox, pane)
        )
        for pane, title in (("questions", inbox_words.QUESTIONS), ("thanks", inbox_words.THANKS))
        for more, state, name in INBOXES
    },
    "lost": Scene(words.LOST, ROOMS["lost"]),
    "ended": Scene(words.ENDED, ROOMS["ended"]),
    "glance": Scene(words.GLANCE, ROOMS["battles"], read_from_afar, SCREEN),
    "glance-battle": Scene(words.GLANCE_BATTLE, ROOMS["last-seconds"], read_from_afar, SCREEN),
    "glance-tall": Scene(words.GLANCE_TALL, ROOMS["teams"], read_from_afar, UPRIGHT),
    "glance-lost": Scene(words.GLANCE_LOST, ROOMS["lost"], read_from_afar, SCREEN),
    "glance-idle": Scene(words.GLANCE_IDLE, ROOMS["idle"], read_from_afar, SCREEN),
    "streamer": Scene(words.STREAMER, ROOMS["busy"], hide_numbers),
    "ruler": Scene(words.RULER, ROOMS["busy"], measure_screen),
    **{f"failing-{code}": _fail(code) for code in list_codes()},
}


def find_scene(name: str) -> Scene:
    """The scene of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in SCENES:
        near = find_nearest(name, SCENES) or words.NONE_NEAR
        raise UsageError(words.NO_SCENE.fill(name=name[:SHOWN]), hint=words.NEAR.fill(near=near))
    return SCENES[name]


def write_page() -> str:
    """docs/scenes.md."""
    rows = (f"| `{name}` | {scene.words} |\n" for name, scene in SCENES.items())
    return words.PAGE + "".join(rows)
