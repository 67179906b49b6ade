"""What is left at the sign provider, and when that is too little to go on by ourselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.access.endpoints import Endpoints
from app.errors import QuotaLow, SidestageError
from app.events import Quota
from app.network.headers import find_header
from app.network.waits import DAY_S, MOST, limit_wait, read_wait_s
from app.network.web import Web
from app.words import connector as words
from app.words.phrase import Phrase

SPANS = {"minute": 60.0, "hour": 3600.0, "day": DAY_S}
KEPT = 0.2  # of a quota, for when the user presses Connect (tiktok-live-stats stops at 80 % too)


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the quota.

    Attributes:
        span: `minute`, `hour` or `day`; empty when not told.
        reset_s: seconds until it is renewed, from now.
    """

    span: str
    limit: int
    left: int
    reset_s: float

    @property
    def is_low(self) -> bool:
        """Whether four fifths are used."""
        return self.left <= self.limit * KEPT

    @property
    def usage(self) -> Phrase:
        """How much is used: 17 of 30 this hour."""
        return words.USED[self.span].fill(used=self.limit - self.left, limit=self.limit)

    def event(self, now_ms: int) -> Quota:
        """Make the event for the window."""
        reset_ms = now_ms + round(self.reset_s * 1000)
        return Quota(at_ms=now_ms, span=self.span, limit=self.limit, left=self.left, reset_ms=reset_ms)


async def ask_quota(web: Web, endpoints: Endpoints, headers: Mapping[str, str], now_s: float) -> list[Period]:
    """Ask the limits endpoint (protocol.md b.3); empty for a provider that has none."""
    try:
        answer = await web.get(f"{endpoints.sign_url}/webcast/rate_limits", None, headers)
        return read_periods(answer.json(), now_s) if answer.status == 200 else []  # noqa: PLR2004
    except SidestageError:
        return []


def read_periods(told: Any, now_s: float) -> list[Period]:
    """Read the periods that make sense, of `{"day": {"max", "remaining", "reset_at"}, …}`."""
    spans = told if isinstance(told, dict) else {}
    found = ((span, spans.get(span)) for span in SPANS)
    return [
        left
        for span, period in found
        if isinstance(period, dict) and (left := _read_period(span, period, now_s))
    ]


def _read_period(span: str, period: Mapping[str, Any], now_s: float) -> Period | None:
    limit, left = period.get("max"), period.get("remaining")
    if not (isinstance(limit, int) and isinstance(left, int)):
        return None
    reset = period.get("reset_at")
    until = limit_wait(reset, now_s) if isinstance(reset, int | float) else SPANS[span]
    return Period(span, limit, left, until) if is_plausible(limit, left) else None


def is_plausible(limit: int, left: int) -> bool:
    """Whether these can be the numbers of a quota."""
    return 0 < limit < MOST and 0 <= left < MOST


def read_headers(headers: Mapping[str, str], now_s: float) -> list[Period]:
    """Read the period that an answer's RateLimit-… headers tell (protocol.md b.2); the span is not told."""
    try:
        limit, left = (
            int(find_header(headers, "RateLimit-Limit")),
            int(find_header(headers, "RateLimit-Remaining")),
        )
    except ValueError:
        return []
    return [Period("", limit, left, read_wait_s(headers, now=now_s))] if is_plausible(limit, left) else []


def drop_renewed(quota: list[Period], passed_s: float) -> list[Period]:
    """Take periods that were read so long ago, without those that were renewed since."""
    return [replace(left, reset_s=left.reset_s - passed_s) for left in quota if left.reset_s > passed_s]


def check_quota(quota: list[Period]) -> None:
    """Refuse to spend a signature for an attempt that nobody asked for, when little is left.

    Raises:
        QuotaLow: four fifths of a period are used; says which and when it is renewed.
    """
    low = max((left for left in quota if left.is_low), key=lambda left: left.reset_s, default=None)
    if low is None:
        return
    raise QuotaLow(
        words.MOST_IS_USED.fill(used=low.usage),
        hint=words.REST_IS_KEPT,
        retry_after=max(low.reset_s, 1.0),
    )
