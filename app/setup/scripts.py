"""Which scripts people write in, a few letters of each, and the Debian package whose fonts have them."""

from __future__ import annotations

from typing import NamedTuple

from app.words import sentence

NOTO, CJK, EMOJI = "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"


class FontScript(NamedTuple):
    """A script: letters that only its fonts have, and the package that brings one."""

    letters: str
    package: str


SCRIPTS: dict[str, FontScript] = {
    sentence("Latin, Greek and Cyrillic"): FontScript("AzÄłΩЯ", NOTO),
    sentence("Arabic"): FontScript("مرحبا", NOTO),
    sentence("Hebrew"): FontScript("שלום", NOTO),
    sentence("Thai"): FontScript("สวัสดี", NOTO),
    sentence("Devanagari"): FontScript("नमस्ते", NOTO),
    sentence("Bengali"): FontScript("নমস্কার", NOTO),
    sentence("Tamil"): FontScript("வணக்கம்", NOTO),
    sentence("Telugu"): FontScript("నమస్తే", NOTO),
    sentence("Kannada"): FontScript("ನಮಸ್ತೆ", NOTO),
    sentence("Malayalam"): FontScript("നമസ്കാരം", NOTO),
    sentence("Gujarati"): FontScript("નમસ્તે", NOTO),
    sentence("Gurmukhi"): FontScript("ਸਤ", NOTO),
    sentence("Odia"): FontScript("ନମସ୍କାର", NOTO),
    sentence("Sinhala"): FontScript("ආයුබෝවන්", NOTO),
    sentence("Khmer"): FontScript("សួស្តី", NOTO),
    sentence("Lao"): FontScript("ສະບາຍດີ", NOTO),
    sentence("Myanmar"): FontScript("မင်္ဂလာပါ", NOTO),
    sentence("Ethiopic"): FontScript("ሰላም", NOTO),
    sentence("Georgian"): FontScript("გამარჯობა", NOTO),
    sentence("Armenian"): FontScript("Բարեւ", NOTO),
    sentence("symbols"): FontScript("★☎♛⚔", NOTO),
    sentence("mathematical letters"): FontScript("𝐀𝓑𝕮𝟙", NOTO),
    sentence("Chinese, Japanese and Korean"): FontScript("漢字かなカナ한글", CJK),
    sentence("emoji"): FontScript("😀🎁🏴", EMOJI),
}
