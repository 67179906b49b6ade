"""Which scripts people write in, a few letters of each, and the Debian package whose fonts have them."""

from __future__ import annotations

from typing import NamedTuple

NOTO, CJK, EMOJI = "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"


class Script(NamedTuple):
    """A script: letters that only its fonts have, and the package that brings one."""

    letters: str
    package: str


SCRIPTS: dict[str, Script] = {
    "Latin, Greek and Cyrillic": Script("AzÄłΩЯ", NOTO),
    "Arabic": Script("مرحبا", NOTO),
    "Hebrew": Script("שלום", NOTO),
    "Thai": Script("สวัสดี", NOTO),
    "Devanagari": Script("नमस्ते", NOTO),
    "Bengali": Script("নমস্কার", NOTO),
    "Tamil": Script("வணக்கம்", NOTO),
    "Telugu": Script("నమస్తే", NOTO),
    "Kannada": Script("ನಮಸ್ತೆ", NOTO),
    "Malayalam": Script("നമസ്കാരം", NOTO),
    "Gujarati": Script("નમસ્તે", NOTO),
    "Gurmukhi": Script("ਸਤ", NOTO),
    "Odia": Script("ନମସ୍କାର", NOTO),
    "Sinhala": Script("ආයුබෝවන්", NOTO),
    "Khmer": Script("សួស្តី", NOTO),
    "Lao": Script("ສະບາຍດີ", NOTO),
    "Myanmar": Script("မင်္ဂလာပါ", NOTO),
    "Ethiopic": Script("ሰላም", NOTO),
    "Georgian": Script("გამარჯობა", NOTO),
    "Armenian": Script("Բարեւ", NOTO),
    "symbols": Script("★☎♛⚔", NOTO),
    "mathematical letters": Script("𝐀𝓑𝕮𝟙", NOTO),
    "Chinese, Japanese and Korean": Script("漢字かなカナ한글", CJK),
    "emoji": Script("😀🎁🏴", EMOJI),
}
