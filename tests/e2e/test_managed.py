"""The four ways that send JSON, through the real routes, against the built-in stand-ins."""

from collections import Counter
from contextlib import aclosing
from dataclasses import replace

import pytest
from jumping import JumpingClock, JumpingPace, run

from app import events as ev
from app.access.choices import make_access
from app.connector.routes.table import make_route
from app.errors import (
    ConnectionLost,
    FrameFlood,
    RoomOffline,
    SidestageError,
    SignerDown,
    SignerKeyRefused,
    SignerLimited,
    StalledSocket,
)
from app.errors.bridges import BridgeMissing, BridgeRefused
from app.settings import SECRETS, WAYS
from app.sim import SimOptions, SimServer
from app.sim.alone import list_variables
from app.sim.options import ManagedFault, ManagedRules
from app.state import RoomState
from app.tiktok.target import parse_target

SOCKETS = [name for name, way in WAYS.items() if not way.has_messages]
KEYS = {option.variable: "k-e-y" for option in SECRETS.values() if option.page == "keys"}
STUDIO = {"SIDESTAGE_STUDIO_KEY": ManagedRules().studio_key}
NOTHING = "ws://127.0.0.1:1"


def server(*, options=None, **more):
    chosen = {"rate": 100, "end_after_s": 12.0, "first_battle_s": 2.0, "battle_s": 5.0} | (options or {})
    return SimServer(SimOptions(**chosen, managed=ManagedRules(**more)), JumpingPace())


def route_to(ends, way, name="demo", **options):
    access = make_access({"way": way}, KEYS | STUDIO | dict(list_variables(ends)))
    return make_route(parse_target(name), replace(access, **options), clock=JumpingClock())


async def flatten(batches):
    async for batch in batches:
        for event in batch:
            yield event


async def attempted(route, on_event=None):
    """The events of one attempt, and what broke it, None when the stream has ended."""
    seen = []
    try:
        async with aclosing(route.attempt(waiting=False)) as batches:
            async for event in flatten(batches):
                seen.append(event)
                if on_event:
                    await on_event(event)
    except SidestageError as error:
        return seen, error
    return seen, None


def followed(room, way, **options):
    """One attempt at a room that is served meanwhile."""

    async def follow():
        try:
            return await attempted(route_to(await room.start(), way, **options))
        finally:
            await room.stop()

    return run(follow())


@pytest.fixture(scope="module", params=SOCKETS)
def show(request):
    """One whole show by one way: the way, the server that played it, every event, how it ended."""
    room = server()
    return request.param, room, *followed(room, request.param)


def test_every_comment_and_every_gift_is_seen_exactly_once(show):
    _, room, seen, _ = show
    counted = Counter(event.msg_id for event in seen if isinstance(event, ev.Comment | ev.Gift))
    scripted = {"WebcastChatMessage", "WebcastGiftMessage"}
    assert set(counted) == {
        msg_id for msg_id, method in room.broadcast.ledger.deliveries.items() if method in scripted
    }
    assert set(counted.values()) == {1}


def test_the_diamonds_are_the_scripts(show):
    _, room, seen, _ = show
    state = RoomState()
    for event in seen:
        state.apply(event, 1_000)
    assert state.gifts.diamonds == room.broadcast.ledger.diamonds > 0


def test_nothing_is_undecodable(show):
    assert not [event for event in show[2] if isinstance(event, ev.Undecodable | ev.Unknown)]


def test_it_begins_with_being_connected_once(show):
    way, _, seen, _ = show
    first, second = seen[:2]
    assert (first.type, second.type) == ("connecting", "connected")
    assert second.source == way
    assert [event.type for event in seen].count("connected") == 1


def test_the_end_is_told_apart_from_a_loss(show):
    way, _, seen, error = show
    if way == "studio":  # it does not say when a stream ends
        assert isinstance(error, ConnectionLost)
    else:
        assert (seen[-1].type, error) == ("end", None)


def test_euler_tells_everything_that_the_wire_tells(show):
    way, room, seen, _ = show
    if way == "euler":
        assert {event.msg_id for event in seen if event.msg_id} == set(room.broadcast.ledger.deliveries)
        assert [event for event in seen if isinstance(event, ev.Battle) and event.phase == "active"]


def test_after_a_cut_nothing_comes_twice_and_nothing_is_missing():
    async def follow():
        room, seen = server(), []
        route = route_to(await room.start(), "euler")

        async def cut(_):
            if len(seen) == 50:
                await room.drop()

        async def noted(event):
            seen.append(event)
            await cut(event)

        try:
            _, error = await attempted(route, noted)
            assert isinstance(error, ConnectionLost)
            await attempted(route, noted)
        finally:
            await room.stop()
        return room, seen, route

    room, seen, route = run(follow())
    counted = Counter(event.msg_id for event in seen if event.msg_id)
    assert set(counted) == set(room.broadcast.ledger.deliveries)
    assert set(counted.values()) == {1}
    assert route.duplicates > 0


@pytest.mark.parametrize("way", ["euler", "tiktools", "tikfinity"])
@pytest.mark.parametrize("junk", ["{", b"\x00\x01", "[" * 100_000, "5", '{"messages": 5, "data": 5}'])
def test_a_senseless_frame_costs_only_itself(way, junk):
    room = server(options={"end_after_s": 2.0}, fault=ManagedFault(frames=(junk,)))
    seen, error = followed(room, way)
    assert [event.type for event in seen].count("undecodable") == 1
    assert error is None


def test_a_frame_over_the_limit_ends_the_connection_by_name():
    room = server(fault=ManagedFault(frames=('"' + "x" * (17 << 20) + '"',)))
    error = followed(room, "euler")[1]
    assert isinstance(error, FrameFlood)
    assert str(error) == "Euler Stream sent a frame of more than 16 MiB."


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (4404, RoomOffline),
        (4401, SignerKeyRefused),
        (4403, SignerKeyRefused),
        (4429, SignerLimited),
        (4500, ConnectionLost),
        (4556, SignerDown),
        (4006, StalledSocket),
        (1011, SignerDown),
        (4999, ConnectionLost),
        (4005, type(None)),
    ],
)
def test_every_close_code_has_its_meaning(code, kind):
    seen, error = followed(server(fault=ManagedFault(close=code)), "euler")
    assert type(error) is kind
    assert [event.type for event in seen] == ["connecting"]


def test_a_name_that_is_not_live():
    assert isinstance(followed(server(), "tiktools", name="nobody.here")[1], RoomOffline)


def test_the_key_is_sent_and_in_no_sentence():
    _, error = followed(server(key="another"), "euler")
    assert isinstance(error, SignerKeyRefused)
    assert "k-e-y" not in f"{error.line} {error.__cause__!r} {error.__context__!r}"


def test_no_key_reaches_the_log(caplog):
    caplog.set_level("DEBUG")
    followed(server(options={"end_after_s": 1.0}, key="k-e-y"), "tiktools")
    ours = [record.getMessage() for record in caplog.records if record.name != "websockets.server"]
    assert not [line for line in ours if "k-e-y" in line]


@pytest.mark.parametrize("kind", ["anon_limit", "demo_limit", "session_limit"])
def test_an_upsell_is_a_limit_in_their_words_on_one_line(kind):
    words = "Limit of k-e-y\\n reached. See https://x.test/buy for more"
    frame = f'{{"type": "{kind}", "message": "{words}", "upgrade_url": "https://x.test"}}'
    _, error = followed(server(fault=ManagedFault(frames=(frame,))), "tiktools")
    assert isinstance(error, SignerLimited)
    assert str(error) == "tik.tools: Limit of … reached."


SILENCE = '{"event": "ping", "messages": [{"type": "workerInfo"}]}'


@pytest.mark.parametrize("way", ["euler", "tiktools"])
def test_a_cloud_socket_that_says_nothing_is_given_up(way):
    fault = ManagedFault(frames=(SILENCE,), mute_s=600.0)
    assert isinstance(followed(server(fault=fault), way)[1], StalledSocket)


def test_a_program_on_this_machine_may_be_silent():
    seen, error = followed(server(fault=ManagedFault(mute_s=600.0)), "tikfinity")
    assert (seen[-1].type, error) == ("end", None)


@pytest.mark.parametrize(("way", "name"), [("tikfinity", "TikFinity"), ("studio", "TikTok LIVE Studio")])
def test_a_program_that_does_not_run(way, name):
    async def follow():
        room = server()
        ends = replace(await room.start(), peers={"tikfinity_url": NOTHING, "studio_url": NOTHING})
        await room.stop()
        return await attempted(route_to(ends, way))

    _, error = run(follow())
    assert isinstance(error, BridgeMissing)
    assert str(error) == f"{name} is not running on this machine."


def test_studio_does_not_take_the_key():
    _, error = followed(server(studio_key="app:key:other"), "studio")
    assert isinstance(error, BridgeRefused)
    assert "secret" not in error.line


def test_a_stranger_on_the_port_of_studio_never_gets_the_key():
    room = server(fault=ManagedFault(frames=("{}",)))
    _, error = followed(room, "studio")
    assert isinstance(error, BridgeMissing)
