"""The ways in, as rows: a new one is a row here and a class in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.frozen import value
from app.words import Phrase, sentence

LOGIN = ("session_id", "target_idc")
PROXIES = ("web_proxy", "socket_proxy")


@value
class Way:
    """A way into a room.

    Attributes:
        title: what a person calls it.
        words: what it is, for who chooses it by name.
        route: where its class is, `module:Class`; loaded when somebody goes this way.
        options: what it uses beside timeouts and the addresses of TikTok, by name.
        privacy: who learns what of the user.
        sees: the same in a line.
        needs: what it wants of the user, in a line.
        brings: what comes by it, in a line.
        cost: what a connection takes from a limit; empty where nobody counts.
        is_usual: most people find what they need here.
        has_messages: it reads TikTok's own messages, which can be captured; others decode elsewhere.
        needs_name: it follows whoever is named; others follow whom a program on this machine follows.
    """

    title: Phrase
    words: Phrase
    route: str
    options: tuple[str, ...]
    privacy: Phrase
    sees: Phrase
    needs: Phrase
    brings: Phrase
    cost: str = ""
    is_usual: bool = False
    has_messages: bool = False
    needs_name: bool = True


FROM_TIKTOK = sentence(
    "TikTok sees your internet address and whose stream you open, as with a browser. Nobody else is asked."
)
FROM_MACHINE = sentence(
    "Everything comes from that program on this machine. Sidestage itself asks nobody on the internet."
)
TIKTOK_ONLY = sentence("Only TikTok sees you, as with a browser.")
NOBODY = sentence("Nobody on the internet is asked.")
CLOUD_COST = sentence("May count as a connection there.")

WAYS: Mapping[str, Way] = {
    "signed": Way(
        sentence("TikTok, signed by Euler Stream"),
        sentence("TikTok's own socket, with a signature of the sign provider"),
        "app.connector.routes.signed:SignedRoute",
        ("sign_url", "sign_key", *LOGIN, "session_hosts", *PROXIES),
        sees=sentence("TikTok sees you, as with a browser; {host} gets the room's number or the name."),
        needs=sentence("Needs nothing; a key raises its limit, a log-in opens 18+ rooms."),
        brings=sentence("Brings everything, straight from TikTok."),
        cost=sentence("Takes one signature of the sign provider's limit."),
        is_usual=True,
        has_messages=True,
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
        ("socket_url", *PROXIES),
        sees=TIKTOK_ONLY,
        needs=sentence("Needs nothing."),
        brings=sentence("Brings everything when TikTok lets you in, which it mostly does not."),
        has_messages=True,
        privacy=FROM_TIKTOK,
    ),
    "polling": Way(
        sentence("TikTok, asked once a second"),
        sentence("asking TikTok once a second instead of a socket; needs a log-in or luck"),
        "app.connector.routes.polling:PollingRoute",
        (*LOGIN, *PROXIES),
        sees=TIKTOK_ONLY,
        needs=sentence("Needs a log-in, or luck."),
        brings=sentence("Brings everything, a second later."),
        has_messages=True,
        privacy=FROM_TIKTOK,
    ),
    "euler": Way(
        sentence("Euler Stream's cloud"),
        sentence("Euler Stream's cloud socket, which decodes for you; needs its key"),
        "app.connector.managed.euler:Euler",
        ("sign_key", "euler_url", *PROXIES),
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
        ("tiktools_key", "tiktools_url", *PROXIES),
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
        ("tikfinity_url", *PROXIES),
        sees=NOBODY,
        needs=sentence("Needs TikFinity, running and in the room."),
        brings=sentence("Brings chat, gifts, likes, viewers and battle scores."),
        is_usual=True,
        needs_name=False,
        privacy=FROM_MACHINE,
    ),
    "studio": Way(
        sentence("TikTok LIVE Studio on this machine"),
        sentence("TikTok LIVE Studio on this machine"),
        "app.connector.managed.studio:Studio",
        ("studio_key", "studio_url", *PROXIES),
        sees=NOBODY,
        needs=sentence("Needs a key that TikTok issued."),
        brings=sentence("Brings chat, gifts and likes of your own stream."),
        needs_name=False,
        privacy=FROM_MACHINE,
    ),
}
USUAL = "signed"
