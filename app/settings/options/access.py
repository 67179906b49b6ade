"""How to get in: the way, keys, a log-in."""

from __future__ import annotations

from app.settings import checks
from app.settings.address_kinds import WEB_ADDRESS
from app.settings.kinds import Choice, Names
from app.settings.options.row import add_rows, make_address_row, make_row, make_secret_row, make_subject
from app.settings.options.ways import OWN, USUAL, WAYS
from app.words import sentence


@make_subject
class AccessChoices:
    """Choices for getting into a room."""

    recent: tuple[str, ...] = make_row(
        Names(),
        (),
        "memory",
        sentence("names that were followed, the last one first"),
        caption=sentence("Names"),
    )
    way: str = make_row(
        Choice({name: way.words for name, way in WAYS.items()}, sentence("way in")),
        USUAL,
        sentence("way in"),
        sentence("how to get in"),
        caption=sentence("Way in"),
        variable="WAY",
        flag="--way",
    )
    sign_url: str = make_address_row(
        WEB_ADDRESS,
        "https://api.eulerstream.com",
        sentence("instead of the sign provider"),
        sentence("Address of the sign provider"),
        variable="SIGN_URL",
        flag="--sign-url",
    )
    sign_key: str = make_secret_row(
        checks.check_key,
        "keys",
        sentence("raises the limits of the sign provider; Euler Stream's cloud socket takes it too"),
        variable="SIGN_KEY",
        caption=sentence("Key for the sign provider"),
        empty=sentence("none: its limits without a key"),
    )


@make_subject
@add_rows(OWN)
class WayChoices:
    """Choices that are a way's own, its key and its server; they follow from WAYS."""


@make_subject
class LoginChoices:
    """Choices for a log-in of the user."""

    session_id: str = make_secret_row(
        checks.check_session_id,
        "log-in",
        sentence("cookie sessionid of your TikTok log-in"),
        variable="SESSION_ID",
        caption=sentence("Log-in for 18+ rooms: cookie sessionid"),
        empty=sentence("none: as a guest"),
    )
    target_idc: str = make_secret_row(
        checks.check_target_idc,
        "log-in",
        sentence("cookie tt-target-idc of the same log-in"),
        variable="TARGET_IDC",
        caption=sentence("Its cookie tt-target-idc"),
        empty=sentence("such as useast5"),
        is_hidden=False,
    )
    session_hosts: tuple[str, ...] = make_row(
        Names(),
        (),
        "log-in",
        sentence("hosts of sign providers that may get the log-in"),
        caption=sentence("Hosts that may get the log-in"),
        variable="SESSION_HOSTS",
    )
