"""Polls against answers that are made up, in time that jumps."""

import asyncio
from itertools import pairwise

import httpx
import pytest
from jumping import JumpingClock, now_s, run

from app.access import Access
from app.connector.routes.polling import Poller
from app.connector.routes.room import RoomReader
from app.errors import NetworkError, StalledSocket
from app.network.web import Web
from app.sim.wire import encode, make
from app.tiktok.lookup import Room

ROOM = Room(7300000000000000001, "demo")
CONTROL = make("BaseProtoMessage", method="WebcastControlMessage", payload=b"\x10\x03", msg_id=1)


def good(*messages):
    return httpx.Response(200, content=encode(make("ProtoMessageFetchResult", cursor="1", messages=messages)))


def pauses(*troubles):
    """Seconds between polls: one that is answered, the troubles, and one that ends the stream."""
    asked, answers = [], iter([good(), *troubles, good(CONTROL)])

    def respond(_):
        asked.append(now_s())
        return next(answers)

    async def poll():
        clock = JumpingClock()
        async with Web(transport=httpx.MockTransport(respond)) as web:
            assert (await events_of(web, clock))[-1].type == "end"

    run(poll())
    return [round(after - before) for before, after in pairwise(asked)]


def test_time_in_which_this_process_was_stopped_is_no_silence():
    """One poll fails after an hour of sleep; it is asked again, and answers."""
    asked, answers = [], iter([good(), busy(), good(CONTROL)])

    def respond(_):
        asked.append(now_s())
        if len(asked) == 2:
            asyncio.get_running_loop()._jumping.jumped += 3600
        return next(answers)

    async def poll():
        clock = JumpingClock()
        async with Web(transport=httpx.MockTransport(respond)) as web:
            return (await events_of(web, clock))[-1].type

    assert run(poll()) == "end"


def test_a_host_that_never_answers_is_given_up():
    with pytest.raises(StalledSocket):
        pauses(*[busy()] * 20)


async def events_of(web, clock):
    poller = Poller(RoomReader("polling", Access(), None, clock), Access(), web, ROOM, {})
    stream, events = await poller.enter(), []
    while (batch := await stream.read_next_events()) is not None:
        events += batch
    return events


def busy(**headers):
    return httpx.Response(429, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [((), [1]), ((busy(),), [1, 10]), ((busy(), busy()), [1, 10, 10]), ((busy(Retry_After="25"),), [1, 25])],
)
def test_how_long_tiktok_is_left_alone(trouble, expected):
    assert pauses(*trouble) == expected


def test_a_wait_longer_than_silence_may_be_is_for_the_next_attempt():
    with pytest.raises(NetworkError) as raised:
        pauses(busy(Retry_After="600"))
    assert raised.value.retry_after == 600
