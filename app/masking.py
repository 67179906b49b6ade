"""Takes secrets out of text: those that are known by their value, all others by what stands before them."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote, quote_plus, unquote

MASK = "•••"
SHORTEST = 4  # letters of a value that is looked for: a shorter one would stand in half of all words
MOST_VALUES = 200
_values: dict[str, None] = {}

# What carries secrets: cookies of a log-in, keys and signatures of addresses, headers.
NAMES = (
    r"session[_-]?id\w*|sid_\w+|uid_tt\w*|ssid_\w+|sessionid_ss|tt-target-idc(?:-sign)?|ttwid|ms_?token|odin_tt"
    r"|s_v_web_id|verify_?fp|passport\w*|csrf[\w-]*|tt_csrf_token|x-bogus|x-gnarly|_?signature|x-mssdk\w*"
    r"|(?:[\w-]{0,40}[_-])?(?:api[_-]?key|apikey|secret|password|passwd|passphrase|token|jwt(?:key)?)"
    r"|sign[_-]key|tiktools[_-]key|studio[_-]key|key"
)
LINES = r"(?:proxy-)?authorization|(?:set-)?cookie2?|x-api-key|x-cookie-header|x-set-tt-cookie"
# Between a name and its value: `=`, `": "`, `', b'`, or those percent-encoded; in prose a quote at most.
_JOINT = r"""(?:\\?["'])?\s*(?:[=:]|%3d|%3a|\\?["']\s*,)\s*(?:b?\\?["'])?(?:%22)?"""
PATTERNS = (
    (r"([a-z][a-z0-9+.-]{0,20}(?:://|%3a%2f%2f))(?:[^\s/?#\"'<>]*@|[^\s/?#\"'<>]*?%40)", rf"\1{MASK}@"),
    (rf"\b({LINES})({_JOINT})[^\r\n\"']+", rf"\1\2{MASK}"),
    (
        rf"(?:(?<![a-z0-9])|(?<=%[0-9a-f]{{2}}))({NAMES})({_JOINT})[^\s&;,\"'<>()\[\]{{}}\\]+",
        rf"\1\2{MASK}",
    ),
    (r"\b(bearer|basic)\s+[\w.~+/=-]{6,}", rf"\1 {MASK}"),
    (r"\beyJ[\w-]{6,}\.[\w-]+(?:\.[\w-]*)?", MASK),
    (r"\b[0-9a-f]{32,}\b", MASK),
)


def remember_secret(value: str) -> None:
    """Take this value, and what it consists of, out of every text from now on; a short one is none."""
    for one in (value, *value.split(":")):
        if len(one) >= SHORTEST and one not in _values:
            _values[one] = None
    while len(_values) > MOST_VALUES:
        del _values[next(iter(_values))]


def remember_address(address: str) -> None:
    """Take the name and password of an address out of every text from now on, if it has such."""
    person = address.partition("://")[2].rpartition("@")[0]
    for one in (person, *person.split(":")):
        remember_secret(one)
        remember_secret(unquote(one))
    if person:
        remember_secret(b64encode(unquote(person).encode(errors="replace")).decode())


@cache
def _compile_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Made when something is masked first: a start without a fault needs none of them."""
    return tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in PATTERNS)


def mask(text: str) -> str:
    """The text without secrets; the folder of the user is `~`.

    Args:
        text: anything: messages, tracebacks, addresses, headers.
    """
    for home in list_spellings((str(Path.home()),)):
        text = text.replace(home, "~")
    spellings = sorted({*list_spellings(_values)}, key=len, reverse=True)
    if spellings:
        text = re.sub("|".join(map(re.escape, spellings)), MASK, text, flags=re.IGNORECASE)
    for pattern, instead in _compile_patterns():
        text = pattern.sub(instead, text)
    return text


def list_spellings(values: Iterable[str], shortest: int = SHORTEST) -> Iterator[str]:
    """Each value as it stands in text, addresses, JSON and what Python shows of texts; no shorter ones."""
    for value in values:
        if len(value) < shortest:
            continue
        sent = value.encode(errors="surrogatepass")
        yield value
        yield quote(sent, safe="")
        yield quote(sent)
        yield quote_plus(sent)
        yield json.dumps(value)[1:-1]
        yield repr(value)[1:-1]
        yield ascii(value)[1:-1]
        yield repr(sent)[2:-1]
