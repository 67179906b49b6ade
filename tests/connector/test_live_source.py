import asyncio
from contextlib import aclosing
from itertools import pairwise

from app import events as ev
from app.access import Access
from app.access.endpoints import Endpoints
from app.clock import Clock
from app.connector.live import LiveSource

NOBODY = "http://127.0.0.1:1"  # nothing listens on port 1
NOWHERE = Access(Endpoints(NOBODY, NOBODY, NOBODY))


def attempted(count, **options):
    """The outcomes of up to `count` attempts at a room that cannot be reached, and the pauses between."""
    pauses, outcomes = [], []

    class Noted(Clock):
        async def sleep(self, seconds):
            pauses.append(seconds)

    async def follow():
        async with aclosing(LiveSource("anna", NOWHERE, clock=Noted(), **options).events()) as events:
            async for event in events:
                if not isinstance(event, ev.Connecting):
                    outcomes.append(event)
                if len(outcomes) == count:
                    return

    asyncio.run(follow())
    return outcomes, pauses


def test_an_impatient_source_gives_up_at_once_and_says_why():
    outcomes, pauses = attempted(5)
    assert [(type(event), event.code, event.ended) for event in outcomes] == [
        (ev.Disconnected, "refused", False)
    ]
    assert pauses == []


def test_a_patient_source_tries_again_with_numbered_attempts_and_bounded_pauses():
    outcomes, pauses = attempted(6, patient=True)
    assert [event.attempt for event in outcomes] == [1, 2, 3, 4, 5, 6]
    assert all(isinstance(event, ev.Reconnecting) for event in outcomes)
    assert all(pause <= 2.0**number for number, pause in enumerate(pauses, 1))
    assert any(one != other for one, other in pairwise(pauses))


def test_what_is_decoded_as_it_is_taken_passes_no_generator_of_the_source():
    """Only lists are looked through, in which an attempt tells how the connection stands."""
    comments = map(ev.Comment, ())

    class Way:
        duplicates = 0

        async def attempt(self, **_):
            yield [ev.Connecting(), ev.Connected(unique_id="anna")]
            yield comments

    async def list_batches():
        source = LiveSource("anna", NOWHERE)
        source._route = Way()
        async with aclosing(source.batches()) as batches:
            return [batch async for batch in batches]

    opened, passed_on, _ = asyncio.run(list_batches())
    assert [(type(event), event.unique_id) for event in opened] == [
        (ev.Connecting, "anna"),
        (ev.Connected, "anna"),
    ]
    assert passed_on is comments
