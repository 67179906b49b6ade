"""A report after a busy minute: whole, readable, and nobody and no secret is in it."""

import json
import logging
import re
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from app import masking
from app.errors import SidestageError, UsageError
from app.events import Connected, User
from app.events.decode.table import decode
from app.log.file import LogFile
from app.protocol.message import Message
from app.record.capture import open_capture, read_messages
from app.record.last_minute import LastMinute
from app.report.folder import LEAST_NAME, Material, hide_people, make_report, suggest_folder
from app.report.people import list_people
from app.settings import SECRETS, find_log_file, read_choices
from app.sim.options import SimOptions
from app.sim.room.script import Script
from app.state import RoomState

NOON = 1_800_000_000_000
HOME = "/home/mira-the-owner"
VALUES = {name: f"{name[:2]}-hemlich-{at}" for at, name in enumerate(SECRETS)}
CHOSEN = {
    "way": "euler",
    "chat_scrollback": 2_000,
    "sounds": True,
    "recent": ("ownhandle", "another.one"),
    "chat_hidden_words": ("badword",),
    "web_proxy": "http://proxyuser:proxypass@127.0.0.1:8080",
    "sign_url": "https://sign.mira.example",
    "headers": (("X-Odd", "hemlich-header"),),
    "arrangements": {"Mira's own": {}},
}


@pytest.fixture
def places(monkeypatch, tmp_path):
    monkeypatch.setattr(masking, "_values", {})
    monkeypatch.setenv("HOME", HOME)
    monkeypatch.setenv("USERPROFILE", HOME)
    monkeypatch.setenv("SIDESTAGE_LOGS", str(tmp_path / "logs"))
    monkeypatch.setenv("SIDESTAGE_SIGN_KEY", VALUES["sign_key"])
    return tmp_path


class Busy:
    """A busy minute of the invented room, with a log that says more than it should."""

    def __init__(self):
        self.state, self.ring = RoomState(), LastMinute()
        self.host = User(901_234_567_890_123_456, "mira.plays", "Mira spielt")
        self.state.apply(Connected(unique_id="mira.plays", host=self.host, at_ms=NOON), NOON)
        for said in Script(SimOptions(rate=60.0, seed=3), NOON):
            if said.at_s > 50:
                break
            at_ms = NOON + round(said.at_s * 1_000)
            message = Message(said.method, said.wire.payload, said.msg_id, at_ms)
            self.ring.take(message)
            self.state.apply(decode(message), at_ms)
        self.people = list_people(self.state)

    def write_log(self):
        log = logging.Logger("library")  # noqa: LOG001 - no other test hears it
        log.addHandler(LogFile(find_log_file()))
        for one in (*self.people, *VALUES.values()):
            log.error("Something of %s and %r went wrong.", one, {"name": one})
        log.error('File "%s/app/x.py": @stranger.unknown 7123456789012345678', HOME)


def read_all(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


make_busy = cache(Busy)


@pytest.fixture
def report(places):
    read_choices(CHOSEN, {SECRETS[name].variable: value for name, value in VALUES.items()}, {})
    busy = make_busy()
    busy.write_log()
    messages = busy.ring.list()
    make_report(places / "report", Material(CHOSEN, {"screen": "1280x800"}, busy.people, messages))
    return busy, places / "report"


def test_the_minute_was_busy(report):
    busy, _ = report
    assert len(busy.ring.list()) > 1_000
    assert len(busy.people) > 300
    assert {one.type for one in map(decode, busy.ring.list())} > {
        "comment",
        "gift",
        "like",
        "join",
        "viewers",
    }


OTHERS = ("proxypass", "proxyuser", "mira.example", "hemlich", "badword", "ownhandle", "another.one")
MORE = ("Mira's own", "stranger.unknown", "7123456789012345678", HOME, "mira-the-owner")


def test_no_byte_of_it_tells_of_anybody_or_of_a_secret(report):
    busy, folder = report
    secrets = {*VALUES.values(), *OTHERS, *MORE}
    files = {path.name: content.decode("utf-8") for path, content in read_all(folder).items()}
    files["bodies"] = b"\n".join(one.payload for one in replay(folder)).decode("utf-8", "replace")
    assert not {one for one in secrets if one in "\n".join(files.values())}
    for name in ("sidestage.log", "frames.jsonl", "bodies", "settings.json"):
        assert not [one for one in busy.people if len(one) >= LEAST_NAME and stands_in(one, files[name])], (
            name
        )


def stands_in(person, text):
    """Short ASCII names stand in other words, too."""
    if person not in text:
        return False
    return not person.isascii() or bool(re.search(rf"\b{re.escape(person)}\b", text))


def replay(folder):
    with open_capture(folder / "frames.jsonl") as lines:
        return [*read_messages(lines)]


def test_the_frames_can_be_played_and_the_same_happened(report):
    busy, folder = report
    before, after = [[decode(one) for one in some] for some in (busy.ring.list(), replay(folder))]
    assert [one.type for one in after] == [one.type for one in before]
    assert [one.at_ms for one in replay(folder)] == [one.at_ms for one in busy.ring.list()]
    gifts = [
        [(one.gift_id, one.count, one.diamonds) for one in some if one.type == "gift"]
        for some in (before, after)
    ]
    assert gifts[0] == gifts[1]
    state = RoomState()
    for one in after:
        state.apply(one, one.at_ms)
    told = RoomState()
    for one in before:
        told.apply(one, one.at_ms)
    assert [row.diamonds for row in state.leaderboard.top(10)] == [
        row.diamonds for row in told.leaderboard.top(10)
    ]


def test_numbers_and_names_of_ours_are_in_the_settings_and_nothing_else(report):
    _, folder = report
    chosen = json.loads((folder / "settings.json").read_text("utf-8"))
    assert chosen["chosen"] == {
        "way": "euler",
        "chat_scrollback": 2_000,
        "sounds": True,
        "recent": 2,
        "chat_hidden_words": 1,
        "web_proxy": "(chosen)",
        "sign_url": "(chosen)",
        "headers": 1,
        "arrangements": 1,
    }
    assert chosen["set_by_variables"] == ["SIDESTAGE_SIGN_KEY"]


def test_it_says_what_is_in_it(report):
    _, folder = report
    readme = (folder / "README.txt").read_text("utf-8")
    assert {path.name for path in folder.iterdir()} == {
        "README.txt",
        "versions.txt",
        "settings.json",
        "frames.jsonl",
        "log",
    }
    assert all(path.name in readme for path in folder.iterdir() if path.name != "README.txt")
    assert max(map(len, readme.splitlines())) <= 100
    assert "screen: 1280x800" in (folder / "versions.txt").read_text("utf-8")
    assert (folder.stat().st_mode & 0o077) == 0


def test_without_a_room_and_a_log_there_are_neither(places):
    make_report(places / "report", Material({}, {}))
    assert {path.name for path in (places / "report").iterdir()} == {
        "README.txt",
        "versions.txt",
        "settings.json",
    }


def test_a_folder_that_is_there_stays_as_it_is(places):
    (places / "report").mkdir()
    with pytest.raises(UsageError):
        make_report(places / "report", Material({}, {}))
    assert not [*(places / "report").iterdir()]


def test_a_place_that_cannot_be_written_is_said(places):
    (places / "file").touch()
    with pytest.raises(SidestageError, match="could not be made"):
        make_report(places / "file" / "report", Material({}, {}))


def test_two_reports_of_one_second_have_places_of_their_own(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    now = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - local time
    first = suggest_folder(now)
    assert first == tmp_path / "sidestage-report-2026-01-02-030405"
    first.mkdir()
    assert suggest_folder(now) == tmp_path / "sidestage-report-2026-01-02-030405-2"
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "none"))
    assert suggest_folder(now).parent == Path.home()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ValueError: Anna", "ValueError: •••"),
        ("Annabel and ANNA", "Annabel and •••"),
        ("하늘이", "•••이"),
        ("@whoever said so", "@••• said so"),
        ("room 7123456789012345678", "room •••"),
        ("at 10:22:01, line 1234567", "at 10:22:01, line 1234567"),
    ],
)
def test_names_are_hidden_as_whole_words(text, kept):
    assert hide_people(text, ["Anna", "J", "하늘"]) == kept
    assert LEAST_NAME == 2
