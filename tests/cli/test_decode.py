import base64
import json

import pytest

from app.cli import run_command
from tests.reference import webcast as w


@pytest.fixture
def capture(tmp_path):
    body = w.WebcastControlMessage(action=4, tips="Too loud")
    lines = [
        ("WebcastControlMessage", bytes(body)),
        ("WebcastNews", b"\x08\x05"),
        ("WebcastLikeMessage", b"\xff"),
    ]
    path = tmp_path / "room.jsonl"
    told = [{"method": method, "payload_b64": base64.b64encode(data).decode()} for method, data in lines]
    path.write_text("\n".join(map(json.dumps, told)))
    return str(path)


def printed(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_event_a_line(capture, capsys):
    assert run_command(["decode", capture]) == 0
    assert [told["type"] for told in printed(capsys)] == ["end", "unknown", "undecodable"]


def test_the_whole_message_beside_the_event_where_it_can_be_read(capture, capsys):
    run_command(["decode", capture, "--message"])
    end, unknown, undecodable = printed(capsys)
    assert end["message"] == {"action": "stream_suspended", "tips": "Too loud"}
    assert "message" not in unknown
    assert "message" not in undecodable


def test_a_line_that_is_none_is_named_with_its_file(tmp_path, capsys):
    path = tmp_path / "notes.txt"
    path.write_text("buy milk")
    assert run_command(["decode", str(path)]) == 2
    assert "notes.txt, line 1 is not JSON." in capsys.readouterr().err


def test_a_file_without_a_message_is_said(tmp_path, capsys):
    path = tmp_path / "quiet.jsonl"
    path.touch()
    assert run_command(["decode", str(path)]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "There was no message to decode.\n")


def test_a_file_that_is_not_there_is_one_sentence(capsys):
    assert run_command(["decode", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
