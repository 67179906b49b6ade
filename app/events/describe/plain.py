"""Words of strangers as a line that a terminal may be given."""

from __future__ import annotations

import re

from app.events.describe.json_text import NO_CHARACTER
from app.events.types.visible import FILLERS, UNWANTED

# Scripts and emoji are written with these: joiners, variation selectors of all kinds, the fillers of Hangul
# syllables, the empty Braille cell.
KEPT = "\u034f\u115f\u1160\u180b-\u180d\u180f\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
_CONTROLS = re.compile(rf"(?![{KEPT}])[{UNWANTED}{FILLERS}]")
_BREAKS = re.compile("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_HALF_PAIRS = re.compile("[\ud800-\udfff]")
# Alone they join nothing, and an emoji has at most two in a row.
_IDLE = re.compile(rf"(^|\s)[\u200c\u200d\ufe00-\ufe0f]+|([{KEPT}]{{2}})[{KEPT}]+")


def make_plain(text: str) -> str:
    """Words of strangers on one line, without what a terminal would obey or nobody would see.

    Controls, escape sequences, marks that turn the direction of writing and characters that draw nothing go,
    line breaks become blanks, and what no encoding can write is replaced.
    """
    line = _CONTROLS.sub("", _BREAKS.sub(" ", text))
    return line if line.isascii() else _IDLE.sub(r"\1\2", _HALF_PAIRS.sub(NO_CHARACTER, line))
