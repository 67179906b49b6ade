"""The loop that Qt and asyncio share."""

import asyncio
import socket
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.loop import FEW, WindowLoop


@pytest.fixture
def loop(qapp):
    made = WindowLoop(QApplication.instance())
    yield made
    made.close()


def test_callbacks_run_in_order_and_what_they_add_comes_after(loop):
    seen = []

    async def play():
        loop.call_soon(lambda: (seen.append("a"), loop.call_soon(seen.append, "c")))
        loop.call_soon(seen.append, "b")
        await asyncio.sleep(0.01)

    loop.run_until_complete(play())
    assert seen == ["a", "b", "c"]


def test_what_waits_runs_by_time_and_not_before(loop):
    seen = []

    async def play():
        begin = loop.time()
        for delay_s in (0.03, 0.01, 0.02, 0.0, -1.0):
            loop.call_later(delay_s, lambda due=delay_s: seen.append((due, loop.time() - begin)))
        await asyncio.sleep(0.05)

    loop.run_until_complete(play())
    assert [due for due, _ in seen] == [-1.0, 0.0, 0.01, 0.02, 0.03]
    assert all(waited >= due for due, waited in seen)


def test_cancelled_handles_never_run_and_are_forgotten(loop):
    seen = []

    async def play():
        for _ in range(10 * FEW):
            loop.call_later(3_600, seen.append, "late").cancel()
        loop.call_soon(seen.append, "soon").cancel()
        await asyncio.sleep(0.01)

    loop.run_until_complete(play())
    assert seen == []
    assert len(loop._later) <= 2 * FEW


def test_a_callback_that_fails_is_told_and_the_others_run(loop):
    told, seen = [], []
    loop.set_exception_handler(lambda _, context: told.append(context["exception"]))

    async def play():
        loop.call_soon(lambda: 1 / 0)
        loop.call_soon(seen.append, "next")
        await asyncio.sleep(0.01)

    loop.run_until_complete(play())
    assert [type(fault) for fault in told] == [ZeroDivisionError]
    assert seen == ["next"]


def test_threads_and_timeouts_work_as_in_every_loop(loop):
    async def play():
        told = asyncio.get_running_loop().create_future()
        await asyncio.to_thread(loop.call_soon_threadsafe, told.set_result, "from a thread")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(3_600)
        return await told

    assert loop.run_until_complete(play()) == "from a thread"


def test_a_socket_is_read_to_its_end(loop):
    ours, theirs = socket.socketpair()

    async def play():
        reader, writer = await asyncio.open_connection(sock=ours)
        sending = asyncio.create_task(asyncio.to_thread(theirs.sendall, b"x" * 1_000_000))
        sending.add_done_callback(lambda _: theirs.close())
        whole = await reader.read()
        writer.close()
        await writer.wait_closed()
        return len(whole)

    assert loop.run_until_complete(play()) == 1_000_000


def test_a_reader_that_was_taken_away_is_not_called(loop):
    ours, theirs = socket.socketpair()
    seen = []

    async def play():
        loop.add_reader(ours, seen.append, "first")
        loop.add_reader(ours, lambda: (seen.append("second"), loop.remove_reader(ours)))
        theirs.send(b"x")
        await asyncio.sleep(0.02)

    loop.run_until_complete(play())
    assert seen == ["second"]
    ours.close()
    theirs.close()


def test_what_waits_for_a_read_runs_before_qt_does_anything_else(loop):
    ours, theirs = socket.socketpair()
    seen = []

    async def play():
        def read():
            ours.recv(1)
            QTimer.singleShot(0, lambda: seen.append("qt"))
            loop.call_soon(seen.append, "asyncio")
            loop.call_soon(loop.call_soon, seen.append, "after that")

        loop.add_reader(ours, read)
        theirs.send(b"x")
        await asyncio.sleep(0.02)
        loop.remove_reader(ours)

    loop.run_until_complete(play())
    assert seen[0] == "asyncio"
    assert sorted(seen) == ["after that", "asyncio", "qt"]
    ours.close()
    theirs.close()


def test_a_long_wait_fits_into_a_timer(loop):
    async def play():
        loop.call_later(10**9, print).cancel()
        begin = time.monotonic()
        await asyncio.sleep(0.01)
        return time.monotonic() - begin

    assert loop.run_until_complete(play()) >= 0.01
