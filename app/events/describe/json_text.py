"""JSON of one line that stays one line, whatever strangers wrote into it."""

from __future__ import annotations

import json
import re
from typing import Any

from app.events.types.visible import UNWANTED

# JSON allows these as they are. Programs that split lines break at some, terminals obey others, and half of a
# surrogate pair cannot be written at all.
_RAW = re.compile(rf"[\x7f\x85\u2028\u2029\ud800-\udfff{UNWANTED}]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
NO_CHARACTER = "\ufffd"


def dump_json(value: object, **options: Any) -> str:
    """A value as JSON: letters of all scripts as they are, controls and line breaks escaped.

    Args:
        value: of what `json.dumps` takes.
        options: of `json.dumps`.
    """
    text = json.dumps(value, ensure_ascii=False, **options)
    return text if text.isascii() and "\x7f" not in text else _RAW.sub(_escape, text)


def write_ascii(text: str) -> str:
    """The same JSON with everything beyond ASCII escaped, for where only that can be written."""
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return NO_CHARACTER if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"  # noqa: PLR2004 - surrogates
