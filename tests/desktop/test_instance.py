"""One window for each settings file, with real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.desktop.instance import Instance, Start, hand_over, read_start
from app.desktop.meeting import can_meet, name_meeting

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and sockets of POSIX")
NOWHERE = "http://127.0.0.1:9"  # nobody listens there


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A settings file and where its windows meet: a socket's address has 108 bytes at most."""
    with TemporaryDirectory(prefix="meet") as runtime:
        yield from _make_place(tmp_path, monkeypatch, runtime)


def _make_place(tmp_path, monkeypatch, runtime):
    environment = {
        "SIDESTAGE_SETTINGS": str(tmp_path / "settings.json"),
        "XDG_RUNTIME_DIR": runtime,
        "SIDESTAGE_APP_URL": NOWHERE,
        "SIDESTAGE_WEBCAST_URL": NOWHERE,
        "SIDESTAGE_SIGN_URL": NOWHERE,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    yield name_meeting(tmp_path / "settings.json")


def wait_until(holds, seconds=30):
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def start(*words):
    return subprocess.Popen([sys.executable, "-m", "app", *words], env=dict(os.environ))


def names_of(tmp_path):
    path = tmp_path / "settings.json"
    return json.loads(path.read_text()).get("recent", []) if path.exists() else []


@posix
def test_a_second_start_hands_its_name_to_the_first_and_ends(place, tmp_path):
    first = start()
    try:
        wait_until(lambda: can_meet(place))
        assert start("@anna").wait(30) == 0
        wait_until(lambda: names_of(tmp_path) == ["anna"])
        assert start("sidestage://live/@boris").wait(30) == 0
        wait_until(lambda: names_of(tmp_path) == ["boris", "anna"])
        assert start("sidestage://@a b").wait(30) == 0  # which the first window refuses in a sentence
        assert first.poll() is None
        assert start().wait(30) == 0
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) == 0
    finally:
        first.kill()
        first.wait()


@posix
def test_a_socket_that_was_left_behind_is_taken_over(place, qapp):
    left = socket.socket(socket.AF_UNIX)
    left.bind(place)
    left.close()
    assert can_meet(place)
    assert not hand_over(Start("@anna"), place)
    instance = Instance(place, lambda _: None, qapp)
    assert Path(place).stat().st_mode & 0o077 == 0  # nobody else may write to it
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(place)
    instance.close()


@posix
def test_a_first_window_that_does_not_answer_is_passed_over(place):
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(place)
        silent.listen()
        assert not hand_over(Start(), place)


@pytest.mark.parametrize("target", ["", "@anna", "ÄÖ 😀", "x" * 500])
def test_a_start_is_read_as_it_was_sent(target):
    assert read_start(json.dumps({"target": target, "demo": True}).encode()) == Start(target, is_demo=True)


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"\xff", b"[]", b"1", b'{"target": 1, "demo": true}', b'{"target": ""}', b"[" * 5_000),
        json.dumps({"target": "x" * 501, "demo": False}).encode(),
    ],
)
def test_anything_else_is_no_start(line):
    assert read_start(line) is None
