"""The time a source lives by, so that tests can bring one of their own."""

from __future__ import annotations

import asyncio
import time


class Clock:
    """Real time. What is due inside a connection goes by the loop's own clock."""

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    async def sleep(self, seconds: float) -> None:
        """Wait between two attempts."""
        await asyncio.sleep(seconds)


REAL = Clock()


def loop_s() -> float:
    """The running loop's own clock, in seconds: what deadlines inside a connection go by."""
    return asyncio.get_running_loop().time()
