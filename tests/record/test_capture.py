import gzip

import pytest

from app.errors import UsageError
from app.protocol.message import Message
from app.record.capture import open_capture, read_messages, write_message

MESSAGE = Message(
    "WebcastChatMessage", b"\x08\x01", msg_id=7_400_000_000_000_000_001, at_ms=5, is_history=True
)


def test_what_is_written_is_read_back():
    assert list(read_messages([write_message(MESSAGE).encode(), b"\n"])) == [MESSAGE]


def test_bare_method_names_get_their_prefix():
    assert next(read_messages([b'{"method": "ChatMessage"}'])).method == "WebcastChatMessage"


WRONG = [
    b"nonsense",
    b"[]",
    b"5",
    b"\xff",
    b"[" * 200_000,
    b'{"payload_b64": ""}',
    b'{"method": 5}',
    b'{"method": "M", "payload_b64": "*"}',
    b'{"method": "M", "payload_b64": 7}',
    b'{"method": "M", "msg_id": "x"}',
    b'{"method": "M", "at_ms": Infinity}',
    b'{"method": "M", "at_ms": 1%s}' % (b"0" * 400),
    b'{"method": "M", "msg_id": "-1%s"}' % (b"0" * 20),
]


def test_a_file_that_is_cut_off_is_said_to_be(tmp_path):
    path = tmp_path / "room.jsonl.gz"
    whole = gzip.compress((write_message(MESSAGE) + "\n").encode() * 500)
    path.write_bytes(whole[:-20])
    with open_capture(path) as lines, pytest.raises(UsageError, match="damaged after line"):
        list(read_messages(lines))


@pytest.mark.parametrize("line", WRONG)
def test_a_line_that_is_no_message_is_named_by_its_number(line):
    with pytest.raises(UsageError, match="Line 2"):
        list(read_messages([write_message(MESSAGE).encode(), line]))


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_file_may_be_gzipped(tmp_path, pack):
    path = tmp_path / "capture"
    path.write_bytes(pack(write_message(MESSAGE).encode()))
    with open_capture(path) as lines:
        assert list(read_messages(lines)) == [MESSAGE]


def test_a_file_that_is_not_there_is_said():
    from pathlib import Path

    with pytest.raises(UsageError, match="No such file"):
        open_capture(Path("not/there"))
