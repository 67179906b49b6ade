"""The stream that is measured: comments at a steady rate, from a process of its own.

`python -m app.bench.ui.feeder wire|lines RATE` prints where it listens as a line of JSON, feeds whoever
comes, and ends with its standard input; then it prints when each comment was sent.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, NoReturn

from app.sim import Script, SimOptions, SimServer
from app.sim.alone import list_variables
from app.sim.room.chatter import Chatter
from app.sim.room.stage import ScriptMessage, Stage
from app.sim.server import HOST

ROOM = "bench"
BATCH_S = 0.05  # comments of this span travel together, as those of the built-in server do
QUIET_RATE = 0.5  # of everything else in the room
OPTIONS = SimOptions(ROOM, rate=QUIET_RATE, first_battle_s=1e9)


class Utterance(NamedTuple):
    """A comment, and as a line of text."""

    message: ScriptMessage
    line: str


class Feeder:
    """Comments of the built-in server's crowd; remembers when each was sent.

    Args:
        stage: whose crowd speaks.
        rate: comments a second.
    """

    def __init__(self, stage: Stage, rate: float) -> None:
        self._stage, self._rate = stage, rate
        self._chatter = Chatter(stage)
        self.sent: list[tuple[int, int]] = []

    async def feed(self, send: Callable[[list[Utterance]], None]) -> NoReturn:
        """Send without end; what could not be sent in time goes with the next batch."""
        begin, count = time.monotonic(), 0
        while True:
            await asyncio.sleep(BATCH_S)
            due = round((time.monotonic() - begin) * self._rate)
            batch = [self._speak() for _ in range(due - count)]
            count = due
            sent_ns = time.monotonic_ns()
            self.sent += [(said.message.msg_id, sent_ns) for said in batch]
            send(batch)

    def _speak(self) -> Utterance:
        self._chatter.comment()
        _, person, body = self._stage.comments[-1]
        return Utterance(self._stage.said.pop(), f"{person.user.nickname}: {body.content}\n")


async def feed_wire(rate: float, listening: Callable[[dict[str, Any]], None]) -> Feeder:
    """Over the real protocol, to whoever enters the room."""
    server = SimServer(OPTIONS)
    listening({"environment": dict(list_variables(await server.start()))})
    feeder = Feeder(server.broadcast.script.stage, rate)
    try:
        await feeder.feed(lambda batch: server.broadcast.publish([said.message for said in batch]))
    except asyncio.CancelledError:
        return feeder
    finally:
        await server.stop()


async def feed_lines(rate: float, listening: Callable[[dict[str, Any]], None]) -> Feeder:
    """As lines of text, to whoever connects."""
    feeder = Feeder(Script(OPTIONS, time.time_ns() // 1_000_000).stage, rate)
    connected: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()
    server = await asyncio.start_server(lambda _, writer: connected.put_nowait(writer), HOST, 0)
    listening({"port": server.sockets[0].getsockname()[1]})
    try:
        writer = await connected.get()
        await feeder.feed(lambda batch: writer.write("".join(said.line for said in batch).encode()))
    except asyncio.CancelledError:
        return feeder
    finally:
        server.close()


WAYS: dict[str, Callable[[float, Callable[[dict[str, Any]], None]], Coroutine[Any, Any, Feeder]]] = {
    "wire": feed_wire,
    "lines": feed_lines,
}


async def main(way: str, rate: str) -> None:
    """Feed until standard input ends."""
    feeding = asyncio.ensure_future(WAYS[way](float(rate), _print))
    await asyncio.to_thread(sys.stdin.read)
    feeding.cancel()
    feeder = await feeding
    _print({"sent": feeder.sent})


def _print(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
