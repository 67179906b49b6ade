"""Which of this machine's ports somebody listens on, asked for many at a time."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncGenerator, Coroutine, Iterable, Sequence
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

HERE = "127.0.0.1"
# Windows tries a closed port three times over two seconds, while an open one answers at once everywhere.
ANSWER_S = 0.5
AT_ONCE = 1_000 if sys.platform == "win32" else 100  # others may have no more than 256 files open

Found = TypeVar("Found")


async def find_listening(urls: Sequence[str]) -> AsyncGenerator[list[str]]:
    """Find the addresses of this machine that accept a connection, in order, in non-empty batches."""
    for place in range(0, len(urls), AT_ONCE):
        batch = urls[place : place + AT_ONCE]
        answers = await asyncio.gather(*(is_listening(urlsplit(url).port or 0) for url in batch))
        if listening := [url for url, answer in zip(batch, answers, strict=True) if answer]:
            yield listening


async def is_listening(port: int) -> bool:
    """Whether somebody accepts connections there; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            async with asyncio.timeout(ANSWER_S):
                await asyncio.get_running_loop().sock_connect(probe, (HERE, port))
        except (OSError, TimeoutError):
            return False
        # A port that nobody has can be our own end by chance: then we are connected with ourselves.
        with suppress(OSError):
            return bool(probe.getsockname() != probe.getpeername())
    return False


async def find_first(attempts: Iterable[Coroutine[Any, Any, Found | None]]) -> Found | None:
    """Run attempts at the same time until one has a result that is not None; the others are cancelled."""
    tasks = [asyncio.ensure_future(attempt) for attempt in attempts]
    try:
        for done in asyncio.as_completed(tasks):
            if (found := await done) is not None:
                return found
        return None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
