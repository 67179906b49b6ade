"""Emoji in names: which parts of a text are pictures, and in which colours the parts are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCharFormat, QTextLayout

from app.ui.text import count_utf16

# Drawn as pictures unless something says otherwise (Unicode's Emoji_Presentation).
_PICTURES = (
    "\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f"
    "\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
# A picture with what belongs to it: selectors, skin tones, flags' tags, and others that are joined to it.
_EMOJI = re.compile(
    f"((?:[{_PICTURES}]|.\ufe0f)(?:[{_PICTURES}]|[\ufe0f\u20e3\U000e0020-\U000e007f]|\u200d.)*)", re.DOTALL
)


def has_emoji(text: str) -> bool:
    """Whether there is a picture in it."""
    return not text.isascii() and _EMOJI.search(text) is not None


def split_formats(
    text: str, colour: str, text_colour: str, make_format: Callable[[str], QTextCharFormat]
) -> Iterator[QTextLayout.FormatRange]:
    """Formats of a name in its person's colour, pictures in the colour of text.

    A picture has colours of its own, but Qt keeps drawn glyphs by the pen's colour, for a handful of colours:
    in the colours of many people each emoji is unpacked anew for each row (0.3 ms).

    Args:
        text: what is drawn.
        colour: of the letters.
        text_colour: of the pictures.
        make_format: gives the format of a colour.
    """
    start = 0
    for at, part in enumerate(_EMOJI.split(text)):  # letters and pictures take turns
        formatted = QTextLayout.FormatRange()
        formatted.start, formatted.length = start, count_utf16(part)
        formatted.format = make_format(text_colour if at % 2 else colour)
        start += formatted.length
        yield formatted
