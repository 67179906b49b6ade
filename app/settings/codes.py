"""The kind of choice that names a language."""

from __future__ import annotations

import re

from app.errors import UsageError
from app.frozen import value
from app.settings.kinds import SHOWN, Kind
from app.words import settings as words

LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z][A-Za-z]{1,3})?(@[a-z]{2,10})?")


@value
class Language(Kind):
    """A code as gettext names languages. It becomes part of a path, so that nothing else is taken."""

    metavar = "CODE"

    def read_text(self, text: str) -> str:
        """One code."""
        if LANGUAGE.fullmatch(text):
            return text
        raise UsageError(words.OUT_OF_LIMITS.fill(text=text[:SHOWN], limits=self.limits))

    @property
    def limits(self) -> str:
        """What it looks like."""
        return words.LANGUAGE_CODE
