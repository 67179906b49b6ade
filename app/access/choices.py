"""How to get in, from what was asked for, the environment, the settings and the keyring."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from app.access import TIMEOUTS_S, WAYS, Access, Login
from app.access.endpoints import ENVIRONMENT, Endpoints
from app.access.proxies import check_proxy
from app.errors import UsageError
from app.settings import SECRETS, Settings
from app.spelling import close_matches

ADDRESSES: dict[str, str] = {
    "app_url": "TikTok's web site",
    "webcast_url": "TikTok's webcast host",
    "socket_url": "TikTok's socket, for guests",
    "sign_url": "the sign provider",
    "euler_url": "Euler Stream's cloud socket",
    "tiktools_url": "tik.tools' managed socket",
    "tikfinity_url": "the socket of the TikFinity program",
    "studio_url": "the data socket of TikTok LIVE Studio",
}
# Field of `Access` and of `Settings`, its option, its environment variable, what it is.
PROXIES = (
    ("web_proxy", "--proxy", "SIDESTAGE_PROXY", "http://host:port or socks5://host:port, for everything"),
    ("socket_proxy", "--socket-proxy", "SIDESTAGE_SOCKET_PROXY", "another proxy for sockets"),
)
TIMEOUTS = (
    ("http_timeout_s", "--timeout", "SIDESTAGE_TIMEOUT", "for a whole HTTP answer (default 10)"),
    ("open_timeout_s", "--open-timeout", "SIDESTAGE_OPEN_TIMEOUT", "for opening a socket (default 15)"),
    ("stale_s", "--stale", "SIDESTAGE_STALE", "silence after which a socket is given up (default 60)"),
)
LOGIN = ("session_id", "target_idc")
VARIABLES = {"way": "SIDESTAGE_WAY"} | {name: variable for name, _, variable, _ in PROXIES + TIMEOUTS}


def access_of(
    asked: Mapping[str, Any],
    environment: Mapping[str, str],
    settings: Settings | None = None,
    secret: Callable[[str], str] = lambda _: "",
) -> Access:
    """How to get in: for each thing the option, then the environment, then the setting, then the default.

    Args:
        asked: what `take_asked` returned.
        environment: of the process.
        settings: what the user chose before; what makes no sense in there is passed over.
        secret: looks into the keyring; asked only for what the environment leaves open.

    Raises:
        UsageError: an option or an environment variable cannot be meant.
    """
    kept = sound(settings or Settings())
    chosen = {name: _first(name, asked, environment, kept) for name in VARIABLES}
    chosen["socket_proxy"] = chosen["socket_proxy"] or chosen["web_proxy"]
    secrets = {name: environment.get(variable) or secret(name) for name, (variable, _) in SECRETS.items()}
    addresses = {name: asked.get(name) or environment.get(ENVIRONMENT[name]) or kept.get(name)
                 for name in ADDRESSES}  # fmt: skip
    addresses |= {name: secrets[name] for name in ("sign_key", "tiktools_key", "studio_key")}
    hosts = environment.get("SIDESTAGE_SESSION_HOSTS", "").split(",")
    return Access(
        Endpoints.overridden({}, addresses),
        login=_login(secrets, [host for host in hosts if host.strip()] or kept.get("session_hosts", [])),
        headers=dict(asked.get("headers", ())),
        params=dict(asked.get("params", ())),
        **{name: value for name, value in chosen.items() if value},
    )


def _first(
    name: str, asked: Mapping[str, Any], environment: Mapping[str, str], kept: Mapping[str, Any]
) -> Any:
    if asked.get(name):
        return asked[name]
    if told := environment.get(VARIABLES[name]):
        return _told(name, told)
    return kept.get(name)


def _told(name: str, told: str) -> Any:
    """The value of an environment variable, read as its option is."""
    try:
        return {"way": read_way}.get(
            name, read_timeout if name.endswith("_s") else partial(read_proxy, name=name)
        )(told)
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"{VARIABLES[name]}: {error}.") from error


def _login(secrets: Mapping[str, str], hosts: list[str]) -> Login | None:
    given = [name for name in LOGIN if secrets[name]]
    if not given:
        return None
    if missing := [name for name in LOGIN if name not in given]:
        variable, what = SECRETS[missing[0]]
        raise UsageError(f"Half of a log-in is missing: the {what}.",
                         hint=f"Set {variable}, or “sidestage keys set {missing[0]}”.")  # fmt: skip
    allowed = frozenset(host.strip().lower() for host in hosts)
    return Login(secrets["session_id"], secrets["target_idc"], allowed)


def sound(settings: Settings) -> dict[str, Any]:
    """The settings that make sense. A file that was edited by hand is no reason to stay outside."""
    least, most = TIMEOUTS_S
    told: dict[str, Any] = {"way": settings.way} if settings.way in WAYS else {}
    told |= {name: value for name, *_ in TIMEOUTS if least <= (value := getattr(settings, name)) <= most}
    proxies = {name: getattr(settings, name) for name, *_ in PROXIES}
    told |= {name: value for name, value in proxies.items() if _fits(Access, **{name: value})}
    known = {name: value for name, value in settings.addresses.items() if name in ADDRESSES}
    told |= {name: value for name, value in known.items() if _fits(Endpoints, **{name: value})}
    return told | {"session_hosts": settings.session_hosts}


def _fits(check: Callable[..., object], **named: str) -> bool:
    try:
        check(**named)
    except UsageError:
        return False
    return True


def read_way(text: str) -> str:
    """The name of a way in; an argparse error says which is nearest."""
    if text in WAYS:
        return text
    near = close_matches(text.lower(), WAYS, 1, 0.5)
    meant = f"; the nearest is {near[0]}" if near else f"; there are {', '.join(WAYS)}"
    raise argparse.ArgumentTypeError(f"there is no way in called “{text[:40]}”{meant}")


def read_proxy(text: str, name: str) -> str:
    """The address of a proxy; the argparse error does not repeat it."""
    try:
        check_proxy(text, name)
    except UsageError as error:
        raise argparse.ArgumentTypeError(f"that is not a proxy. {error.hint}".rstrip(".")) from error
    return text


def read_timeout(text: str) -> float:
    """Seconds within what a timeout may be."""
    least, most = TIMEOUTS_S
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"“{text[:40]}” is not {least:.0f} to {most:.0f} seconds")
    return value
