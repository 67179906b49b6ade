"""What numbers of strangers may be: times that a calendar shows, lengths, amounts. Others were not told."""

from __future__ import annotations

# A time in seconds that is read as ms would lie in 1973 or before. Every capture has ms.
SECONDS_BELOW = 100_000_000_000
EARLIEST_MS, LATEST_MS = 946_684_800_000, 4_102_444_800_000  # 2000 and 2100
# A message's own time and that of its receipt: captures are read years later, and clocks of machines lag.
FAR_MS = 5 * 365 * 86_400_000
LONGEST_S = 7 * 86_400  # of a battle, a round, a pin


def read_time_ms(moment: int) -> int:
    """A time in ms, whichever of seconds and ms it was told in; 0 when not told or outside of 2000-2100."""
    told_ms = bound_time_ms(moment if moment >= SECONDS_BELOW else moment * 1000)
    return told_ms if told_ms >= EARLIEST_MS else 0


def bound_time_ms(moment_ms: int) -> int:
    """A stranger's time in ms; 0 for one that no calendar shows: µs and ns are taken for ms otherwise."""
    return moment_ms if 0 < moment_ms < LATEST_MS else 0


def choose_time(moment: int, received_ms: int) -> int:
    """When a message was made, in ms, told in seconds or ms.

    Args:
        moment: as the message tells it.
        received_ms: our clock when it came, 0 when that is not known.

    Returns:
        0 when it was not told or cannot be: outside of 2000-2100, or years away from the receipt.
    """
    told_ms = read_time_ms(moment)
    if received_ms >= EARLIEST_MS and abs(told_ms - received_ms) > FAR_MS:
        return 0
    return told_ms


def bound_length_s(length: int) -> int:
    """How long something lasts; 0 when it was not told or cannot be."""
    return length if 0 < length <= LONGEST_S else 0


def bound_length_ms(length: int) -> int:
    """How long something lasts, in ms; 0 when it was not told or cannot be."""
    return length if 0 < length <= LONGEST_S * 1000 else 0


def bound_amount(number: int) -> int:
    """A price, count or score; a negative one reads as not told."""
    return max(0, number)
