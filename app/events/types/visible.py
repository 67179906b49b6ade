"""Whether words show anything: names and comments may be made of characters that draw nothing."""

from __future__ import annotations

import re

# What is never drawn and may turn the direction of what follows: controls, direction marks, embeddings,
# overrides, isolates, the soft hyphen, the byte order mark. As the inside of a class of a pattern.
UNWANTED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc"
)
# Blank too, but of use between other characters: joiners, variation selectors, fillers of Hangul and Khmer,
# the empty Braille cell, shorthand and musical format controls, tags.
FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
READ = 160  # characters of a name that are looked at, as many as the window reads of one
_VISIBLE = re.compile(rf"[^\s{UNWANTED}{FILLERS}]")


def is_visible(words: str, within: int = READ) -> bool:
    """Whether anything can be seen of the first `within` characters."""
    return _VISIBLE.search(words, 0, within) is not None
