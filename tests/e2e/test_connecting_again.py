"""Disconnect and Connect by hand: every message once, the pause as a gap, whichever ways in are used."""

import asyncio

import pytest
from jumping import JumpingClock
from rooms import access_to, run, server

from app.connector.live import LiveSource
from app.session import Connect, Disconnect, Quit, Session


async def followed_twice(room, first, second):
    """The session after two visits by hand, of 4 s each, with a pause of 3 s between them."""
    ends = await room.start()
    ways = iter((first, second))
    session = Session(lambda name: LiveSource(name, access_to(ends, way=next(ways)), clock=JumpingClock()))
    following = asyncio.create_task(session.run())
    try:
        for command, seconds in ((Connect("demo"), 4), (Disconnect(), 3), (Connect("demo"), 4)):
            session.request(command)
            await asyncio.sleep(seconds)
        session.request(Quit())
        await following
    finally:
        await room.stop()
    return session


@pytest.mark.parametrize(
    ("first", "second"),
    [("signed", "signed"), ("signed", "polling"), ("polling", "signed"), ("euler", "signed")],
)
def test_the_same_room_again_counts_nothing_twice(first, second):
    session = run(followed_twice(server(end_after_s=60.0, guests=True), first, second))
    rows = [row.msg_id for row in session.state.chat.since(0) if row.msg_id]
    assert len(rows) == len(set(rows)) > 10
    assert session.state.totals.gaps == 1
    comments = [row for row in session.state.chat.since(0) if row.kind in ("comment", "emote")]
    assert session.state.totals.comments == len(comments)
