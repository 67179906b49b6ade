"""Whether a comment asks something, as far as its first and last words tell. Pure, and bounded."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from app.state.question_words import (
    BEGINNINGS,
    ENDINGS,
    EXCLAMATIONS,
    KOREAN_STATEMENTS,
    LANGUAGES,
    POLITE,
    TURKISH_PARTICLES,
)

LOOKED_AT = 300  # characters at each end
MARKS = "?\uff1f\u061f\u037e\u2047\u2048\u2049\u203d\u055e\u1367"
GREEK_MARK, CALLS = ";", "!\uff01"
INVERTED = "\u00bf"
HANGUL, OF_ONE_VOWEL, FINAL_B = 0xAC00, 28, 17  # how syllables of Hangul are numbered

# A lone "?" asks nothing that could be answered: there are two letters at least.
_letters = re.compile(r"[^\W_].*?[^\W_]", re.DOTALL)
_greek = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_address = re.compile(r"(?:https?://|www\.)\S+")
_mentions = re.compile(r"(?:\s*@[\w.]+[,:]?)+\s*")
_word = re.compile(r"[^\s,.!?;:…]+")
_PARTICLES = tuple(f" {one}" for one in TURKISH_PARTICLES)
_PLAIN_PARTICLES = tuple(one for one in _PARTICLES if one.isascii())


def is_question(text: str) -> bool:
    """Whether a comment asks something.

    A question mark near the end decides, or the way a question begins or ends in its language. A question
    word alone does not: "what a goal" and "how cute" are exclamations, and so is what ends in "!".
    """
    line = _take_ends(text)
    if "http" in line or "www." in line:
        line = _address.sub("", line)
    body, tail = _split_tail(line)
    if _letters.search(body) is None:
        return False
    if any(mark in tail for mark in MARKS) or INVERTED in body:
        return True
    if GREEK_MARK in tail and _greek.search(body):
        return True
    return not any(mark in tail for mark in CALLS) and _has_words_of_question(body.casefold())


def _take_ends(text: str) -> str:
    """A text that is not too long, or its beginning and its end."""
    return text if len(text) <= 2 * LOOKED_AT else f"{text[:LOOKED_AT]} {text[-LOOKED_AT:]}"


def _split_tail(line: str) -> tuple[str, str]:
    """What is said, and what stands behind the last letter: marks, emoji, accents of some scripts."""
    end = len(line)
    while end and not line[end - 1].isalnum():
        end -= 1
    return line[:end], line[end:]


_ENDINGS = tuple(_split_tail(one)[0] for one in ENDINGS)


def _has_words_of_question(line: str) -> bool:
    """Whether it begins or ends as a question does."""
    if line.lstrip().startswith("@"):
        line = _mentions.sub("", line, count=1)
    if line.startswith(EXCLAMATIONS):
        return False
    words = [one[0] for one in islice(_word.finditer(line), 2)]
    return (len(words) > 1 and _is_opening(*words)) or _is_ending(line)


def _is_opening(first: str, second: str) -> bool:
    """Whether these are the first words of a question."""
    openings = _gather_openings()
    return first in openings or f"{first} {second}" in openings


def _is_ending(line: str) -> bool:
    """Whether the last letters are those of a question."""
    if line.isascii():
        return line.endswith(_PLAIN_PARTICLES)
    if line.startswith(BEGINNINGS) or line.endswith(_PARTICLES):
        return True
    bare = line
    for word in POLITE:
        bare = _split_tail(bare.removesuffix(word))[0]
    return bare.endswith(_ENDINGS) or _is_korean_question(line)


def _is_korean_question(line: str) -> bool:
    """Whether it ends in -kka or -ni, but in none of the words that do so by chance."""
    if line.endswith("니까"):
        before = ord(line[-3]) - HANGUL if len(line) > 2 else 0  # noqa: PLR2004 - the ending, and one more
        return before > 0 and before % OF_ONE_VOWEL == FINAL_B
    return line.endswith(("까", "니")) and not line.endswith(KOREAN_STATEMENTS)


@cache
def _gather_openings() -> frozenset[str]:
    """The first one or two words of questions in any language."""
    pairs = {
        f"{asker} {verb}"
        for language in LANGUAGES
        for asker in language.askers.split()
        for verb in language.verbs.split()
    }
    return frozenset(pairs.union(*(language.phrases for language in LANGUAGES)))
