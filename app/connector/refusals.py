"""Why a provider refuses: the words of its answer go before the number.

The same 404 comes from an address where no provider is, from one that has retired a route, and from one whose
creator is not live.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from app.errors import (
    AgeRestricted,
    NoSuchUser,
    RoomOffline,
    SidestageError,
    SignerEmpty,
    SignerKeyRefused,
    SignerLimited,
    SignerPaid,
)
from app.words import providers as words
from app.words.phrase import Phrase

BODY_READ = 64 * 1024  # bytes; no refusal is longer
WORDS_READ, NESTED_AT_MOST = 500, 4
# Under which names providers explain themselves; others hold labels and advertisements.
EXPLAINING = frozenset(
    {
        "code",
        "description",
        "detail",
        "details",
        "error",
        "error_code",
        "error_message",
        "errors",
        "errorcode",
        "errormessage",
        "message",
        "msg",
        "name",
        "reason",
        "status",
        "title",
        "type",
    }
)


class Refusal(NamedTuple):
    """One thing that a refusal may say.

    Attributes:
        pattern: how providers put it, in lower case.
        kind: what it means.
        sentence: with {peer} for who said it and {name} for the creator.
    """

    pattern: re.Pattern[str]
    kind: type[SidestageError]
    sentence: Phrase
    hint: str = ""

    def make_error(self, peer: str, name: str, retry_after: float | None = None) -> SidestageError:
        """Make the error, with the wait that was asked for."""
        sentence = self.sentence.fill(peer=peer, name=name)
        return self.kind(sentence, hint=self.hint, retry_after=retry_after)


LIVE_FLAGS = ("is_live", "isLive", "live")
# What may be offline, missing or unknown beside a creator.
MACHINE = (
    r"^(?!.*\b(?:agents?|servers?|services?|providers?|workers?|prox(?:y|ies)|nodes?|upstream|endpoints?"
    r"|routes?)\b).*"
)
OFFLINE = re.compile(
    rf"{MACHINE}(?:\b(?:not|isn.?t|no longer)\b.{{0,20}}\b(?:live|online|streaming|broadcasting)\b"
    r"|\bno\b.{0,20}\b(?:live|live ?stream|stream|broadcast)\b"
    r"|\boff[- ]?line\b|\b(?:stream|live|broadcast|room)\b.{0,12}\b(?:ended|finished|over)\b)"
)
NOBODY = re.compile(
    rf"{MACHINE}(?:\b(?:user|creator|streamer|anchor|unique ?id|username|handle)\b.{{0,30}}"
    r"\b(?:not found|doesn.?t exist|does not exist|not exist|unknown)\b"
    r"|\b(?:unable to|could not|couldn.t|can ?not|can.t) find\b.{0,20}\b(?:user|creator|streamer|username)\b"
    r"|\b(?:no such|unknown) (?:user|creator|streamer|username)\b)"
)
ADULTS = re.compile(r"\bage[- ]?(?:restrict|gate|limit|verif)|\b18 ?\+|\badults? only\b")
LIMIT = re.compile(
    r"\brate[- ]?limit|\btoo many (?:requests|connections)\b"
    r"|\b(?:quota|limit)\b.{0,30}\b(?:reached|exceeded|exhausted|used up)\b"
)
KEY = re.compile(
    r"\bapi[- ]?key\b.{0,40}\b(?:invalid|missing|expired|revoked|unknown|required|not)\b"
    r"|\b(?:invalid|missing|expired|revoked|unknown|bad|wrong|no)\b.{0,20}\bapi[- ]?key\b"
)
PAID = re.compile(r"\bpremium\b|\bpaid plan\b|\bpayment required\b|\bupgrade your\b")
EMPTY = re.compile(r"\bempty (?:response )?payload\b")
SAID = (
    Refusal(OFFLINE, RoomOffline, words.NOT_LIVE),
    Refusal(NOBODY, NoSuchUser, words.KNOWS_NOBODY, words.CHECK_SPELLING),
    Refusal(ADULTS, AgeRestricted, words.ROOM_18),
    Refusal(LIMIT, SignerLimited, words.LIMIT_REACHED, words.OWN_KEY),
    Refusal(KEY, SignerKeyRefused, words.KEY_REFUSED, words.CHECK_IT),
    Refusal(PAID, SignerPaid, words.PAID, words.ANOTHER_KEY),
    Refusal(EMPTY, SignerEmpty, words.EMPTY),
)


def find_refusal(body: bytes) -> Refusal | None:
    """Find the refusal that the words of an answer mean; None where the number must decide."""
    told = parse_json(body)
    if isinstance(told, Mapping) and any(told.get(name) is False for name in LIVE_FLAGS):
        return SAID[0]
    texts = [_normalise(text) for text in _walk_explanations(told, NESTED_AT_MOST)]
    return next((said for said in SAID if any(said.pattern.search(text) for text in texts)), None)


def parse_json(body: bytes) -> Any:
    """Parse the JSON of a refusal; its text where it is none, empty for a page."""
    text = body[:BODY_READ].decode("utf-8", "replace").strip()
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return "" if text.startswith("<") else text


def _walk_explanations(told: Any, depth: int) -> Iterator[str]:
    """Walk through the texts that explain something."""
    if isinstance(told, str):
        yield told
    elif depth and isinstance(told, list):
        for one in told:
            yield from _walk_explanations(one, depth - 1)
    elif depth and isinstance(told, dict):
        for name, one in told.items():
            if name.lower() in EXPLAINING:
                yield from _walk_explanations(one, depth - 1)


def _normalise(text: str) -> str:
    """Write a text in lower case, on one line, USER_NOT_FOUND as words."""
    return " ".join(text[:WORDS_READ].lower().replace("_", " ").split())
