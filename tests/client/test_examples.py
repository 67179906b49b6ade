"""The scripts of docs/examples, as a user runs them, against the built-in server."""

import asyncio
import http.server
import json
import re
import runpy
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.sim import SimOptions
from app.sim.alone import list_variables
from app.sim.thread import SimThread

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py"))
PROMISED = {
    "battle_tracker.py",
    "captions_to_file.py",
    "gift_leaderboard.py",
    "several_rooms.py",
    "webhook_relay.py",
}


@pytest.fixture
def sim(monkeypatch):
    """Rooms on threads of their own, which end soon; the environment says where the last one is."""
    rooms = []

    def begin(**options):
        chosen = {"rate": 200, "end_after_s": 4.0, "first_battle_s": 0.3, "battle_s": 2.0} | options
        room = SimThread(SimOptions(**chosen))
        rooms.append(room)
        for name, value in list_variables(room.start()):
            monkeypatch.setenv(name, value)

    yield begin
    for room in rooms:
        room.stop()


def load(name):
    return runpy.run_path(str(FOLDER / name))


def test_there_are_those_that_the_documents_name():
    assert set(SCRIPTS) == PROMISED


@pytest.mark.parametrize("name", SCRIPTS)
def test_without_words_a_script_says_what_it_wants(name):
    done = subprocess.run([sys.executable, FOLDER / name], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"usage: {name} @creator")
    assert len(done.stderr.splitlines()) == 1


def test_captions_become_subtitles(sim, tmp_path, capsys):
    sim()
    path = tmp_path / "captions.srt"
    count = asyncio.run(load("captions_to_file.py")["write_captions"]("@demo", path))
    said = capsys.readouterr().out.splitlines()
    blocks = path.read_text("utf-8").strip().split("\n\n")
    assert len(blocks) == count > 0
    for number, block in enumerate(blocks, 1):
        first, times, words = block.split("\n")
        assert first == str(number)
        assert re.fullmatch(r"(\d\d:\d\d:\d\d,\d{3}) --> (\d\d:\d\d:\d\d,\d{3})", times)
        assert words in said
    with pytest.raises(FileExistsError):
        asyncio.run(load("captions_to_file.py")["write_captions"]("@demo", path))


class Receiver(http.server.BaseHTTPRequestHandler):
    got, refuse = [], 0

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        kind = type(self)
        status = 503 if kind.refuse else 204
        kind.refuse -= bool(kind.refuse)
        if status == 204:
            kind.got.append(json.loads(body))
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def receiver():
    kind = type("Own", (Receiver,), {"got": [], "refuse": 1})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield kind, f"http://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    server.server_close()
    thread.join()


def test_events_reach_the_webhook_in_order_also_when_it_refuses_once(sim, receiver):
    sim(rate=50)
    kind, address = receiver
    types = frozenset({"gift", "follow", "connected"})
    relay = asyncio.run(load("webhook_relay.py")["relay_events"]("@demo", address, types))
    assert relay.lost == 0
    assert relay.sent == len(kind.got) > 2
    assert {event["type"] for event in kind.got} <= types
    assert kind.got[0]["type"] == "connected"


def test_the_tracker_tells_results_and_who_brought_most(sim, capsys):
    sim()
    results = asyncio.run(load("battle_tracker.py")["track_battles"]("@demo"))
    said = capsys.readouterr().out
    assert results
    assert f"-- {results[0]}" in said
    assert re.match(r"(win|lose|draw|over): .* : ", results[0])
    assert "*" in results[0]
    assert "active: " in said


def test_the_leaderboard_sums_to_the_total(sim, capsys):
    sim()
    state = asyncio.run(load("gift_leaderboard.py")["keep_leaderboard"]("@demo", 3))
    lines = capsys.readouterr().out.splitlines()
    rows = state.leaderboard.top(10_000)
    assert sum(row.diamonds for row in rows) == state.gifts.diamonds > 0
    assert f"{state.gifts.diamonds:,} diamonds from {state.leaderboard.count:,} people" in lines
    assert any(row.user.name in lines[-1] for row in rows)


def test_several_rooms_are_read_at_once_and_one_that_fails_leaves_the_other(sim, capsys):
    sim()
    counts = asyncio.run(load("several_rooms.py")["read_rooms"](["@demo", "@no.such.person"]))
    said = capsys.readouterr().out
    assert counts["demo"] > 100
    assert "@no.such.person  over: " in said
    assert "@demo  over: " in said
    assert said.count("@demo  ") > 10
