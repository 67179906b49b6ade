"""The only place where sentences for people are made: tables of them by what they are about, and `show`."""

from app.words.phrase import (
    Phrase,
    choose_language,
    find_language,
    flatten,
    plural,
    sentence,
    show,
    use_catalogue,
)

__all__ = [
    "Phrase",
    "choose_language",
    "find_language",
    "flatten",
    "plural",
    "sentence",
    "show",
    "use_catalogue",
]
