"""How arrangements stand in the settings: data with a version, of which everything odd is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.ui.layout.arrangement import Arrangement, Moved, Shares
from app.ui.layout.profiles import PROFILES

VERSION = 1
MOST = 40  # entries of one kind that are read, and letters of a name
LARGEST = 1e6  # share


def read_arrangements(kept: object) -> dict[str, Arrangement]:
    """Read arrangements by the names of their profiles: rows of PROFILES that were changed, and own ones."""
    if not isinstance(kept, Mapping) or kept.get("version") != VERSION:
        return {}
    read = {name: _read_arrangement(name, one) for name, one in _list_entries(kept.get("profiles"))}
    return {name: one for name, one in read.items() if one is not None}


def put_arrangement(name: str, arrangement: Arrangement | None) -> Callable[[Any], Any]:
    """A change of what is kept: that profile is like this; None takes it out."""

    def change(kept: object) -> dict[str, Any]:
        is_ours = isinstance(kept, Mapping) and kept.get("version") == VERSION
        profiles = dict(_list_entries(kept.get("profiles"))) if isinstance(kept, Mapping) and is_ours else {}
        profiles.pop(name, None)
        if arrangement is not None:
            profiles[name] = _write_arrangement(arrangement)
        return {"version": VERSION, "profiles": profiles}

    return change


def _write_arrangement(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "base": arrangement.base,
        "hidden": sorted(arrangement.hidden),
        "shown": sorted(arrangement.shown),
        "moved": {
            form: {
                split: {part: list(pair) for part, pair in shares.items()} for split, shares in splits.items()
            }
            for form, splits in (arrangement.moved or {}).items()
        },
    }


def _read_arrangement(name: str, entry: object) -> Arrangement | None:
    """An arrangement; None where it cannot be told what it began as."""
    if not isinstance(entry, Mapping):
        return None
    base = name if name in PROFILES else entry.get("base")
    if not isinstance(base, str) or base not in PROFILES:
        return None
    hidden, shown = _read_names(entry.get("hidden")), _read_names(entry.get("shown"))
    return Arrangement(base, hidden, shown - hidden, _read_moved(entry.get("moved")))


def _read_moved(entry: object) -> Moved | None:
    moved = {
        form: {split: _read_shares(shares) for split, shares in _list_entries(splits)}
        for form, splits in _list_entries(entry)
    }
    return moved or None


def _read_shares(entry: object) -> Shares:
    return {part: (pair[0], pair[1]) for part, pair in _list_entries(entry) if _is_pair(pair)}


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list | tuple) and len(pair) == 2 and all(map(_is_share, pair)) and any(pair)  # noqa: PLR2004


def _is_share(share: object) -> bool:
    if isinstance(share, bool) or not isinstance(share, int | float):
        return False
    return 0 <= share <= LARGEST  # no number is neither


def _list_entries(entry: object) -> Iterator[tuple[str, Any]]:
    """The first entries of what should be an object, whose names are no longer than names are."""
    items = list(entry.items())[:MOST] if isinstance(entry, Mapping) else []
    return ((name, one) for name, one in items if isinstance(name, str) and len(name) <= MOST)


def _read_names(entry: object) -> frozenset[str]:
    names = entry[:MOST] if isinstance(entry, list | tuple) else ()
    return frozenset(name for name in names if isinstance(name, str))
