"""Settings files of earlier versions, made into today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Entries = dict[str, Any]


def _spread_addresses(entries: Entries) -> Entries:
    """Version 1 kept addresses in a table of their own, and what nobody chose as empty or 0."""
    table = entries.pop("addresses", None)
    chosen = {name: entry for name, entry in entries.items() if entry not in ("", 0, [], None)}
    return (table if isinstance(table, dict) else {}) | chosen


STEPS: tuple[Callable[[Entries], Entries], ...] = (_spread_addresses,)  # from version 1 to 2, and so on
VERSION = len(STEPS) + 1


def migrate(entries: Entries) -> Entries:
    """Entries as this version writes them. Without a version they are of the first."""
    version = entries.get("version", 1)
    first = version if isinstance(version, int) and version >= 1 else 1
    for step in STEPS[first - 1 :]:
        entries = step(dict(entries))
    return entries


def find_version(entries: Mapping[str, Any]) -> int:
    """The version of migrated entries: today's, or the later one that wrote them, which reads them again."""
    version = entries.get("version")
    return version if isinstance(version, int) and version > VERSION else VERSION
