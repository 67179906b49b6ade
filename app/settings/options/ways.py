"""The ways in, as rows: a new one is a row here and a class in a file of its own.

What is its own, a key and the address of a server, are options because its row has them; its class reads
them as `access.key` and `access.address`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.frozen import value
from app.settings.address_kinds import SOCKET_ADDRESS
from app.settings.checks import check_key, check_studio_key
from app.settings.options.row import make_address_row, make_secret_row
from app.words import Phrase, sentence

LOGIN = ("session_id", "target_idc")
PROXIES = ("web_proxy", "socket_proxy")
WIRE = ""  # as `dialect`: TikTok's own messages, which the built-in server sends anyway


@value
class Way:
    """A way into a room.

    Attributes:
        title: what a person calls it.
        words: what it is, for who chooses it by name.
        route: where its class is, `module:Class`; loaded when somebody goes this way.
        dialect: what of the built-in server plays its other side, `module:NAME`; or `WIRE`.
        own: options that are its own, `NAME_key` and `NAME_url`.
        uses: options of others that it uses beside timeouts and the addresses of TikTok, by name.
        privacy: who learns what of the user.
        sees: the same in a line.
        needs: what it wants of the user, in a line.
        brings: what comes by it, in a line.
        cost: what a connection takes from a limit; empty where nobody counts.
        is_usual: most people find what they need here.
        is_by_name: it follows whoever is named; others follow whom a program on this machine follows.
    """

    title: Phrase
    words: Phrase
    route: str
    dialect: str
    own: Mapping[str, Any]
    uses: tuple[str, ...]
    privacy: Phrase
    sees: Phrase
    needs: Phrase
    brings: Phrase
    cost: str = ""
    is_usual: bool = False
    is_by_name: bool = True

    @property
    def has_messages(self) -> bool:
        """Whether it reads TikTok's own messages, which can be captured; others decode elsewhere."""
        return self.dialect == WIRE

    @property
    def options(self) -> tuple[str, ...]:
        """All options that it uses beside timeouts and the addresses of TikTok, by name."""
        return (*self.own, *self.uses)


FROM_TIKTOK = sentence(
    "TikTok sees your internet address and whose stream you open, as with a browser. Nobody else is asked."
)
FROM_MACHINE = sentence(
    "Everything comes from that program on this machine. Sidestage itself asks nobody on the internet."
)
TIKTOK_ONLY = sentence("Only TikTok sees you, as with a browser.")
NOBODY = sentence("Nobody on the internet is asked.")
CLOUD_COST = sentence("May count as a connection there.")


def _make_own_url(way: str, address: str, words: Phrase, caption: Phrase, **more: Any) -> dict[str, Any]:
    """The option of a way's own server; name, variable and flag follow from the way's name."""
    name = f"{way}_url"
    named = {"variable": name.upper(), "flag": f"--{way}-url", **more}
    return {name: make_address_row(SOCKET_ADDRESS, address, words, caption, **named)}


def _make_own_key(way: str, check: Any, words: Phrase, **more: Any) -> dict[str, Any]:
    """The option of a way's own key; name and variable follow from the way's name."""
    name = f"{way}_key"
    return {name: make_secret_row(check, "keys", words, variable=name.upper(), **more)}


WAYS: Mapping[str, Way] = {
    "signed": Way(
        sentence("TikTok, signed by Euler Stream"),
        sentence("TikTok's own socket, with a signature of the sign provider"),
        "app.connector.routes.signed:SignedRoute",
        WIRE,
        {},
        ("sign_url", "sign_key", *LOGIN, "session_hosts", *PROXIES),
        sees=sentence("TikTok sees you, as with a browser; {host} gets the room's number or the name."),
        needs=sentence("Needs nothing; a key raises its limit, a log-in opens 18+ rooms."),
        brings=sentence("Brings everything, straight from TikTok."),
        cost=sentence("Takes one signature of the sign provider's limit."),
        is_usual=True,
        privacy=sentence(
            "TikTok sees your internet address and whose stream you open, as with a browser. For each"
            " connection a sign provider ({host}) gets the number of the room or the creator's name, your"
            " address, and your key if you have one. Chat and gifts come straight from TikTok."
        ),
    ),
    "anonymous": Way(
        sentence("TikTok, as a guest"),
        sentence("TikTok's own socket as a guest, without a signature; TikTok mostly refuses it"),
        "app.connector.routes.guest:AnonymousRoute",
        WIRE,
        {},
        ("socket_url", *PROXIES),
        sees=TIKTOK_ONLY,
        needs=sentence("Needs nothing."),
        brings=sentence("Brings everything when TikTok lets you in, which it mostly does not."),
        privacy=FROM_TIKTOK,
    ),
    "polling": Way(
        sentence("TikTok, asked once a second"),
        sentence("asking TikTok once a second instead of a socket; needs a log-in or luck"),
        "app.connector.routes.polling:PollingRoute",
        WIRE,
        {},
        (*LOGIN, *PROXIES),
        sees=TIKTOK_ONLY,
        needs=sentence("Needs a log-in, or luck."),
        brings=sentence("Brings everything, a second later."),
        privacy=FROM_TIKTOK,
    ),
    "euler": Way(
        sentence("Euler Stream's cloud"),
        sentence("Euler Stream's cloud socket, which decodes for you; needs its key"),
        "app.connector.managed.euler:Euler",
        "app.sim.managed.euler:EULER",
        _make_own_url(
            "euler",
            "wss://ws.eulerstream.com",
            sentence("instead of Euler Stream's cloud socket"),
            sentence("Instead of Euler Stream's cloud socket"),
        ),
        ("sign_key", *PROXIES),
        sees=sentence("Euler Stream gets the name and your key; TikTok sees only Euler Stream."),
        needs=sentence("Needs a key of Euler Stream."),
        brings=sentence("Brings everything, read by them."),
        cost=CLOUD_COST,
        is_usual=True,
        privacy=sentence(
            "Euler Stream reads the room for you: it gets the creator's name, your internet address and your"
            " key. TikTok sees only Euler Stream."
        ),
    ),
    "tiktools": Way(
        sentence("tik.tools' cloud"),
        sentence("tik.tools' managed socket, which decodes for you; a key raises its limits"),
        "app.connector.managed.tiktools:TikTools",
        "app.sim.managed.flat:TIKTOOLS",
        {
            **_make_own_key(
                "tiktools",
                check_key,
                sentence("raises the limits of tik.tools"),
                caption=sentence("Key for tik.tools"),
                empty=sentence("none: its limits without a key"),
            ),
            **_make_own_url(
                "tiktools",
                "wss://api.tik.tools",
                sentence("instead of tik.tools' managed socket"),
                sentence("Instead of tik.tools' managed socket"),
            ),
        },
        PROXIES,
        sees=sentence("tik.tools gets the name, and your key if you have one; TikTok sees only tik.tools."),
        needs=sentence("Needs nothing; a key raises its limits."),
        brings=sentence("Brings most events, read by them."),
        cost=CLOUD_COST,
        privacy=sentence(
            "tik.tools reads the room for you: it gets the creator's name, your internet address, and your"
            " key if you have one. TikTok sees only tik.tools."
        ),
    ),
    "tikfinity": Way(
        sentence("The TikFinity program on this machine"),
        sentence("the TikFinity program on this machine"),
        "app.connector.managed.tikfinity:TikFinity",
        "app.sim.managed.flat:TIKFINITY",
        _make_own_url(
            "tikfinity",
            "ws://127.0.0.1:21213",
            sentence("instead of the socket of the TikFinity program"),
            sentence("Instead of TikFinity's socket"),
        ),
        PROXIES,
        sees=NOBODY,
        needs=sentence("Needs TikFinity, running and in the room."),
        brings=sentence("Brings chat, gifts, likes, viewers and battle scores."),
        is_usual=True,
        is_by_name=False,
        privacy=FROM_MACHINE,
    ),
    "studio": Way(
        sentence("TikTok LIVE Studio on this machine"),
        sentence("TikTok LIVE Studio on this machine"),
        "app.connector.managed.studio:Studio",
        "app.sim.managed.studio:STUDIO",
        {
            **_make_own_key(
                "studio",
                check_studio_key,
                sentence("app_id:key_id:secret for TikTok LIVE Studio"),
                caption=sentence("Key for LIVE Studio, issued by TikTok"),
                empty="app_id:key_id:secret",
            ),
            **_make_own_url(
                "studio",
                "",
                sentence("instead of the data socket of TikTok LIVE Studio"),
                sentence("Instead of LIVE Studio's ports"),
                empty=sentence("its ports on this machine"),
            ),
        },
        PROXIES,
        sees=NOBODY,
        needs=sentence("Needs a key that TikTok issued."),
        brings=sentence("Brings chat, gifts and likes of your own stream."),
        is_by_name=False,
        privacy=FROM_MACHINE,
    ),
}
OWN: Mapping[str, Any] = {name: row for way in WAYS.values() for name, row in way.own.items()}
USUAL = "signed"
