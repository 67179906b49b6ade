"""Sentences for people: English where they are made, in the user's language where they are shown.

A phrase is its English text, so that logs, JSON and comparisons take it as it is, and remembers the sentence
and the values it was made from, so that `show` can say the same in another language (gettext).
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from app.words.discretion import hide_handles, hide_value, is_discreet

DOMAIN = "sidestage"
CATALOGUES = Path(__file__).resolve().parent / "catalogues"
CLAUSES = ("clause", "small")
CLAUSE_PLACE = re.compile(f":(?:{'|'.join(CLAUSES)})}}")
NO_VALUES: Mapping[str, Any] = MappingProxyType({})


class Phrase(str):
    """A sentence with named places, empty or filled.

    Attributes:
        one: the English sentence, for one thing where it has a plural.
        many: the same for several; empty where there is no plural.
        values: what stands in the places, by name; a phrase among them is shown in its turn. `count` decides
            between one and many.
    """

    __slots__ = ("many", "one", "values")
    one: str
    many: str
    values: Mapping[str, Any]

    def __new__(cls, one: str, many: str = "", values: Mapping[str, Any] = NO_VALUES) -> Self:
        """English, as it stands in logs and JSON."""
        text = many if many and values.get("count") != 1 else one
        phrase = super().__new__(cls, _put_in(text, values) if values else text)
        phrase.one, phrase.many, phrase.values = one, many, values
        return phrase

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, str, dict[str, Any]]]:
        """For copies and pickles."""
        return Phrase, (self.one, self.many, dict(self.values))

    def fill(self, **values: Any) -> Phrase:
        """The sentence with something in its places.

        Raises:
            KeyError: a place has no value.
        """
        return Phrase(self.one, self.many, values)


def sentence(text: str) -> Phrase:
    """Make a sentence; its places are `{name}`, with a format where one is needed: `{seconds:.0f}`.

    A place for another sentence may be `{name:clause}`, which leaves out its full stop, or `{name:small}`,
    which also begins it with a small letter.
    """
    return Phrase(text)


def plural(one: str, many: str) -> Phrase:
    """Make a sentence of two forms: `fill(count=…)` chooses."""
    return Phrase(one, many)


NUMBER = sentence("1,234.5")  # tells how a language writes its numbers


def show(text: str) -> str:
    """A text in the user's language; what is no phrase stays as it is: names, numbers, words of strangers."""
    if not isinstance(text, Phrase):
        return text
    if is_discreet():
        values = {name: hide_value(name, one) for name, one in text.values.items()}
        return hide_handles(_translate(Phrase(text.one, text.many, values)))
    return text if _language is ENGLISH else _translate(text)


def _translate(text: Phrase) -> str:
    """A phrase in the user's language."""
    if text.many:
        words = _language.ngettext(text.one, text.many, text.values.get("count", 0))
    else:
        words = _language.gettext(text.one)
    if not text.values:
        return words
    return _put_in(words, {name: _show_value(one) for name, one in text.values.items()})


def _show_value(value: Any) -> Any:
    if isinstance(value, str):
        return show(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _Whole(value)
    return _Real(value) if isinstance(value, float) else value


class _Whole(int):
    """A number that a place writes as the language does."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return super().__format__(form).translate(_separators)


class _Real(float):
    """The same with decimals."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return super().__format__(form).translate(_separators)


class _Clause(str):
    """A text that a place may take as part of a longer sentence."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        if form not in CLAUSES:
            return super().__format__(form)
        text = self.rstrip(". ")
        return text[:1].lower() + text[1:] if form == "small" else text


def _put_in(text: str, values: Mapping[str, Any]) -> str:
    """The text with its places filled."""
    if CLAUSE_PLACE.search(text):
        values = {name: _Clause(one) if isinstance(one, str) else one for name, one in values.items()}
    return text.format_map(values)


def flatten(text: str) -> str:
    """The same on one line: words of strangers in it may have brought line breaks."""
    if not isinstance(text, Phrase):
        return " ".join(text.split())
    values = {name: flatten(one) if isinstance(one, str) else one for name, one in text.values.items()}
    return Phrase(text.one, text.many, values) if values else text


def choose_language(*languages: str) -> None:
    """Show phrases in the first of these languages that has a catalogue from now on; English where none has.

    Args:
        languages: codes, such as `de` or `pt_BR`; empty: what the environment says (LANGUAGE, LANG).
    """
    chosen = [one for one in languages if one] or None
    use_catalogue(gettext.translation(DOMAIN, CATALOGUES, chosen, fallback=True))


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Show phrases by this catalogue from now on."""
    global _language, _separators  # noqa: PLW0603 - a process speaks one language
    _language = ENGLISH if type(catalogue) is gettext.NullTranslations else catalogue
    number = _language.gettext(NUMBER.one)
    is_whole = len(number) == len(NUMBER.one)
    _separators = str.maketrans(",.", number[1] + number[-2]) if is_whole else {}


def find_language() -> str:
    """The code of the language in which phrases are shown; empty for English."""
    return f"{_language.info().get('language', '')}"


ENGLISH = gettext.NullTranslations()
_language: gettext.NullTranslations = ENGLISH
_separators: dict[int, int] = {}
