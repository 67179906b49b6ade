"""Which language was chosen, before anything is said."""

from __future__ import annotations

import json
import os

from app.files import read_small_file
from app.settings.layers import read_variable
from app.settings.migrations import migrate
from app.settings.options import OPTIONS
from app.settings.store import find_settings_file, read_entries

NAME = "language"


def read_language() -> str:
    """The language that was chosen; empty: what the system says.

    A damaged file names none: whoever reads it for everything else sets it aside and tells of it.

    Raises:
        UsageError: the environment names what cannot be a language.
    """
    language = read_variable(OPTIONS[NAME], os.environ)
    if language is None:
        language = _read_file().get(NAME, OPTIONS[NAME].default)
    return f"{language}"


def _read_file() -> dict[str, object]:
    try:
        entries = json.loads(read_small_file(find_settings_file()))
    except (OSError, ValueError, RecursionError):
        return {}
    return read_entries(migrate(entries)) if isinstance(entries, dict) else {}
