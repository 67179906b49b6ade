"""Whole frames as recorded, where the shared captures are at hand: their licences keep them out of here."""

import pytest
from golden.captures import AT_MS, SHARED

from app.protocol.connection import WebcastConnection
from app.protocol.fetch import parse_fetch_result

from .frames import sent

FRAMES = sorted((SHARED.parent / "frames").glob("msg-*.bin"))
FIRST = SHARED.parent / "frames" / "im_fetch.bin"


@pytest.mark.parametrize("path", FRAMES, ids=lambda path: path.stem)
def test_a_recorded_frame_gives_a_message_and_wants_an_ack(path):
    connection = WebcastConnection(0)
    (message,) = connection.receive(path.read_bytes(), AT_MS)
    assert message.method.startswith("Webcast")
    assert [frame.payload_type for frame in sent(connection)] == ["ack"]


@pytest.mark.skipif(not FIRST.exists(), reason="no shared captures beside the checkout")
def test_a_recorded_first_result():
    first = parse_fetch_result(FIRST.read_bytes())
    assert (len(first.messages), first.is_first, first.fetch_type) == (13, True, 1)
    assert first.push_server.startswith("wss://webcast-ws.tiktok.com/")
    assert sum(message.is_history for message in first.messages) == 6
