"""What it means when a provider refuses the socket or closes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus

from app.connector.refusals import said_in
from app.errors import (
    ConnectionLost,
    NetworkError,
    RoomOffline,
    SidestageError,
    SignerDown,
    SignerError,
    SignerKeyRefused,
    SignerLimited,
    SignerMissing,
    SignerPaid,
    StalledSocket,
)
from app.network.waits import retry_after, wait_asked

ENDED = 4005
WORDS_AT_MOST, WORDS_READ = 120, 1_000  # what follows is not looked at
# A sentence with an address makes no sense without it.
ADVERT = re.compile(r"[^.!?]*\b(?:https?://|www\.)\S*[^.!?]*[.!?]?", re.IGNORECASE)
# A refused upgrade, by HTTP status.
STATUSES: dict[int, tuple[type[SignerError], str, str]] = {
    400: (SignerKeyRefused, "{peer} does not accept the request.", "Check the name and the key."),
    401: (SignerKeyRefused, "{peer} does not accept the key.", "Check it in the settings."),
    402: (SignerPaid, "{peer} wants a paid plan for this.", "Choose another way in."),
    403: (SignerKeyRefused, "{peer} does not allow this with the key.", "Check the plan."),
    404: (SignerMissing, "{peer} has no socket at that address.", "Check the address in the settings."),
}  # fmt: skip

# Close codes of Euler Stream (its SDK, protocol.md b.7); tik.tools took 4005 and 4404 over (b.8).
CLOSES: dict[int, tuple[type[SidestageError], str, str]] = {
    1011: (SignerDown, "{peer} has an error of its own.", ""),
    4006: (StalledSocket, "{peer} heard nothing from TikTok.", ""),
    4400: (SignerKeyRefused, "{peer} does not accept the request.", "Check the name and the key."),
    4401: (SignerKeyRefused, "{peer} does not accept the key.", "Check it in the settings."),
    4403: (SignerKeyRefused, "{peer} does not allow this creator with the key.", "Check the key."),
    4404: (RoomOffline, "{name} is not live.", ""),
    4429: (SignerLimited, "{peer}: too many connections at once.", "Close one of them."),
    4500: (ConnectionLost, "TikTok closed the connection of {peer}.", ""),
    4555: (ConnectionLost, "{peer} ends a connection after 8 hours.", ""),
    4556: (SignerDown, "{peer} got no first messages from TikTok.", ""),
    4557: (SignerDown, "{peer} got no room from TikTok.", ""),
}
LOST = (ConnectionLost, "The connection was lost.", "")


def closed(peer: str, code: int | None, name: str = "The creator") -> SidestageError | None:
    """What a close says about the creator called so; None when the stream has ended."""
    if code == ENDED:
        return None
    made, sentence, hint = CLOSES.get(code or 0, LOST)
    return made(sentence.format(peer=peer, name=name), hint=hint)


def refused(
    peer: str, status: int, headers: Mapping[str, str], *, now_s: float, body: bytes = b""
) -> SidestageError:
    """What an upgrade that was not answered with 101 says: its words first, then its number.

    Args:
        peer: who refused.
        status: the number.
        headers: may tell how long to wait.
        now_s: our clock, for moments they tell.
        body: holds the words.
    """
    said = said_in(body)
    if said and said.kind is not SignerLimited:
        return said.error(peer, "The creator", wait_asked(headers, now=now_s))
    if said or status == HTTPStatus.TOO_MANY_REQUESTS:
        after = retry_after(headers, now=now_s)
        return SignerLimited(f"{peer}: the limit is reached.", retry_after=after)
    if status in STATUSES:
        made, sentence, hint = STATUSES[status]
        return made(sentence.format(peer=peer), hint=hint)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        asked_s = wait_asked(headers, now=now_s)
        return SignerDown(f"{peer} has an error of its own (HTTP {status}).", retry_after=asked_s)
    return NetworkError(f"{peer} refused the socket with HTTP {status}.", hint="Check the address.")


def cleaned(words: str, *secrets: str) -> str:
    """A provider's own words, fit for one line: no advertisements, none of the user's secrets."""
    for secret in filter(None, secrets):
        words = words.replace(secret, "…")
    line = " ".join(
        "".join(one if one.isprintable() else " " for one in ADVERT.sub("", words[:WORDS_READ])).split()
    )
    return line if len(line) <= WORDS_AT_MOST else f"{line[:WORDS_AT_MOST]}…"
