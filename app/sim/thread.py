"""The server on a loop and a thread of its own, so that the demo's window cannot slow it down."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future

from app.sim.options import SimOptions
from app.sim.server import Addresses, SimServer


class SimThread:
    """Runs the server on a thread; it can be started and stopped once."""

    def __init__(self, options: SimOptions) -> None:
        self._options = options
        self._listening: Future[Addresses] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="sidestage-sim", daemon=True)

    def start(self) -> Addresses:
        """Blocks until the server listens.

        Raises:
            SidestageError: it cannot.
        """
        self._thread.start()
        return self._listening.result()

    def stop(self) -> None:
        """Blocks until everything is closed."""
        if self._loop and self._leave and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._leave.set)
        if self._thread.ident:
            self._thread.join()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._leave = asyncio.get_running_loop(), asyncio.Event()
        server = SimServer(self._options)
        try:
            addresses = await server.start()
        except Exception as error:  # noqa: BLE001 - travels to the caller of start, who raises it
            self._listening.set_exception(error)
            return
        self._listening.set_result(addresses)
        await self._leave.wait()
        await server.stop()
