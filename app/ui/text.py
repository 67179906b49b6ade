"""Makes words that strangers wrote safe to draw.

Names and comments may hold anything: markup, line breaks, characters that turn the direction of what follows,
towers of accents. Here they become one line of plain text of bounded length. Joiners and variation selectors
stay, since emoji families and Persian are written with them.
"""

from __future__ import annotations

import html
import re

from app.events.types.visible import UNWANTED, is_visible
from app.words.discretion import HIDDEN_HANDLE, is_discreet

NAME_LIMIT = 40
TEXT_LIMIT = 500
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_HALF_PAIRS = "\ud800-\udfff"  # which no encoding can write
_UNWANTED = re.compile(f"[{UNWANTED}{_HALF_PAIRS}]")
_SPACES = re.compile(r"\s+")
# Marks that stack on a letter without limit; scripts that need theirs (Thai, Devanagari, ...) are elsewhere.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWER = re.compile(f"({_MARK}{{3}}){_MARK}+")
_FIELD = re.compile("\u2068([^\u2066-\u2069]*)\u2069")
# Of no script and left alone by `clean`: they stand for the marks of fields meanwhile.
_BEGIN, _END = "\ufdd0", "\ufdd1"
_TO_MARKS = str.maketrans({_BEGIN: FIRST_STRONG_ISOLATE, _END: POP_ISOLATE})
# Anything of which the clean line would be another one.
_ODD = re.compile(f"[{UNWANTED}{_HALF_PAIRS}]|[^\\S ]| (?=\\s)|^ | $|{_MARK}{{4}}")


def clean(words: str, limit: int = TEXT_LIMIT) -> str:
    """One line of plain text of at most `limit` characters; empty where nothing of it could be seen."""
    if len(words) <= limit and _ODD.search(words) is None:
        line = words  # as nearly all are
    else:
        line = _TOWER.sub(r"\1", _SPACES.sub(" ", _UNWANTED.sub("", words[: 4 * limit])).strip())
    if not line.isascii() and not is_visible(line, limit):
        return ""
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def clean_isolated(words: str, limit: int = TEXT_LIMIT) -> str:
    """Clean words that keep their own direction and leave that of their neighbours alone."""
    return isolate(clean(words, limit))


def clean_sentence(words: str, limit: int = TEXT_LIMIT) -> str:
    """As `clean`, of a sentence of ours: names in it that were isolated still are, each by itself."""
    if FIRST_STRONG_ISOLATE not in words:
        return clean(words, limit)
    marked = _FIELD.sub(f"{_BEGIN}\\1{_END}", words.replace(_BEGIN, "").replace(_END, ""))
    line = clean(marked, limit)
    is_open = line.count(_BEGIN) > line.count(_END)  # the limit cut a name
    return f"{line[: limit - 1] if is_open else line}{_END if is_open else ''}".translate(_TO_MARKS)


def write_handle(unique_id: str, limit: int = TEXT_LIMIT) -> str:
    """@name, or nothing where it is not known; in streamer mode only that there is one."""
    if not unique_id:
        return ""
    return HIDDEN_HANDLE if is_discreet() else f"@{clean(unique_id, limit)}"


def isolate(words: str) -> str:
    """Words between marks that keep their direction apart from that of their neighbours."""
    return f"{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}"


def write_tooltip(*parts: str) -> str:
    """Words for a tooltip; of several parts, from left to right, each keeps its own direction.

    Qt guesses whether one is markup, so it is made markup that says the same.
    """
    several = len(parts) > 1
    lines = [isolate(clean_sentence(part)) for part in parts if part]
    line = "  ".join(lines) if several else clean_sentence("".join(parts))
    direction = " dir='ltr'" if several else ""  # else Qt takes the first letter's, isolated or not
    return f"<p{direction} style='white-space:pre-wrap'>{html.escape(line)}</p>"


def count_utf16(words: str) -> int:
    """Length in Qt's units: characters outside the basic plane, emoji for one, count twice."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2
