"""Hands the window's wishes for pictures to the fetcher, which runs in the window's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.access import Access
from app.settings import Choices, find_picture_folder

if TYPE_CHECKING:
    from app.pictures.fetcher import Fetcher
    from app.pictures.wish import Arrival, Wish

MB = 1_000_000


class PictureDesk:
    """Starts to fetch when the first picture is wished for: the first picture of the window needs no network.

    Args:
        find_access: how the room of now is got into.
    """

    def __init__(self, find_access: Callable[[], Access]) -> None:
        self._find_access = find_access
        self._most = 0
        self._fetcher: Fetcher | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def revision(self) -> int:
        """Rises with each picture that came."""
        return self._fetcher.revision if self._fetcher else 0

    def prefer(self, choices: Choices) -> None:
        """Keep no more on disk than the user chose; fetch nothing more where no pictures are wanted."""
        self._most = choices.picture_cache_mb * MB
        if self._fetcher:
            self._fetcher.limit_disk(self._most)
        if not choices.pictures:
            self.forget_wishes()

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Fetch these before all that was wished for before; never waits."""
        if self._fetcher is None:
            self._fetcher = self._start()
        self._fetcher.wish(wishes)

    def forget_wishes(self) -> None:
        """Fetch none of those that wait."""
        if self._fetcher:
            self._fetcher.forget_wishes()

    def take(self) -> Sequence[Arrival]:
        """What came since it was taken last."""
        return self._fetcher.take() if self._fetcher else ()

    async def close(self) -> None:
        """Stop, and leave no connection open."""
        if self._running:
            self._running.cancel()
            await asyncio.wait([self._running])

    def _start(self) -> Fetcher:
        from app.pictures.cache import PictureCache  # noqa: PLC0415 - not for the first picture
        from app.pictures.fetcher import Fetcher  # noqa: PLC0415

        fetcher = Fetcher(self._find_access, PictureCache(find_picture_folder(), self._most))
        self._running = asyncio.ensure_future(fetcher.run())
        self._running.add_done_callback(_tell_fault)
        return fetcher


def _tell_fault(running: asyncio.Task[None]) -> None:
    """Without it, pictures would just stay away."""
    if not running.cancelled() and (fault := running.exception()):
        asyncio.get_running_loop().call_exception_handler({"message": "", "exception": fault})
