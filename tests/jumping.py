"""A loop whose time stands still while there is something to do, and then jumps to the next timer.

Sockets on this machine are real; an hour of waiting passes in a millisecond. Names are looked up nowhere:
only addresses of this machine are known, so that nothing a test does leaves it.
"""

import asyncio
import ipaddress
import selectors
import socket
import time

from app.clock import Clock
from app.sim.pace import Pace

QUIET_S = 0.001  # loopback delivers at once; this is for threads that answer the loop
START_MS, BOOT_S = time.time_ns() // 1_000_000, time.monotonic()  # when the tests began


class JumpingSelector(selectors.DefaultSelector):
    """Never waits for a timer: says how far time must jump instead."""

    jumped = 0.0

    def select(self, timeout=None):
        events = super().select(0)
        if events or timeout is None or timeout <= 0:
            return events or (super().select(timeout) if timeout is None else [])
        events = super().select(QUIET_S)
        self.jumped += 0 if events else timeout
        return events


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._jumping = JumpingSelector()
        super().__init__(self._jumping)

    def time(self):
        return BOOT_S + self._jumping.jumped

    async def getaddrinfo(self, host, port, **options):
        try:
            ipaddress.ip_address(host)
        except ValueError as error:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from error
        return await super().getaddrinfo(host, port, **options)


def run(coroutine):
    """`asyncio.run`, with time that jumps."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(coroutine)


def now_s():
    return asyncio.get_running_loop().time()


class JumpingClock(Clock):
    """The connector's wall clock, by the loop."""

    def now_ms(self):
        return START_MS + round((now_s() - BOOT_S) * 1000)


class JumpingPace(Pace):
    """The server's clock, by the loop; before there is one it stands at the start."""

    def now(self):
        return now_s()

    def wall_ms(self):
        loop = asyncio._get_running_loop()
        return START_MS + round((loop.time() - BOOT_S if loop else 0) * 1000)
