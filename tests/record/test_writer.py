import os
import sys

import pytest

from app.cli import run_command
from app.errors import SidestageError
from app.protocol.message import Message
from app.record.capture import open_capture, read_messages, write_message
from app.record.writer import CaptureWriter

MESSAGE = Message("WebcastChatMessage", b"\x08\x01" * 50, msg_id=7, at_ms=5)
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and pipes of POSIX")


def test_without_a_message_there_is_no_file(tmp_path):
    with CaptureWriter(tmp_path / "room.jsonl"):
        pass
    assert not (tmp_path / "room.jsonl").exists()


@pytest.mark.parametrize("replace", [True, False])
def test_an_older_file_goes_only_when_it_may(tmp_path, replace):
    path = tmp_path / "room.jsonl"
    path.write_text("old\n")
    with CaptureWriter(path, replace=replace) as writer:
        if replace:
            writer.write(MESSAGE)
        else:
            with pytest.raises(SidestageError, match=r"room\.jsonl: File exists"):
                writer.write(MESSAGE)
    assert path.read_text() == (f"{write_message(MESSAGE)}\n" if replace else "old\n")


def test_what_was_written_is_there_at_once(tmp_path):
    with CaptureWriter(tmp_path / "room.jsonl") as writer:
        writer.write(MESSAGE)
        with open_capture(tmp_path / "room.jsonl") as lines:
            assert list(read_messages(lines)) == [MESSAGE]


class Full:
    """A disk with room for some bytes."""

    def __init__(self, file, size):
        self.file, self.left = file, size

    def write(self, data):
        if not self.left:
            raise OSError(28, "No space left on device")
        taken = self.file.write(data[: self.left])
        self.left -= taken
        return taken

    def __getattr__(self, name):
        return getattr(self.file, name)


@pytest.mark.parametrize("spare", [0, 1, 100])
def test_a_full_disk_leaves_whole_lines_and_names_the_file(tmp_path, spare):
    path = tmp_path / "room.jsonl"
    with CaptureWriter(path) as writer:
        writer.write(MESSAGE)
        writer._file = Full(writer._file, spare)
        with pytest.raises(SidestageError, match=r"room\.jsonl: No space left on device"):
            writer.write(MESSAGE)
    assert path.read_text() == f"{write_message(MESSAGE)}\n"


@posix
def test_a_pipe_holds_nothing_to_lose(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with CaptureWriter(tmp_path / "pipe") as writer:
        writer.write(MESSAGE)
    assert os.read(reader, 10_000).decode() == f"{write_message(MESSAGE)}\n"
    os.close(reader)


@pytest.mark.parametrize("kept", [1, 20, -5])
def test_a_last_line_that_is_cut_off_is_said_and_the_rest_decoded(tmp_path, capsys, kept):
    line = write_message(MESSAGE)
    path = tmp_path / "room.jsonl"
    path.write_text(f"{line}\n{line}\n{line[:kept]}")
    assert run_command(["decode", str(path)]) == 0
    told = capsys.readouterr()
    assert told.out.count("\n") == 2
    assert "room.jsonl, line 3 is cut off" in told.err


def test_a_whole_last_line_needs_no_end(tmp_path, capsys):
    (tmp_path / "room.jsonl").write_text(f"{write_message(MESSAGE)}\n{write_message(MESSAGE)}")
    assert run_command(["decode", str(tmp_path / "room.jsonl")]) == 0
    told = capsys.readouterr()
    assert (told.out.count("\n"), told.err) == (2, "")
