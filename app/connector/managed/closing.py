"""What it means when a provider refuses the socket or closes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus

from app.connector.refusals import find_refusal
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
from app.network.waits import find_retry_after, read_wait_s
from app.words import connector as connector_words
from app.words import providers as words
from app.words.phrase import Phrase

ENDED = 4005
WORDS_AT_MOST, WORDS_READ = 120, 1_000  # what follows is not looked at
# A sentence with an address makes no sense without it.
ADVERT = re.compile(r"[^.!?]*\b(?:https?://|www\.)\S*[^.!?]*[.!?]?", re.IGNORECASE)
# A refused upgrade, by HTTP status.
STATUSES: dict[int, tuple[type[SignerError], Phrase, str]] = {
    400: (SignerKeyRefused, words.REQUEST_REFUSED, words.CHECK_NAME_AND_KEY),
    401: (SignerKeyRefused, words.KEY_REFUSED, words.CHECK_KEY_IN_SETTINGS),
    402: (SignerPaid, words.PAID, words.CHOOSE_OTHER),
    403: (SignerKeyRefused, words.NOT_ALLOWED, words.CHECK_PLAN),
    404: (SignerMissing, words.NO_SOCKET, words.CHECK_ADDRESS_IN_SETTINGS),
}

# Close codes of Euler Stream (its SDK, protocol.md b.7); tik.tools took 4005 and 4404 over (b.8).
CLOSES: dict[int, tuple[type[SidestageError], Phrase, str]] = {
    1011: (SignerDown, words.OWN_ERROR, ""),
    4006: (StalledSocket, words.HEARD_NOTHING, ""),
    4400: (SignerKeyRefused, words.REQUEST_REFUSED, words.CHECK_NAME_AND_KEY),
    4401: (SignerKeyRefused, words.KEY_REFUSED, words.CHECK_KEY_IN_SETTINGS),
    4403: (SignerKeyRefused, words.CREATOR_NOT_ALLOWED, words.CHECK_KEY),
    4404: (RoomOffline, words.NOT_LIVE, ""),
    4429: (SignerLimited, words.TOO_MANY, words.CLOSE_ONE),
    4500: (ConnectionLost, words.TIKTOK_CLOSED, ""),
    4555: (ConnectionLost, words.EIGHT_HOURS, ""),
    4556: (SignerDown, words.NO_FIRST_MESSAGES, ""),
    4557: (SignerDown, words.NO_ROOM, ""),
}
LOST = (ConnectionLost, connector_words.LOST, "")


def make_close_error(
    peer: str, code: int | None, name: str = connector_words.THE_CREATOR
) -> SidestageError | None:
    """Make the error for a close code; None when the stream has ended."""
    if code == ENDED:
        return None
    made, sentence, hint = CLOSES.get(code or 0, LOST)
    return made(sentence.fill(peer=peer, name=name), hint=hint)


def make_refusal_error(
    peer: str, status: int, headers: Mapping[str, str], *, now_s: float, body: bytes = b""
) -> SidestageError:
    """Make the error for an upgrade that was not answered with 101: by its words, else by its number.

    Args:
        peer: who refused.
        status: the number.
        headers: may tell how long to wait.
        now_s: our clock, for moments they tell.
        body: holds the words.
    """
    said = find_refusal(body)
    if said and said.kind is not SignerLimited:
        return said.make_error(peer, connector_words.THE_CREATOR, find_retry_after(headers, now=now_s))
    if said or status == HTTPStatus.TOO_MANY_REQUESTS:
        after = read_wait_s(headers, now=now_s)
        return SignerLimited(words.LIMIT_REACHED.fill(peer=peer), retry_after=after)
    if status in STATUSES:
        made, sentence, hint = STATUSES[status]
        return made(sentence.fill(peer=peer), hint=hint)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        asked_s = find_retry_after(headers, now=now_s)
        return SignerDown(words.OWN_ERROR_HTTP.fill(peer=peer, status=status), retry_after=asked_s)
    refusal = words.SOCKET_REFUSED.fill(peer=peer, status=status)
    return NetworkError(refusal, hint=words.CHECK_ADDRESS)


def clean_words(text: str, *secrets: str) -> str:
    """Make a provider's words fit for one line, without advertisements and the user's secrets."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "…")
    line = " ".join(
        "".join(one if one.isprintable() else " " for one in ADVERT.sub("", text[:WORDS_READ])).split()
    )
    return line if len(line) <= WORDS_AT_MOST else f"{line[:WORDS_AT_MOST]}…"
