"""Languages that nobody speaks: words of ours are marked and longer, so that what was forgotten is seen."""

import gettext
import re

OPEN, CLOSE = "⟦", "⟧"
RTL = "\N{ARABIC LETTER BEH}"
PLACES = re.compile(r"(\{[^}]*\})")
LONGER = 0.4


class Pseudo(gettext.NullTranslations):
    """Marked and two fifths longer, or written from right to left."""

    def __init__(self, *, is_rtl=False):
        super().__init__()
        self._is_rtl = is_rtl

    def gettext(self, message):
        return f"{OPEN}{self._translate(message)}{CLOSE}" if message else message

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)

    def _translate(self, message):
        if not self._is_rtl:
            return message + "~" * max(1, round(LONGER * len(PLACES.sub("", message))))
        parts = PLACES.split(message)
        return "".join(part if PLACES.fullmatch(part) else re.sub(r"[A-Za-z]", RTL, part) for part in parts)
