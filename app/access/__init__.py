"""How to get in: which way, through which addresses, with what of the user's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.access.endpoints import Endpoints, check_end
from app.access.proxies import KINDS
from app.addresses import check_proxy
from app.errors import UsageError
from app.frozen import value
from app.settings import DEFAULTS, OPTIONS, OWN, WAYS, Choices
from app.settings.checks import check_header
from app.words import settings as words

TIMEOUTS = ("http_timeout_s", "open_timeout_s", "stale_s")


@value
class Login:
    """A session of the user, for 18+ rooms. It goes to TikTok, and to signers whose host is allowed.

    Attributes:
        session_id: the cookie `sessionid`; never shown, not even by repr.
        target_idc: the cookie `tt-target-idc` of the account (`useast5`, `eu-ttp2`, ...).
        hosts: hosts of sign providers that may get it (protocol.md b.5).
    """

    session_id: str = field(repr=False)
    target_idc: str
    hosts: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        cookies = (self.session_id, self.target_idc.replace("-", ""))
        if not all(cookie.isascii() and cookie.isalnum() for cookie in cookies):
            raise UsageError(words.LOGIN_SHAPE, hint=words.COPY_COOKIES)

    @property
    def cookies(self) -> dict[str, str]:
        """What a logged-in browser sends (protocol.md d.9)."""
        names = ("sessionid", "sessionid_ss", "sid_tt")
        return dict.fromkeys(names, self.session_id) | {"tt-target-idc": self.target_idc}


@dataclass(frozen=True, slots=True)
class Access:
    """Everything a source needs to know besides whom to follow.

    Attributes:
        way: one of `WAYS`.
        login: a session of the user, None for a guest.
        web_proxy: for HTTP, `http://host:port` or `socks5://host:port`; empty: HTTPS_PROXY or ALL_PROXY.
        socket_proxy: the same for sockets.
        headers: sent to TikTok's web besides our own. What carries secrets cannot be set here.
        params: put into every query to TikTok, over our own.
        http_timeout_s: for a whole HTTP answer.
        open_timeout_s: for opening a socket.
        stale_s: a socket that says nothing for so long is given up.
        choices: all that was chosen, from which a way in takes what is its own.
    """

    endpoints: Endpoints = field(default_factory=Endpoints)
    way: str = DEFAULTS.way
    login: Login | None = None
    web_proxy: str = field(default="", repr=False)
    socket_proxy: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)
    params: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)
    http_timeout_s: float = DEFAULTS.http_timeout_s
    open_timeout_s: float = DEFAULTS.open_timeout_s
    stale_s: float = DEFAULTS.stale_s
    choices: Choices = field(default=DEFAULTS, repr=False)

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            names = words.NAMES.fill(names=", ".join(WAYS))
            raise UsageError(words.NO_SUCH_WAY.fill(way=self.way), hint=names)
        for name in OWN:
            check_end(name, getattr(self.choices, name))
        for name, (schemes, _) in KINDS.items():
            check_proxy(getattr(self, name), schemes)
        for name, text in self.headers.items():
            check_header(name, text)
        for name in TIMEOUTS:
            OPTIONS[name].kind.read_json(getattr(self, name))

    @property
    def key(self) -> str:
        """The way's own key, empty for none."""
        return str(getattr(self.choices, f"{self.way}_key"))

    @property
    def address(self) -> str:
        """Where the way's own server is."""
        return str(getattr(self.choices, f"{self.way}_url"))
