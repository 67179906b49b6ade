"""The program in consoles that are not UTF-8, closed, full, or gone; in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from app.settings import OPTIONS
from app.sim import SimOptions
from app.sim.thread import SimThread

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")
CONSOLES = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "gbk:strict"},
    {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
]
PROGRAM = f"{sys.executable} -m app"


@pytest.fixture(scope="module")
def room():
    """A server; the environment that points there."""
    thread = SimThread(SimOptions(rate=50))
    addresses = thread.start()
    yield {
        OPTIONS[name].variable: getattr(addresses, name) for name in ("app_url", "webcast_url", "sign_url")
    }
    thread.stop()


def shell(line, environment=(), **options):
    """Run a line of a shell, where `sidestage` is the program; exit code, output and errors as bytes."""
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("sidestage", PROGRAM)],
        capture_output=True,
        env={**os.environ, **dict(environment)},
        timeout=60,
        check=False,
        **options,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("console", CONSOLES, ids=lambda told: "+".join(told.values()))
@pytest.mark.parametrize("words", ["tail @demo --for 1", "info @demo", "tail --help"])
def test_text_is_utf_8_in_every_console(room, console, words):
    code, out, err = shell(f"sidestage {words}", room | console)
    assert (code, err) == (0, b"")
    assert out.decode()


@pytest.mark.parametrize("console", CONSOLES, ids=lambda told: "+".join(told.values()))
@pytest.mark.parametrize("words", ["tail @demo --for 1", "info @demo"])
def test_json_is_json_in_every_console(room, console, words):
    code, out, err = shell(f"sidestage {words} --json", room | console)
    assert (code, err) == (0, b"")
    assert all(json.loads(line) for line in out.decode().splitlines())


@pytest.mark.parametrize("words", ["tail @demo --for 1", "keys", "--help"])
@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_empty_ones(room, words, closed):
    code, _, err = shell(f"sidestage {words} {closed}", room)
    assert (code, err) == (0, b"")


def test_stats_to_nobody_end_as_usual(room):
    assert shell("sidestage tail @demo --for 1 --stats --filter end 2>&-", room) == (0, b"", b"")


def test_a_key_from_nobody_is_one_sentence():
    code, _, err = shell("sidestage keys set sign_key <&-")
    assert (code, err) == (
        2,
        "sidestage: Nothing was given to keep. “sidestage keys forget sign_key” takes it out.\n".encode(),
    )


def test_nothing_to_decode_is_said():
    assert shell("sidestage decode <&-") == (0, b"", b"There was no message to decode.\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")  # noqa: PTH110
@pytest.mark.parametrize("words", ["--help", "events", "tail @demo --for 1"])
def test_output_that_cannot_be_written_is_a_failure(room, words):
    code, _, err = shell(f"sidestage {words} >/dev/full", room)
    assert (code, err) == (1, b"sidestage: Standard output cannot be written: No space left on device.\n")


@pytest.mark.parametrize("words", ["events", "--help", "tail @demo --for 3"])
def test_a_reader_who_leaves_is_no_failure(room, words):
    code, _, err = shell(f"{{ sidestage {words}; echo $? >&2; }} | head -c 1 >/dev/null", room)
    assert (code, err) == (0, b"0\n")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_that_ends_tail_lets_it_tell_its_stats(room, name):
    words = [sys.executable, "-m", "app", "tail", "@demo", "--stats"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **room}
    ) as tail:
        tail.stdout.readline()
        number = getattr(signal, name)
        tail.send_signal(number)
        _, err = tail.communicate(timeout=30)
    assert tail.returncode == 128 + number
    assert b"seconds connected" in err


def test_the_end_of_the_terminal_closes_the_window(room, tmp_path):
    words = [sys.executable, "-m", "app", "@demo"]
    environment = {"QT_QPA_PLATFORM": "offscreen", "SIDESTAGE_SETTINGS": str(tmp_path / "settings.json")}
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **room, **environment}
    ) as window:
        while not (tmp_path / "settings.json").exists():  # it has begun to follow
            time.sleep(0.05)
        window.send_signal(signal.SIGHUP)
        try:
            window.communicate(timeout=30)
        finally:
            window.kill()  # or leaving the block would wait for one that does not end
    assert window.returncode == 0


@pytest.mark.parametrize("fault", ["slow_signer", "slow_page", "slow_handshake", "euler_silent"])
def test_a_server_that_lets_somebody_wait_ends_when_it_is_asked_to(fault):
    with subprocess.Popen(
        [sys.executable, "-m", "app", "sim", "--fault", fault], stdout=subprocess.PIPE, text=True
    ) as sim:
        told = [sim.stdout.readline() for _ in range(12)]
        environment = dict(line.split()[1].split("=", 1) for line in told if line.startswith("export"))
        way = "euler" if fault.startswith("euler") else "signed"
        with subprocess.Popen(
            [sys.executable, "-m", "app", "tail", "@demo", "--way", way],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **environment},
        ) as tail:
            tail.stdout.readline()
            time.sleep(0.5)
            sim.terminate()
            assert sim.wait(timeout=30) == 0
            tail.kill()


def test_what_libraries_log_is_one_line_on_the_terminal():
    script = """
import logging
from app.log import shorten_warnings
shorten_warnings()
logging.getLogger("asyncio").error("a\\x1b\\nb", exc_info=ValueError("deep"))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    assert done.stderr == b"sidestage: b\n"
