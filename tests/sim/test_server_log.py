import asyncio
from pathlib import Path

import pytest
from played import Client, received, run, serving, turned

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_a_show_that_breaks_off_is_told_at_once():
    told = []

    async def watch():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["exception"]))
        async with serving(rate=50, log=FULL) as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                await received(socket)
                await turned(server, 2)
                return [type(fault) for fault in told]

    assert run(watch()) == [OSError]


def test_the_log_holds_what_was_sent(tmp_path):
    async def watch():
        async with serving(rate=50, end_after_s=5.0, log=tmp_path / "log.jsonl") as server:
            client = await Client(server).signed()
            async with client.open() as socket:
                await socket.send(client.enter())
                await received(socket)
                await turned(server, 7)
            return len(server.broadcast.script.opening) + server.broadcast.played

    played = run(watch())
    assert len((tmp_path / "log.jsonl").read_text().splitlines()) == played
