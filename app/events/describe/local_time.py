"""Times as people read them."""

from __future__ import annotations

from datetime import UTC, datetime


def write_clock_time(at_ms: int, form: str) -> str:
    """A local time in strftime's form, empty for one that is not known or that no calendar has.

    Args:
        at_ms: ms since 1970.
        form: as strftime takes it.
    """
    if at_ms <= 0:
        return ""
    try:
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().strftime(form)
    except (ValueError, OverflowError, OSError):
        return ""
