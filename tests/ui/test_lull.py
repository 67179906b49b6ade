"""Streams collect while nobody sees the window."""

import asyncio
import socket

import pytest
from PySide6.QtWidgets import QApplication

from app.ui import lull
from app.ui.loop import WindowLoop


@pytest.fixture
def loop(qapp):
    made = WindowLoop(QApplication.instance())
    yield made
    made.close()


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


@pytest.fixture
def old(monkeypatch):
    """Every socket is a stream at once."""
    monkeypatch.setattr(lull, "STREAM_S", 0.0)


async def send(theirs, text):
    """Send, and let whoever listens read it."""
    theirs.send(text)
    await asyncio.sleep(0.02)


def play(loop, pair, acts):
    """What was read after each act: a text to send, or a call."""
    ours, theirs = pair
    found, read = [], []

    async def run():
        loop.add_reader(ours, lambda: read.append(ours.recv(64)))
        for act in acts:
            if callable(act):
                act()
                await asyncio.sleep(0.02)
            else:
                await send(theirs, act)
            found.append(b" ".join(read))
        loop.remove_reader(ours)

    loop.run_until_complete(run())
    return found


def test_a_stream_is_read_together_once_nobody_looks_and_at_once_when_somebody_does(loop, pair, old):
    loop.lull._timer.setInterval(3_600_000)
    acts = [b"a", lambda: loop.lull.rest(True), b"b", b"c", b"d", lambda: loop.lull.rest(False), b"e"]
    assert play(loop, pair, acts) == [b"a", b"a", b"a b", b"a b", b"a b", b"a b cd", b"a b cd e"]


def test_what_collected_is_read_when_its_time_has_come(loop, pair, old):
    loop.lull.rest(True)
    loop.lull._timer.setInterval(1)
    assert play(loop, pair, [b"a", b"b", b"c"])[-1] == b"a b c"


def test_an_answer_is_read_as_it_comes(loop, pair):
    loop.lull.rest(True)
    loop.lull._timer.setInterval(3_600_000)
    assert play(loop, pair, [b"a", b"b"]) == [b"a", b"a b"]


def test_a_reader_that_was_taken_away_stays_away(loop, pair, old):
    ours, theirs = pair
    loop.lull.rest(True)
    read = []

    async def run():
        loop.add_reader(ours, lambda: read.append(ours.recv(64)))
        await send(theirs, b"a")
        loop.remove_reader(ours)
        loop.lull.rest(False)
        await send(theirs, b"b")

    loop.run_until_complete(run())
    assert read == [b"a"]
    assert not loop.lull._silent


def test_a_stream_that_has_more_is_read_to_its_end(loop, pair, old):
    ours, theirs = pair
    loop.lull.rest(True)
    loop.lull._timer.setInterval(3_600_000)
    read = []

    async def run():
        loop.add_reader(ours, lambda: read.append(ours.recv(1)))
        await send(theirs, b"abcdef")
        await send(theirs, b"g")
        loop.remove_reader(ours)

    loop.run_until_complete(run())
    assert b"".join(read) == b"abcdef"


def test_a_loop_that_ends_meanwhile_listens_to_nothing(loop, pair, old):
    ours, theirs = pair
    loop.lull.rest(True)
    read = []

    async def run():
        loop.add_reader(ours, lambda: read.append(ours.recv(64)))
        await send(theirs, b"a")

    loop.run_until_complete(run())
    assert loop.lull._silent
    loop.close()
    assert not loop.lull._silent
    assert not loop.lull._timer.isActive()
