"""What can be done about the connection: as a table of deeds, and which of them fit how it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from app.access.advice import find_advice
from app.session import Command, Connect, Disconnect, Leave
from app.ui.standing import has_data
from app.ui.wishes import ChooseWay, LookBeneath, WatchDemo
from app.words import page as words

if TYPE_CHECKING:
    from app.errors import Help
    from app.ui.standing import Standing

SituationName: TypeAlias = Literal[
    "start", "mistyped", "left", "connecting", "reconnecting", "waiting", "live", "paused", "ended", "failed"
]
HELP = "help"  # stands for the deeds that may cure the failure


def _is_always_so(_: Standing) -> bool:
    return True


class Deed(NamedTuple):
    """Something that a button does.

    Attributes:
        word: on the button.
        make: makes the wish.
        fits: whether it can be done now.
        about: more about it, for who asks.
        is_way_on: it leads to data, so it may be the most important button.
    """

    word: str
    make: Callable[[Standing], object]
    fits: Callable[[Standing], bool] = _is_always_so
    about: str = ""
    is_way_on: bool = True


def _follow(standing: Standing) -> Connect:
    return Connect(standing.whom)


def _has_name(standing: Standing) -> bool:
    return bool(standing.whom)


def _has_rows(standing: Standing) -> bool:
    return has_data(standing.status)


def _choose(place: Help) -> Callable[[Standing], ChooseWay]:
    return lambda _: ChooseWay(place)


DEEDS: Mapping[str, Deed] = {
    "now": Deed(words.TRY_NOW, _follow, _has_name),
    "again": Deed(words.FOLLOW_AGAIN, _follow, _has_name),
    "cancel": Deed(words.CANCEL, lambda _: Disconnect(), is_way_on=False),
    "way": Deed(words.OTHER_WAY, _choose("way")),
    "key": Deed(words.KEY, _choose("key")),
    "log_in": Deed(words.LOG_IN, _choose("log_in")),
    "proxy": Deed(words.PROXY, _choose("proxy")),
    "rows": Deed(words.SHOW_ROWS, lambda _: LookBeneath(), _has_rows),
    "page": Deed(words.SHOW_PAGE, lambda _: LookBeneath(is_lifted=False)),
    "demo": Deed(words.WATCH_DEMO, lambda _: WatchDemo(), about=words.ABOUT_DEMO),
    "start": Deed(words.START_PAGE, lambda _: Leave()),
}
# What may cure a failure, most likely first.
CURES: Mapping[Help, tuple[str, ...]] = {
    "way": ("way",),
    "key": ("key", "way"),
    "log_in": ("log_in",),
    "proxy": ("proxy",),
    "name": (),
    "nothing": (),
}


class Situation(NamedTuple):
    """How things stand, for the user.

    Attributes:
        deeds: what can be done on the page, the most likely first.
        box: where the box for a name stands on it, if it does.
        bar: what can be done in the header while the panes are in sight.
    """

    deeds: tuple[str, ...] = ()
    box: Literal["", "first", "last"] = ""
    bar: tuple[str, ...] = ()


TRY_BAR, REST_BAR = ("now", "cancel"), ("again", "page")
SITUATIONS: Mapping[SituationName, Situation] = {
    "start": Situation(("demo",), "first"),
    "mistyped": Situation(("rows", "demo", "start"), "first", REST_BAR),
    "left": Situation(("again", "rows", "demo", "start"), "last", REST_BAR),
    "connecting": Situation(("cancel", "demo"), "", ("cancel",)),
    "reconnecting": Situation(("now", HELP, "cancel", "demo"), "", TRY_BAR),
    "waiting": Situation(("now", "cancel", "demo"), "", TRY_BAR),
    "live": Situation(),
    "paused": Situation(),
    "ended": Situation(("again", "rows", "demo", "start"), "last", REST_BAR),
    "failed": Situation((HELP, "again", "rows", "demo", "start"), "last", REST_BAR),
}


def name_situation(standing: Standing) -> SituationName:
    """Which row of SITUATIONS holds. Who mistyped has lost nothing; a further attempt changes nothing."""
    status = standing.status
    match status.phase:
        case "idle":
            return "left" if has_data(status) else "start"
        case "connecting" if status.trying_ms:
            return "waiting" if status.code == "offline" else "reconnecting"
        case "failed" if find_advice(status.code).subject == "name":
            return "mistyped"
        case phase:
            return phase


def list_deeds(standing: Standing, names: tuple[str, ...], wishes: frozenset[type]) -> list[str]:
    """The deeds of a row that fit.

    Args:
        standing: how the connection stands.
        names: of the row.
        wishes: which wishes are granted beside the commands of the session.
    """
    cures = CURES[find_advice(standing.status.code).subject]
    whole = dict.fromkeys(name for one in names for name in (cures if one == HELP else (one,)))
    return [name for name in whole if DEEDS[name].fits(standing) and _is_granted(name, standing, wishes)]


def _is_granted(name: str, standing: Standing, wishes: frozenset[type]) -> bool:
    wish = DEEDS[name].make(standing)
    return isinstance(wish, Command) or type(wish) in wishes
