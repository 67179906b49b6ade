import asyncio
import gzip
from contextlib import aclosing
from pathlib import Path

from app import events as ev
from app.protocol.message import Message
from app.record.capture import open_capture, read_messages, write_message
from app.record.replay import Replay

GOLDEN = next((Path(__file__).parents[1] / "golden").glob("*.jsonl.gz"))


def replayed(path, **options):
    pauses = []

    async def note(seconds):
        pauses.append(seconds)

    async def follow():
        async with aclosing(Replay(path, sleep=note, **options).batches()) as batches:
            return [event async for batch in batches for event in batch]

    return asyncio.run(follow()), pauses


def test_a_capture_comes_back_as_its_events_between_connected_and_disconnected():
    seen, _ = replayed(GOLDEN)
    with open_capture(GOLDEN) as lines:
        methods = [message.method for message in read_messages(lines)]
    assert [event.method for event in seen[1:-1]] == methods
    assert isinstance(seen[0], ev.Connected)
    assert seen[-1] == ev.Disconnected(ended=True, reason="The recording is over.")


def test_pauses_are_kept_and_shortened_by_the_speed(tmp_path):
    path = tmp_path / "capture.gz"
    moments = (1_000, 3_000, 3_000, 2_000, 2_500)
    lines = (write_message(Message("WebcastNothing", b"", at_ms=at)) for at in moments)
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert replayed(path, speed=2.0)[1] == [1.0, 0.25]
