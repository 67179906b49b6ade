"""The ways in, as rows: a new one is a row here and a class in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping

from app.frozen import value
from app.words import Phrase, sentence

LOGIN = ("session_id", "target_idc")
PROXIES = ("web_proxy", "socket_proxy")
SECONDS = ("http_timeout_s", "open_timeout_s", "stale_s")
TIKTOK = ("app_url", "webcast_url")


@value
class Way:
    """A way into a room.

    Attributes:
        words: what it is.
        route: where its class is, `module:Class`; loaded when somebody goes this way.
        options: what it uses and people mostly choose, by name.
        more: what it uses besides.
        privacy: who learns what of the user.
        has_messages: it reads TikTok's own messages, which can be captured; others decode elsewhere.
    """

    words: Phrase
    route: str
    options: tuple[str, ...]
    more: tuple[str, ...]
    privacy: Phrase
    has_messages: bool = False


FROM_TIKTOK = sentence(
    "TikTok sees your internet address and whose stream you open, as with a browser. Nobody else is asked."
)
FROM_MACHINE = sentence(
    "Everything comes from that program on this machine. Sidestage itself asks nobody on the internet."
)

WAYS: Mapping[str, Way] = {
    "signed": Way(
        sentence("TikTok's own socket, with a signature of the sign provider"),
        "app.connector.routes.signed:SignedRoute",
        ("sign_url", "sign_key", *LOGIN, "session_hosts", *PROXIES),
        (*SECONDS, *TIKTOK),
        has_messages=True,
        privacy=sentence(
            "TikTok sees your internet address and whose stream you open, as with a browser. For each"
            " connection a sign provider ({host}) gets the number of the room or the creator's name, your"
            " address, and your key if you have one. Chat and gifts come straight from TikTok."
        ),
    ),
    "anonymous": Way(
        sentence("TikTok's own socket as a guest, without a signature; TikTok mostly refuses it"),
        "app.connector.routes.guest:AnonymousRoute",
        PROXIES,
        (*SECONDS, *TIKTOK, "socket_url"),
        has_messages=True,
        privacy=FROM_TIKTOK,
    ),
    "polling": Way(
        sentence("asking TikTok once a second instead of a socket; needs a log-in or luck"),
        "app.connector.routes.polling:PollingRoute",
        (*LOGIN, *PROXIES),
        ("http_timeout_s", "stale_s", *TIKTOK),
        has_messages=True,
        privacy=FROM_TIKTOK,
    ),
    "euler": Way(
        sentence("Euler Stream's cloud socket, which decodes for you; needs its key"),
        "app.connector.managed.euler:Euler",
        ("sign_key", *PROXIES),
        ("open_timeout_s", "stale_s", "euler_url"),
        privacy=sentence(
            "Euler Stream reads the room for you: it gets the creator's name, your internet address and your"
            " key. TikTok sees only Euler Stream."
        ),
    ),
    "tiktools": Way(
        sentence("tik.tools' managed socket, which decodes for you; a key raises its limits"),
        "app.connector.managed.tiktools:TikTools",
        ("tiktools_key", *PROXIES),
        ("open_timeout_s", "stale_s", "tiktools_url"),
        privacy=sentence(
            "tik.tools reads the room for you: it gets the creator's name, your internet address, and your"
            " key if you have one. TikTok sees only tik.tools."
        ),
    ),
    "tikfinity": Way(
        sentence("the TikFinity program on this machine"),
        "app.connector.managed.tikfinity:TikFinity",
        PROXIES,
        ("open_timeout_s", "tikfinity_url"),
        privacy=FROM_MACHINE,
    ),
    "studio": Way(
        sentence("TikTok LIVE Studio on this machine"),
        "app.connector.managed.studio:Studio",
        ("studio_key", *PROXIES),
        ("open_timeout_s", "studio_url"),
        privacy=FROM_MACHINE,
    ),
}
USUAL = "signed"
