import json
import multiprocessing
import os
import stat
import sys
from dataclasses import asdict, fields, replace
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from app import files
from app.errors import SidestageError
from app.settings import Settings, load, remember_room, save, save_changes

posix = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and permissions of POSIX")


def test_names_are_kept_newest_first_without_repetition(tmp_path):
    settings = Settings()
    for name in ("anna", "bo", "anna"):
        settings.remember(name)
    save(settings, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json").recent == ["anna", "bo"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"recent": 5}', '{"recent": [1, "anna"]}'])
def test_a_broken_file_is_no_choices(tmp_path, text):
    path = tmp_path / "settings.json"
    if text is not None:
        path.write_text(text)
    assert load(path).recent in ([], ["anna"])


def names_in(folder):
    return sorted(one.name for one in folder.iterdir())


CHOICES = Settings(
    ["anna"], "euler", {"sign_url": "https://s"}, "http://p:1", "socks5://p:2", ["s"], 20.0, 30.0, 40.0
)


def test_choices_come_back_as_they_were(tmp_path):
    save(CHOICES, tmp_path / "settings.json")
    assert load(tmp_path / "settings.json") == CHOICES


@pytest.mark.parametrize("name", [one.name for one in fields(Settings)])
@pytest.mark.parametrize(
    "odd", [None, True, [1], {"a": 1}, float("inf"), float("nan"), pytest.param(10**400, id="huge")]
)
def test_a_broken_field_costs_only_itself(tmp_path, name, odd):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(asdict(CHOICES) | {name: odd}))
    assert load(path) == replace(CHOICES, **{name: getattr(Settings(), name)})


def test_a_password_of_a_proxy_is_in_no_file(tmp_path):
    save(Settings(web_proxy="http://me:word@p:1"), tmp_path / "settings.json")
    assert "word" not in (tmp_path / "settings.json").read_text()


def test_a_name_in_capitals_is_remembered_once():
    settings = Settings(recent=["Demo", "other"])
    settings.remember("demo")
    assert settings.recent == ["demo", "other"]


def test_following_changes_the_names_only(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(asdict(CHOICES) | {"of_a_later_version": [1]}))
    assert remember_room("bo", path) == replace(CHOICES, recent=["bo", "anna"])
    assert json.loads(path.read_text()) == asdict(CHOICES) | {
        "recent": ["bo", "anna"], "of_a_later_version": [1],
    }  # fmt: skip


def test_the_dialog_changes_what_was_changed_in_it_only(tmp_path):
    path = tmp_path / "settings.json"
    seen = Settings(["anna"], "euler", {"a": "1", "b": "2"}, session_hosts=["x", "y"], stale_s=9.0)
    save(Settings(["bo"], "polling", {"a": "1", "b": "3", "c": "4"}, session_hosts=["y", "z"]), path)
    mine = replace(seen, addresses={"a": "9", "b": "2"}, session_hosts=["x", "new"], stale_s=7.0)
    expected = Settings(
        ["bo"], "polling", {"a": "9", "b": "3", "c": "4"}, session_hosts=["z", "new"], stale_s=7.0
    )
    assert save_changes(seen, mine, path) == load(path) == expected


def test_a_permission_that_another_window_withdrew_stays_withdrawn(tmp_path):
    path = tmp_path / "settings.json"
    seen = Settings(session_hosts=["s.test"])
    save(Settings(), path)
    assert save_changes(seen, replace(seen, way="polling"), path).session_hosts == []


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
        seen = load(path)
        save_changes(seen, replace(seen, addresses=seen.addresses | {f"address_{turn}": "x"}), path)
    for other in others:
        other.join()
    assert [other.exitcode for other in others] == [0] * 4
    assert set(load(path).recent) == set("abcd")
    assert len(load(path).addresses) == 40
    assert names_in(tmp_path) == ["settings.json"] or sys.platform == "win32"


def test_without_a_lock_it_goes_on(tmp_path, monkeypatch):
    def none(_):
        raise OSError("no locks here")

    monkeypatch.setattr(files, "_open_lock", none)
    assert remember_room("anna", tmp_path / "settings.json").recent == ["anna"]


def test_a_lock_that_somebody_keeps_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCK_S", 0.05)
    path = tmp_path / "settings.json"
    with files.locked(path) as mine, files.locked(path) as yours:
        assert (mine, yours) == (True, False)
    with files.locked(path) as again:
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
    assert load(path) == Settings()
    with pytest.raises(SidestageError, match=r"The choices cannot be kept in .*: ."):
        save(CHOICES, path)
    assert names_in(tmp_path) == before
    assert not path.is_file() if "\0" not in place else True


def test_a_file_of_many_megabytes_is_no_choices(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": ["x" * files.SMALL]}))
    assert load(path) == Settings()


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
    path.write_text('{"recent": ["a\\ud83d"], "way": "\\udc00", "addresses": {"\\ud800": "\\ud800"}}')
    told = load(path)
    assert (told.recent, told.way, told.addresses) == (["a?"], "?", {"?": "?"})
