"""A program that was started by a click says why it ended, also where nobody reads standard error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import native
from app.cli.native import find_command, has_reader


def test_who_reads(tmp_path):
    with (tmp_path / "file").open("w") as file, Path(os.devnull).open("w") as nowhere:
        assert has_reader(file)
        assert not has_reader(nowhere)
    assert not has_reader(None)
    read, write = os.pipe()
    with os.fdopen(read), os.fdopen(write, "w") as pipe:
        assert has_reader(pipe)


WITHOUT_ERRORS = """
import sys
from app.cli import native, run_command
start = native.subprocess.Popen
native.subprocess.Popen = lambda command, **options: start(command, **options).wait()
sys.stderr = None
sys.exit(run_command(sys.argv[1:]))
"""


@pytest.fixture
def desktop(monkeypatch, tmp_path):
    """A Linux desktop whose only program for messages writes them down."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    program = tmp_path / "zenity"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/said"\n')
    program.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="programs of a Linux desktop")
@pytest.mark.parametrize(("words", "heard"), [(["--scene", "zap"], True), (["keys", "zap"], False)])
def test_a_start_without_standard_error_is_answered_by_the_system(desktop, words, heard):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_ERRORS, *words], check=False, timeout=60, capture_output=True
    )
    assert done.returncode == 2
    assert (desktop / "said").exists() == heard
    assert not heard or "zap" in (desktop / "said").read_text()


def test_without_a_desktop_nothing_is_started(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert find_command("x") == []


@pytest.mark.parametrize("there", ["zenity", "kdialog", "xmessage", "notify-send"])
def test_the_text_is_one_argument_of_whatever_program_there_is(monkeypatch, there):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr(native.shutil, "which", lambda name: f"/bin/{name}" if name == there else None)
    command = find_command("-x; $(rm) <b>")
    assert command[0] == f"/bin/{there}"
    assert [one for one in command if one.endswith("-x; $(rm) <b>")]


def test_macos_gets_it_as_an_argument_too(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_command('"quoted"')[-1] == '"quoted"'
