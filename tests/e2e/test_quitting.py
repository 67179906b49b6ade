"""Whoever quits while something is waited for waits for nothing any more, whatever it is."""

import asyncio

import pytest
from jumping import JumpingClock, now_s
from rooms import access_to, run, server

from app.connector.live import LiveSource
from app.session import Connect, Quit, Session

SOON_S = 0.5
AT_S = 3.0  # by then each of them waits; none of these waits ends by itself before 10 s
# What is waited for, the fault that lets it wait, the way in, and the phase that the window shows.
WAITS = {
    "a page": ("slow_page", "signed", "connecting"),
    "a signature": ("slow_signer", "signed", "connecting"),
    "a handshake": ("slow_handshake", "signed", "connecting"),
    "a creator to go live": ("not_live", "signed", "waiting"),
    "a limit to be renewed": ("signer_429", "signed", "reconnecting"),
    "another attempt": ("handshake_device_blocked", "signed", "reconnecting"),
    "a socket that is silent": ("stalled", "signed", "live"),
    "the next poll": ("", "polling", "live"),
    "a cloud that is silent": ("euler_silent", "euler", "connecting"),
}


async def quit_at(fault, way):
    """Follow a room and quit; what the window showed then, and how long the end took in time that jumps."""
    room = server(fault=fault, guests=way == "polling", end_after_s=600.0)
    access = access_to(await room.start(), way=way)
    session = Session(lambda name: LiveSource(name, access, clock=JumpingClock(), patient=True))
    running = asyncio.ensure_future(session.run())
    session.request(Connect("demo"))
    await asyncio.sleep(AT_S)
    phase, asked_s = session.state.connection.status.phase, now_s()
    session.request(Quit())
    await running
    took_s = now_s() - asked_s
    await room.stop()
    return phase, took_s


@pytest.mark.parametrize("wait", WAITS)
def test_the_end_comes_at_once(wait, caplog):
    fault, way, expected = WAITS[wait]
    phase, took_s = run(quit_at(fault, way))
    assert phase == expected
    assert took_s < SOON_S
    assert not [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
