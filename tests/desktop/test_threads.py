import asyncio
import threading

import pytest

from app.desktop.threads import WorkFailed, await_in_thread, run_in_thread


def raising(error):
    def work():
        raise error

    return work


def test_the_work_is_done_elsewhere_and_told_here():
    async def told():
        where = await await_in_thread(threading.current_thread)
        return where, threading.current_thread()

    worker, loop = asyncio.run(told())
    assert worker is not loop
    assert worker.daemon


@pytest.mark.parametrize("error", [RuntimeError("x"), ImportError("x"), MemoryError(), RecursionError()])
def test_what_the_work_raises_is_raised_here(error):
    with pytest.raises(type(error)) as raised:
        asyncio.run(await_in_thread(raising(error)))
    assert raised.value is error


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt(), StopIteration(), GeneratorExit()])
def test_what_no_task_may_raise_is_wrapped(error):
    with pytest.raises(WorkFailed, match=type(error).__name__) as raised:
        asyncio.run(await_in_thread(raising(error)))
    assert raised.value.__cause__ is error


def test_where_no_thread_can_start_that_is_delivered(monkeypatch):
    def full(_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", full)
    with pytest.raises(RuntimeError, match="new thread"):
        asyncio.run(await_in_thread(int))


def test_an_answer_after_the_loop_is_gone_harms_nobody():
    late, done = threading.Event(), threading.Event()

    def work():
        late.wait(5)
        done.set()

    async def leave():
        run_in_thread(work, lambda _: pytest.fail("nobody waits"), lambda _: pytest.fail("nobody waits"))
        return [thread for thread in threading.enumerate() if thread.name == "sidestage-worker"]

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
                await await_in_thread(held.wait)
        finally:
            held.set()

    with pytest.raises(TimeoutError):
        asyncio.run(impatient())
