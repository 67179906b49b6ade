import json
import multiprocessing
import os
import stat
import sys
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from app import files
from app.errors import SidestageError, UsageError
from app.settings import KEPT, Store, put_first, put_in, take_out
from app.settings.kinds import Switch
from app.settings.migrations import VERSION
from app.settings.store import RECENT

posix = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and permissions of POSIX")
CHOICES = {
    "recent": ("anna",),
    "way": "euler",
    "sign_url": "https://s",
    "session_hosts": ("s",),
    "web_proxy": "http://p:1",
    "socket_proxy": "socks5://p:2",
    "http_timeout_s": 20.0,
    "open_timeout_s": 30.0,
    "stale_s": 40.0,
}


def load(path):
    return Store(path).values


def save(choices, path):
    Store(path).change(choices)


def remember_room(name, path):
    Store(path).change({"recent": put_first(name)})


def test_names_are_kept_newest_first_without_repetition_and_few(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    for name in ("anna", "bo", "Anna"):
        remember_room(name, path)
    assert load(path) == {"recent": ("Anna", "bo")}
    for number in range(2 * RECENT):
        remember_room(f"name{number}", path)
    assert len(load(path)["recent"]) == RECENT


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "\xff"])
def test_a_damaged_file_is_set_aside_and_said(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="latin-1")
    store = Store(path)
    assert (store.values, names_in(tmp_path)) == ({}, ["settings.damaged.json"])
    assert "settings.damaged.json" in store.notice
    store.change({"way": "euler"})
    assert (tmp_path / "settings.damaged.json").read_text(encoding="latin-1") == text
    assert load(path) == {"way": "euler"}


def test_what_was_set_aside_before_stays(tmp_path):
    path = tmp_path / "settings.json"
    for text in ("{", "[]", "7"):
        path.write_text(text, encoding="utf-8")
        notice = Store(path).notice
    kept = {one.name: one.read_text(encoding="utf-8") for one in tmp_path.glob("*.damaged*")}
    assert kept == {
        "settings.damaged.json": "{",
        "settings.damaged-2.json": "[]",
        "settings.damaged-3.json": "7",
    }
    assert "settings.damaged-3.json" in notice


@pytest.mark.parametrize("text", [None, "{}", '{"recent": 5}'])
def test_without_choices_there_are_none_and_nothing_is_said(tmp_path, text):
    path = tmp_path / "settings.json"
    if text is not None:
        path.write_text(text)
    store = Store(path)
    assert (store.values, store.notice) == ({}, "")


def names_in(folder):
    return sorted(one.name for one in folder.iterdir())


def test_choices_come_back_as_they_were(tmp_path):
    save(CHOICES, tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == CHOICES


def makes_sense(name, value):
    try:
        KEPT[name].kind.read_json(value)
    except UsageError:
        return False
    return True


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize(
    "odd", [None, True, {"a": 1}, float("inf"), float("nan"), pytest.param(10**400, id="huge")]
)
def test_a_broken_entry_costs_only_itself(tmp_path, name, odd):
    if odd is True and isinstance(KEPT[name].kind, Switch):
        odd = 1
    path = tmp_path / "settings.json"
    entries = {one: list(value) if isinstance(value, tuple) else value for one, value in CHOICES.items()}
    path.write_text(json.dumps({**entries, name: odd, "version": VERSION}))
    others = {one: value for one, value in CHOICES.items() if one != name}
    assert load(path) == others | ({name: odd} if makes_sense(name, odd) else {})


def test_what_nobody_chose_does_not_stand_in_the_file(tmp_path):
    path = tmp_path / "settings.json"
    save({"way": "euler"}, path)
    assert json.loads(path.read_text()) == {"way": "euler", "version": VERSION}
    save({"way": None}, path)
    assert json.loads(path.read_text()) == {"version": VERSION}


def test_a_file_of_the_first_version_is_read_and_made_into_todays(tmp_path):
    path = tmp_path / "settings.json"
    first = {
        "recent": ["anna"],
        "way": "",
        "addresses": {"sign_url": "https://s.test"},
        "web_proxy": "",
        "socket_proxy": "",
        "session_hosts": [],
        "http_timeout_s": 0.0,
        "open_timeout_s": 30.0,
    }
    path.write_text(json.dumps(first))
    assert load(path) == {"recent": ("anna",), "sign_url": "https://s.test", "open_timeout_s": 30.0}
    remember_room("bo", path)
    assert json.loads(path.read_text()) == {
        "recent": ["bo", "anna"],
        "sign_url": "https://s.test",
        "open_timeout_s": 30.0,
        "version": VERSION,
    }


def test_a_password_of_a_proxy_is_in_no_file(tmp_path):
    path = tmp_path / "settings.json"
    with pytest.raises(UsageError, match="password") as refused:
        save({"web_proxy": "http://me:word@p:1"}, path)
    assert "word@" not in refused.value.line
    assert not path.exists()


def test_entries_of_a_later_version_stay(tmp_path):
    """So does the number of that version, which would otherwise migrate its own entries when it is back."""
    path = tmp_path / "settings.json"
    later = {"way": "euler", "chat_lines": 0, "of_a_later_version": [1], "version": VERSION + 1}
    path.write_text(json.dumps(later))
    assert load(path) == {"way": "euler", "chat_lines": 0}
    remember_room("bo", path)
    assert json.loads(path.read_text()) == {**later, "recent": ["bo"]}


def test_a_change_leaves_what_another_window_chose(tmp_path):
    path = tmp_path / "settings.json"
    mine, other = Store(path), Store(path)
    mine.change({"way": "euler", "session_hosts": put_in("x"), "stale_s": 9.0})
    other.change({"session_hosts": put_in("y"), "sign_url": "https://s.test"})
    other.change({"session_hosts": take_out("x")})
    assert mine.change({"stale_s": 7.0}) == {
        "way": "euler",
        "session_hosts": ("y",),
        "sign_url": "https://s.test",
        "stale_s": 7.0,
    }


def test_who_listens_hears_what_changed(tmp_path):
    path = tmp_path / "settings.json"
    store, heard = Store(path), []
    store.listen(heard.append)
    store.change({"way": "euler", "stale_s": 9.0})
    store.change({"way": "euler"})
    Store(path).change({"way": None})
    store.read()
    assert heard == [{"way", "stale_s"}, {"way"}]


@pytest.fixture(scope="module")
def tracker():
    """Python's own helper of processes, which stays."""
    resource_tracker.ensure_running()


def remember_often(path, name):
    for _ in range(40):
        remember_room(name, Path(path))


def test_two_windows_at_once_undo_nothing_of_each_other(tmp_path, tracker):
    path = tmp_path / "settings.json"
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=remember_often, args=(str(path), name)) for name in "abcd"]
    for other in others:
        other.start()
    for turn in range(40):
        Store(path).change({"session_hosts": put_in(f"host_{turn}")})
    for other in others:
        other.join()
    assert [other.exitcode for other in others] == [0] * 4
    assert set(load(path)["recent"]) == set("abcd")
    assert len(load(path)["session_hosts"]) == 40
    assert names_in(tmp_path) == ["settings.json"] or sys.platform == "win32"


def test_without_a_lock_it_goes_on(tmp_path, monkeypatch):
    def none(_):
        raise OSError("no locks here")

    monkeypatch.setattr(files, "_open_lock", none)
    remember_room("anna", tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == {"recent": ("anna",)}


def test_a_lock_that_somebody_keeps_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCK_S", 0.05)
    path = tmp_path / "settings.json"
    with files.hold_lock(path) as mine, files.hold_lock(path) as yours:
        assert (mine, yours) == (True, False)
    with files.hold_lock(path) as again:
        assert again


NOWHERE = [
    "/proc/nope/settings.json",
    "/dev/full",
    "/dev/null",
    "{}/file/settings.json",
    "{}/folder",
    "{}/pipe",
    "a\0b",
]


@posix
@pytest.mark.parametrize("place", NOWHERE)
def test_what_is_no_file_is_neither_read_nor_written_nor_waited_for(tmp_path, place):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path = Path(place.format(tmp_path))
    before = names_in(tmp_path)
    assert load(path) == {}
    with pytest.raises(SidestageError, match=r"The choices cannot be kept in .*: ."):
        save(CHOICES, path)
    assert names_in(tmp_path) == before
    assert not path.is_file() if "\0" not in place else True


def test_a_file_of_many_megabytes_is_no_choices(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": ["x" * files.SMALL]}))
    assert load(path) == {}


@posix
def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    save(CHOICES, path)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SidestageError, match=r"settings\.json: No space left on device"):
        remember_room("bo", path)
    assert (load(path), names_in(tmp_path)) == (CHOICES, ["settings.json"])


@posix
def test_only_the_owner_reads_it_and_a_link_stays_one(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "settings.json").symlink_to(tmp_path / "there" / "real.json")
    save(CHOICES, tmp_path / "settings.json")
    assert (tmp_path / "settings.json").is_symlink()
    assert stat.S_IMODE((tmp_path / "there" / "real.json").stat().st_mode) == 0o600


def test_half_a_surrogate_pair_comes_from_no_file(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"recent": ["a\\ud83d"], "way": "\\udc00", "sign_url": "\\ud800"}')
    assert load(path) == {"recent": ("a?",)}
