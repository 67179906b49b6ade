"""How long to wait before trying again."""

from __future__ import annotations

import random

FIRST_S = 2.0
LONGEST_S = 300.0


def choose_delay_s(attempt: int, *, chance: random.Random) -> float:
    """Full jitter: anything up to 2 s, 4 s, 8 s, ... 300 s, so that many clients do not come back together.

    Args:
        attempt: 1 for the first wait.
        chance: where the jitter comes from.
    """
    ceiling = min(LONGEST_S, FIRST_S * 2 ** min(attempt - 1, 20))
    return chance.uniform(0, ceiling)
