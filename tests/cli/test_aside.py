import asyncio
import threading

import pytest

from app.cli.aside import answered, aside


def test_the_work_is_done_elsewhere_and_told_here():
    async def told():
        where = await answered(threading.current_thread)
        return where, threading.current_thread()

    worker, loop = asyncio.run(told())
    assert worker is not loop
    assert worker.daemon


def test_an_answer_after_the_loop_is_gone_harms_nobody():
    late, done = threading.Event(), threading.Event()

    def work():
        late.wait(5)
        done.set()

    async def leave():
        aside(work, lambda _: pytest.fail("nobody waits"))
        return [thread for thread in threading.enumerate() if thread.name == "sidestage-aside"]

    (worker,) = asyncio.run(leave())
    late.set()
    worker.join(5)
    assert done.is_set()
    assert not worker.is_alive()


def test_who_stops_waiting_is_free_at_once():
    async def impatient():
        held = threading.Event()
        try:
            async with asyncio.timeout(0.01):
                await answered(held.wait)
        finally:
            held.set()

    with pytest.raises(TimeoutError):
        asyncio.run(impatient())
