"""Which keys do what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.settings.options.row import make_row, make_subject
from app.settings.window_kinds import KeyTable
from app.words import sentence


@make_subject
class KeyChoices:
    """Choices of keys."""

    keys: Mapping[str, Any] | None = make_row(
        KeyTable(),
        None,
        "shortcuts",
        sentence("keys that are others than in docs/shortcuts.md, by the name of the action"),
        caption=sentence("Keys"),
    )
