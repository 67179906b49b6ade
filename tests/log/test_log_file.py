"""The log file: it rotates, takes several writers, and harms nobody when it cannot be written."""

import logging
import subprocess
import sys

import pytest

from app.log import file as log_file
from app.log import open_log
from app.log.file import LogFile, append_entry, list_log_files

WRITER = """
import logging, sys
from pathlib import Path
from app.log import file
file.LIMIT = 4_000
handler = file.LogFile(Path(sys.argv[1]))
for number in range(150):
    handler.handle(logging.LogRecord("x", 30, "", 0, f"{sys.argv[2]} {number} " + "x" * 40, (), None))
"""


def warn(handler, text):
    handler.handle(logging.LogRecord("x", logging.WARNING, "", 0, text, (), None))


def test_all_files_together_stay_below_five_megabytes(tmp_path):
    path = tmp_path / "sidestage.log"
    for _ in range(120):
        append_entry(path, b"x" * log_file.LONGEST + b"\n")
    sizes = [one.stat().st_size for one in list_log_files(path)]
    assert len(sizes) == log_file.OLDER + 1
    assert sum(sizes) <= 5_000_000
    assert sorted(tmp_path.iterdir()) == sorted(list_log_files(path))


def test_one_entry_has_a_limit(tmp_path):
    warn(LogFile(tmp_path / "a.log"), "x" * 3_000_000)
    assert (tmp_path / "a.log").stat().st_size <= 4 * log_file.LONGEST


def test_several_programs_write_whole_lines(tmp_path):
    path = tmp_path / "sidestage.log"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path, f"w{at}"]) for at in range(2)]
    assert [one.wait(60) for one in writers] == [0, 0]
    lines = [line for one in list_log_files(path) for line in one.read_text("utf-8").splitlines()]
    assert lines
    assert all(line.endswith("x" * 40) and " WARNING w" in line for line in lines)
    newest = path.read_text("utf-8").splitlines()[-1]
    assert " 149 " in newest


def test_no_terminal_obeys_an_entry(tmp_path):
    warn(LogFile(tmp_path / "a.log"), "a\x1b[2Jb\u202ec\ud800")
    assert (tmp_path / "a.log").read_text("utf-8").endswith(" a[2Jbc\\ud800\n")


def test_an_entry_cannot_look_like_two(tmp_path):
    warn(LogFile(tmp_path / "a.log"), "a\r\n2026-11-28 12:00:00,000 ERROR b\n\tc")
    first, *more = (tmp_path / "a.log").read_text("utf-8").splitlines()
    assert first.endswith(" WARNING a")
    assert more == ["    2026-11-28 12:00:00,000 ERROR b", "        c"]


def full_disk(*_):
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_said_once(tmp_path, monkeypatch, capsys):
    handler = LogFile(tmp_path / "a.log")
    with monkeypatch.context() as patch:
        patch.setattr("app.log.file.os.write", full_disk)
        for _ in range(3):
            warn(handler, "something")
    assert capsys.readouterr().err.count("No space left on device") == 1
    assert handler.trouble
    warn(handler, "again")
    assert not handler.trouble
    assert "again" in (tmp_path / "a.log").read_text("utf-8")


@pytest.mark.parametrize("stream", [None, "closed"])
def test_a_program_without_standard_error_goes_on(tmp_path, monkeypatch, stream):
    monkeypatch.setattr("sys.stderr", stream and (tmp_path / "closed").open("w"))
    if sys.stderr:
        sys.stderr.close()
    (tmp_path / "file").touch()
    handler = LogFile(tmp_path / "file" / "a.log")
    warn(handler, "something")
    assert handler.trouble


def find_bare_logging(monkeypatch, tmp_path):
    """The root logger as a program finds it; pytest puts its own handlers there when a test begins."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr("app.log.find_log_file", lambda: tmp_path / "logs" / "sidestage.log")
    return tmp_path / "logs"


def test_warnings_of_libraries_go_to_the_file(monkeypatch, tmp_path):
    bare_logging = find_bare_logging(monkeypatch, tmp_path)
    assert open_log() == bare_logging / "sidestage.log"
    for name in ("httpx", "websockets.client", "asyncio", "sidestage"):
        logging.getLogger(name).warning("from %s", name)
    text = (bare_logging / "sidestage.log").read_text("utf-8")
    assert [line.split()[-1] for line in text.splitlines()] == [
        "httpx",
        "websockets.client",
        "asyncio",
        "sidestage",
    ]


def test_a_folder_that_cannot_be_written_is_said_once(monkeypatch, tmp_path, capsys):
    bare_logging = find_bare_logging(monkeypatch, tmp_path)
    bare_logging.touch()
    assert open_log() is None
    assert capsys.readouterr().err.count("No log can be kept") == 1
    assert not logging.getLogger().handlers


@pytest.mark.parametrize("streams", ["stdout", "stderr", "both"])
def test_a_program_without_standard_streams_carries_out_commands(streams, tmp_path):
    names = ("stdout", "stderr") if streams == "both" else (streams,)
    gone = "; ".join(f"sys.{name} = None" for name in names)
    begin = f"import sys; {gone}\nfrom app.cli import run_command\n"
    code = f"{begin}sys.exit(run_command(['settings', '--list']) + 10 * run_command(['keys', 'x']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 20
