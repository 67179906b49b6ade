"""How to get in, from the user's choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.access import TIMEOUTS, Access, Login
from app.access.endpoints import Endpoints
from app.errors import UsageError
from app.settings import OPTIONS, Choices, read_choices
from app.settings.options.ways import LOGIN
from app.words import settings as words

NOTHING: Mapping[str, Any] = {}


def make_access(
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    kept: Mapping[str, Any] = NOTHING,
    find_secret: Callable[[str], str] = lambda _: "",
) -> Access:
    """Say how to get in: each option by its flag, else the environment, what was kept, or the default.

    Raises:
        UsageError: a flag or an environment variable cannot be meant.
    """
    choices = read_choices(flags, environment, kept, find_secret)
    return Access(
        Endpoints.from_choices(choices),
        way=choices.way,
        login=_make_login(choices),
        web_proxy=choices.web_proxy,
        socket_proxy=choices.socket_proxy or choices.web_proxy,
        headers=dict(choices.headers),
        params=dict(choices.params),
        **{name: getattr(choices, name) for name in TIMEOUTS},
        choices=replace(choices, recent=()),
    )


def _make_login(choices: Choices) -> Login | None:
    missing = [OPTIONS[name] for name in LOGIN if not getattr(choices, name)]
    if len(missing) == len(LOGIN):
        return None
    if missing:
        half = missing[0]
        hint = words.SET_OTHER_HALF.fill(variable=half.variable, name=half.name)
        raise UsageError(words.HALF_LOGIN.fill(cookie=half.words), hint=hint)
    hosts = frozenset(host.lower() for host in choices.session_hosts)
    return Login(choices.session_id, choices.target_idc, hosts)
