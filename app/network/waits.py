"""How long a server asks to wait, in whatever header it says so."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from app.network.headers import find_header

DAY_S = 86_400.0
TIMESTAMP = 1_000_000_000  # a reset above this is a time, below it seconds to wait
MOST = 1 << 53  # a number above this says nothing, and is too large for the arithmetic of fractions
DEFAULT_WAIT_S, LEAST_WAIT_S = 60.0, 1.0


def read_wait_s(headers: Mapping[str, str], *, now: float) -> float:
    """Read the seconds to wait: Retry-After, else RateLimit-Reset as seconds, or as a time when it is huge.

    Without a number above 0 it is a minute.
    """
    told = (
        _parse_wait(find_header(headers, name))
        for name in ("Retry-After", "RateLimit-Reset", "X-RateLimit-Reset")
    )
    value = next((value for value in told if value is not None), 0.0)
    seconds = limit_wait(value, now)
    return max(seconds, LEAST_WAIT_S) if seconds else DEFAULT_WAIT_S


def find_retry_after(headers: Mapping[str, str], *, now: float) -> float | None:
    """Find the seconds that Retry-After asks for; None where it is not sent."""
    return read_wait_s(headers, now=now) if "Retry-After" in headers else None


def _parse_wait(text: str) -> float | None:
    """Read a number, or the moment of an HTTP date (RFC 9110 10.2.3) in seconds since 1970."""
    try:
        return float(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


def limit_wait(value: float, now: float) -> float:
    """Turn a reset, which is a time or a number of seconds, into seconds from now; at most a day."""
    told = min(value, MOST)
    seconds = told - now if told > TIMESTAMP else told
    return min(max(0.0, seconds), DAY_S) if seconds == seconds else DEFAULT_WAIT_S  # noqa: PLR0124
