import gzip

import pytest
from golden.captures import GOLDEN

from app.bench.messages import CORE, Cast, encode_varint, find_user_ids, make_batch, read_batch
from app.errors import UsageError
from app.events import Undecodable
from app.events.decode.table import decode
from app.protocol.message import Message


@pytest.fixture(scope="module")
def golden():
    return read_batch(GOLDEN).core


def people(messages):
    return {user_id for message in messages for user_id in find_user_ids(message)}


def test_the_script_has_every_method_of_the_core_mix():
    assert {message.method for message in make_batch(400).core} == set(CORE)


def test_the_script_is_the_same_every_time():
    assert make_batch(50) == make_batch(50)


def test_new_people_change_no_length(golden):
    changed = Cast(golden).change_people(1)
    assert [len(message.payload) for message in changed] == [len(message.payload) for message in golden]


def test_new_people_are_new_every_time(golden):
    cast = Cast(golden)
    seen = [people(golden), people(cast.change_people(1)), people(cast.change_people(2))]
    assert len(set.union(*seen)) == sum(map(len, seen))


def test_with_new_people_everything_else_is_as_it_was(golden):
    def kinds(messages):
        return [(event.type, event.msg_id, event.at_ms) for event in map(decode, messages)]

    assert kinds(Cast(golden).change_people(3)) == kinds(golden)


def test_new_people_are_readable(golden):
    assert not [
        event for event in map(decode, Cast(golden).change_people(4)) if isinstance(event, Undecodable)
    ]


def test_a_message_that_cannot_be_read_names_nobody():
    assert list(find_user_ids(Message("WebcastChatMessage", b"\xff"))) == []


@pytest.mark.parametrize(("number", "written"), [(0, b"\0"), (127, b"\x7f"), (300, b"\xac\x02")])
def test_a_number_as_protobuf_writes_it(number, written):
    assert encode_varint(number) == written


def damaged():
    return gzip.compress(b'{"method": "WebcastChatMessage"}\n' * 99, mtime=0)[:-9]


@pytest.mark.parametrize(
    "content",
    [
        b"nonsense\n",
        b'{"method": "WebcastNewMessage"}\n',
        b'{"method": "WebcastGiftMessage"}\n',
        b"",
        b"[" * 200_000,
        damaged(),
    ],
)
def test_a_capture_that_cannot_be_measured_is_one_sentence(tmp_path, content):
    path = tmp_path / "capture"
    path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_batch(path)
    assert "\n" not in raised.value.line


def test_a_capture_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(UsageError):
        read_batch(tmp_path / "none")
