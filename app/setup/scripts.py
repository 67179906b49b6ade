"""Which scripts people write in, a few letters of each, and the Debian package whose fonts have them."""

from __future__ import annotations

from typing import NamedTuple

from app.words import sentence

NOTO, CJK, EMOJI = "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"


class Script(NamedTuple):
    """A script: letters that only its fonts have, and the package that brings one."""

    letters: str
    package: str


SCRIPTS: dict[str, Script] = {
    sentence("Latin, Greek and Cyrillic"): Script("AzÄłΩЯ", NOTO),
    sentence("Arabic"): Script("مرحبا", NOTO),
    sentence("Hebrew"): Script("שלום", NOTO),
    sentence("Thai"): Script("สวัสดี", NOTO),
    sentence("Devanagari"): Script("नमस्ते", NOTO),
    sentence("Bengali"): Script("নমস্কার", NOTO),
    sentence("Tamil"): Script("வணக்கம்", NOTO),
    sentence("Telugu"): Script("నమస్తే", NOTO),
    sentence("Kannada"): Script("ನಮಸ್ತೆ", NOTO),
    sentence("Malayalam"): Script("നമസ്കാരം", NOTO),
    sentence("Gujarati"): Script("નમસ્તે", NOTO),
    sentence("Gurmukhi"): Script("ਸਤ", NOTO),
    sentence("Odia"): Script("ନମସ୍କାର", NOTO),
    sentence("Sinhala"): Script("ආයුබෝවන්", NOTO),
    sentence("Khmer"): Script("សួស្តី", NOTO),
    sentence("Lao"): Script("ສະບາຍດີ", NOTO),
    sentence("Myanmar"): Script("မင်္ဂလာပါ", NOTO),
    sentence("Ethiopic"): Script("ሰላም", NOTO),
    sentence("Georgian"): Script("გამარჯობა", NOTO),
    sentence("Armenian"): Script("Բարեւ", NOTO),
    sentence("symbols"): Script("★☎♛⚔", NOTO),
    sentence("mathematical letters"): Script("𝐀𝓑𝕮𝟙", NOTO),
    sentence("Chinese, Japanese and Korean"): Script("漢字かなカナ한글", CJK),
    sentence("emoji"): Script("😀🎁🏴", EMOJI),
}
