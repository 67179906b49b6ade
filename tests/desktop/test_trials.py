"""A way in is tried through the real connector, beside whatever is followed, one at a time."""

import asyncio

import pytest

from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.desktop.trials import Trials
from app.events import Comment, Connected, Connecting, Disconnected, Quota
from app.settings import store_secret
from app.sim import SimOptions, SimServer
from app.sim.options import ManagedRules


@pytest.fixture
def try_way(backend, monkeypatch, tmp_path):
    """Tries a way at the built-in server; gives what was heard, and the rooms."""
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))

    async def run(name, way, options):
        server = SimServer(SimOptions(rate=50, **options))
        ends = await server.start()
        rooms, end = Rooms(WindowOptions(asked={**ends.list_options(), "way": way})), asyncio.Event()
        before, heard = rooms.access, []

        def hear(event):
            heard.append(event)
            if isinstance(event, Connected | Disconnected):
                end.set()

        rooms.try_way(name, hear)
        await end.wait()
        await rooms.close()
        await server.stop()
        assert rooms.access is before
        assert not rooms.kept
        return heard

    return lambda name, way="signed", **options: asyncio.run(run(name, way, options))


def test_a_way_that_works_ends_as_soon_as_the_room_is_open(try_way):
    heard = try_way("@demo")
    assert [type(one) for one in heard[:1] + heard[-2:]] == [Connecting, Connecting, Connected]
    assert heard[-1].unique_id == "demo"
    assert any(isinstance(one, Quota) for one in heard)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("signer_401", "signer_key"),
        ("signer_429", "signer_limited"),
        ("not_live", "offline"),
        ("no_such_name", "no_such_user"),
        ("refused", "refused"),
    ],
)
def test_what_does_not_work_ends_with_its_failure(try_way, fault, code):
    last = try_way("@demo", fault=fault)[-1]
    assert (type(last), last.code) == (Disconnected, code)


def test_a_limit_says_when_it_ends(try_way):
    assert "Try again in" in try_way("@demo", fault="signer_429")[-1].hint


def test_a_name_that_is_none_is_said_at_once(try_way):
    (only,) = try_way("no name")
    assert only.code == "usage"


def test_the_key_of_the_keyring_is_tried(try_way):
    rules = ManagedRules(key="k3y")
    assert try_way("@demo", "euler", managed=rules)[-1].code == "signer_key"
    store_secret("sign_key", "k3y")
    assert isinstance(try_way("@demo", "euler", managed=rules)[-1], Connected)


def test_a_program_on_this_machine_needs_no_name(try_way):
    assert isinstance(try_way("", "tikfinity")[-1], Connected)


class Waiting:
    """A source that comes to no end until it is given up."""

    def __init__(self):
        self.is_open = False

    async def batches(self):
        self.is_open = True
        try:
            yield [Connecting(step="One."), Comment(text="not of interest")]
            await asyncio.Event().wait()
        finally:
            self.is_open = False


def test_one_is_tried_at_a_time_and_what_is_given_up_says_nothing_more():
    async def run():
        trials, first, second = Trials(), Waiting(), Waiting()
        heard = asyncio.Queue()
        trials.begin(first, heard.put_nowait)
        said = [await heard.get()]
        trials.begin(second, heard.put_nowait)
        said += [await heard.get()]
        assert (first.is_open, second.is_open) == (False, True)
        trials.stop()
        await trials.close()
        assert not second.is_open
        return said, heard.empty()

    assert asyncio.run(run()) == ([Connecting(step="One.")] * 2, True)


class Broken:
    async def batches(self):
        yield [Connecting(step="One.")]
        raise KeyError("s3cret")


def test_a_fault_of_our_own_ends_the_trial_in_a_sentence():
    async def run():
        trials, faults, heard = Trials(), [], asyncio.Queue()
        asyncio.get_running_loop().set_exception_handler(lambda _, what: faults.append(what["exception"]))
        trials.begin(Broken(), heard.put_nowait)
        await heard.get()
        return (await heard.get()).code, faults

    code, faults = asyncio.run(run())
    assert (code, [type(one) for one in faults]) == ("fault", [KeyError])
