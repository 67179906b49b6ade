"""What is measured is measured whole; how long it takes is not asked here."""

import json

import pytest
from golden.captures import GOLDEN

from app.bench.fresh import measure_memory
from app.bench.messages import make_batch, read_batch
from app.bench.probes import FRAME_OF, ROOM, make_core_probes, make_method_probes, make_room_frames
from app.bench.reference import ABSENT, load_reference_classes
from app.bench.report import measure
from app.cli.bench import list_decoder_lines
from app.errors import SidestageError
from app.events import Undecodable
from app.protocol.connection import WebcastConnection
from app.protocol.message import Message


@pytest.fixture(scope="module")
def golden():
    return read_batch(GOLDEN)


@pytest.fixture(scope="module")
def told(golden):
    return measure(golden, 0.01, comments=300)


def test_no_way_of_reading_a_real_message_fails(golden):
    for turn in range(2):
        for probe in make_core_probes(golden).values():
            assert not [got for do, what in probe(turn) if isinstance(got := do(what), Undecodable)]


@pytest.mark.parametrize("packing", [0, 1])
def test_every_message_comes_through_the_frames(golden, packing):
    connection = WebcastConnection(ROOM)
    got = [connection.receive(pair[packing], 1) for pair in make_room_frames(golden.core)]
    assert sum(map(len, got)) == len(golden.core)
    assert max(map(len, got)) == FRAME_OF


def test_a_method_without_a_schema_is_timed_as_an_event_only():
    assert set(make_method_probes([Message("WebcastNothingMessage", b"")])) == {"event"}


def test_every_method_of_the_capture_is_in_the_report(golden, told):
    assert set(told["methods"]) == {message.method for message in golden.messages}
    assert sum(row["count"] for row in told["methods"].values()) == len(golden.messages)


def test_the_full_parse_is_measured_where_its_classes_are(told):
    assert {"betterproto2/event", "betterproto2/upb"} == set(told["ratios"])
    assert all("betterproto2" in row for row in told["methods"].values())


def test_without_them_the_report_says_so_and_is_whole_otherwise(golden, monkeypatch):
    monkeypatch.setattr("app.bench.probes.load_reference_classes", dict)
    told = measure(golden, 0.01, comments=300)
    assert told["notes"]["betterproto2"] == ABSENT
    assert ABSENT in "\n".join(list_decoder_lines(told))
    assert "betterproto2" not in told["core_us"]
    assert set(told["methods"]) == {message.method for message in golden.messages}


def test_where_there_is_no_source_there_are_no_classes(tmp_path):
    assert load_reference_classes(tmp_path / "none") == {}


def test_the_report_is_json(told):
    assert json.loads(json.dumps(told)) == told


def test_the_table_names_every_method(told):
    text = "\n".join(list_decoder_lines(told))
    assert all(method in text for method in told["methods"])
    assert told["messages"]["source"] in text


def test_a_process_that_fails_says_why():
    with pytest.raises(SidestageError) as raised:
        measure_memory([], comments=5)
    assert "ZeroDivisionError" in raised.value.hint


def test_memory_counts_the_comments_it_was_asked_for():
    chats = [message for message in make_batch(200).core if message.method == "WebcastChatMessage"]
    held = measure_memory(chats, comments=500)
    assert held["comments"] == 500
    assert {"regulars_mb", "strangers_mb", "way"} <= set(held)
