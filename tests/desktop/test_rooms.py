import asyncio
from contextlib import aclosing

import pytest

from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.errors import SidestageError, UsageError
from app.events import Connected, Disconnected
from app.settings import Store, find_settings_file, put_in, read_secret, take_out
from app.sim import SimOptions, SimThread
from app.words import Phrase


@pytest.fixture
def rooms(backend, monkeypatch, tmp_path):
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    return Rooms(WindowOptions(asked={"stale_s": 20.0}))


def told(ask):
    """What is told later, in the loop."""

    async def heard():
        answer = asyncio.get_running_loop().create_future()
        ask(answer.set_result)
        return await answer

    return asyncio.run(heard())


def kept(rooms, changes, secrets):
    return told(lambda then: rooms.keep(changes, secrets, then))


def in_file():
    return dict(Store(find_settings_file()).values)


async def first_two(source):
    async with aclosing(source.batches()) as batches:
        (first,), (second,) = await anext(batches), await anext(batches)
        return [first, second]


def test_what_the_dialog_keeps_counts_at_the_next_connect(rooms):
    kept(rooms, {"way": "euler"}, {"sign_key": "k"})
    looking, refused = asyncio.run(first_two(rooms.open("room:7123456789012345678")))
    assert looking.step == "Looking into the keyring …"
    assert (refused.type, refused.code) == ("disconnected", "usage")  # Euler's cloud follows names only
    assert all(isinstance(text, Phrase) for text in (looking.step, refused.reason))


def test_a_name_that_is_none_is_refused_at_once_and_not_remembered(rooms):
    with pytest.raises(UsageError):
        rooms.open("no name")
    assert not rooms.recent


def test_whom_one_looks_at_is_remembered(rooms):
    rooms.open("@anna")
    assert in_file() == {"recent": ("anna",)}


@pytest.fixture
def sim(monkeypatch):
    """The built-in server, where one name is that of a room."""
    server = SimThread(SimOptions(name="mira"))
    ends = server.start()
    for name in ("app_url", "webcast_url", "sign_url"):
        monkeypatch.setenv(f"SIDESTAGE_{name.upper()}", getattr(ends, name))
    yield
    server.stop()


async def follow_until(source, kind):
    async with aclosing(source.batches()) as batches:
        async for batch in batches:
            for event in batch:
                if isinstance(event, kind):
                    return event
    raise AssertionError


@pytest.mark.usefixtures("sim")
def test_a_name_that_nobody_has_is_forgotten_unless_it_was_kept_before(rooms):
    rooms.open("@gone")
    for typed in ("@mria", "@Gone"):
        end = asyncio.run(follow_until(rooms.open(typed), Disconnected))
        assert end.code == "no_such_user"
    asyncio.run(follow_until(rooms.open("@mira"), Connected))
    assert in_file()["recent"] == rooms.recent == ("mira", "gone")


def test_choices_go_to_the_file_and_secrets_to_the_keyring(rooms):
    assert kept(rooms, {"way": "euler"}, {"sign_key": "k"}) is None
    assert (in_file()["way"], read_secret("sign_key")) == ("euler", "k")
    assert told(lambda then: rooms.look(["sign_key", "session_id"], then)) == {
        "sign_key": True,
        "session_id": False,
    }
    assert "sign_key" not in find_settings_file().read_text()


def followed(rooms, target="room:7123456789012345678"):
    """What the user is told while this is followed by a way that cannot."""
    notices = []
    rooms.notify = notices.append
    kept(rooms, {"way": "euler"}, {})
    rooms.store.values = {"way": "euler"}  # also where the file cannot be written
    asyncio.run(first_two(rooms.open(target)))
    return notices


@pytest.mark.parametrize("place", ["{}/file/settings.json", "{}/folder"])
def test_settings_that_cannot_be_written_are_said_once_and_the_room_is_followed(
    backend, tmp_path, monkeypatch, place
):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("SIDESTAGE_SETTINGS", place.format(tmp_path))
    rooms = Rooms(WindowOptions())
    first, second = followed(rooms), followed(rooms)
    assert [notice.startswith("The choices cannot be kept in") for notice in first] == [True]
    assert second == []
    assert rooms.recent == ("room:7123456789012345678",)


def test_a_window_that_follows_leaves_what_another_chose(rooms):
    other = Rooms(WindowOptions())
    kept(other, {"way": "polling", "session_hosts": put_in("s.test")}, {})
    rooms.open("@anna")
    assert in_file() == {"recent": ("anna",), "way": "polling", "session_hosts": ("s.test",)}
    kept(other, {"session_hosts": take_out("s.test")}, {})
    rooms.open("@bo")
    assert in_file() == rooms.kept == {"recent": ("bo", "anna"), "way": "polling"}


@pytest.mark.parametrize("error", [RuntimeError("s3cret"), SystemExit(2), StopIteration()])
def test_a_keyring_that_breaks_in_the_thread_is_said_and_does_not_hold_up(rooms, monkeypatch, error):
    def fail(_):
        raise error

    monkeypatch.setattr("app.desktop.keyring_source.read_secret", fail)
    monkeypatch.setattr("app.desktop.rooms.read_secret", fail)
    (notice,) = followed(rooms)
    assert notice.startswith("The system's keyring cannot be asked")
    assert "s3cret" not in notice
    assert isinstance(notice, Phrase)
    assert told(lambda then: rooms.look(["sign_key"], then)) == {"sign_key": False}


@pytest.mark.parametrize("error", [RuntimeError("s3cret"), SystemExit(2), MemoryError()])
def test_the_dialog_hears_of_whatever_went_wrong(rooms, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr("app.desktop.rooms.store_secret", fail)
    told_error = kept(rooms, {}, {"sign_key": "k"})
    assert isinstance(told_error, SidestageError)
    assert "s3cret" not in told_error.line


def test_options_and_environment_are_named(rooms, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_SIGN_KEY", "k")
    assert list(rooms.find_rulers()) == ["sign_key", "stale_s"]


def test_a_file_that_cannot_be_written_is_one_sentence(rooms, tmp_path):
    (tmp_path / "settings.json").mkdir()
    assert isinstance(kept(rooms, {"way": "euler"}, {}), SidestageError)


def test_what_is_kept_last_counts_also_when_the_window_closes_at_once(rooms):
    async def close():
        for theme in ("light", "contrast", "system"):
            rooms.keep({"theme": theme}, {}, lambda _: None)
        await rooms.close()

    asyncio.run(close())
    assert in_file() == {"theme": "system"}
