import asyncio
import logging
import re
from pathlib import Path

import pytest
from e2e.rooms import access_to, run, server
from jumping import JumpingClock

from app import events as ev
from app.client import LiveClient
from app.errors import ConnectionLost, NoSuchUser, RoomOffline, UsageError
from app.sim import SimOptions
from app.sim.thread import SimThread

DOCS = Path(__file__).parents[2] / "docs" / "scripts.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


def with_client(script, name="demo", room=None, **options):
    """Run `script(client)` against a room at full speed; fails when a task is left."""

    async def played():
        served = room or server(end_after_s=5.0)
        ends = await served.start()
        before = asyncio.all_tasks()
        client = LiveClient(name, access_to(ends), clock=JumpingClock(), **options)
        try:
            outcome = await script(client)
            await client.disconnect()
            mine = [task for task in asyncio.all_tasks() - before if task.get_name().startswith("sidestage")]
            assert not mine
            return outcome
        finally:
            await served.stop()

    return run(played())


def followed(prepare, **options):
    async def script(client):
        seen = prepare(client)
        await client.start()
        return seen

    return with_client(script, **options)


def test_a_decorated_handler_gets_its_kind_only():
    def prepare(client):
        seen = []

        @client.on(ev.Gift)
        def note(gift):
            seen.append(gift)

        return seen

    seen = followed(prepare)
    assert seen
    assert {type(event) for event in seen} == {ev.Gift}


def test_a_base_class_gets_all_subclasses():
    def prepare(client):
        seen = []
        client.add_listener(ev.UserEvent, seen.append)
        return seen

    assert {"comment", "join", "like"} <= {event.type for event in followed(prepare)}


def test_sync_and_async_handlers_see_the_same_in_the_same_order():
    def prepare(client):
        one, two = [], []

        @client.on(ev.Event)
        async def later(event):
            await asyncio.sleep(0)
            two.append(event)

        client.add_listener(ev.Event, one.append)
        return one, two

    one, two = followed(prepare)
    assert one == two
    assert one[-1].type == "disconnected"


def test_a_removed_listener_is_not_called():
    def prepare(client):
        seen = []
        client.add_listener(ev.Event, seen.append)
        client.remove_listener(ev.Event, seen.append)
        return seen

    assert followed(prepare) == []


def divided_by_nothing(event):
    return event.at_ms / 0


def test_a_raising_handler_is_reported_and_costs_nothing_else(caplog):
    errors = []

    def prepare(client):
        seen = []
        client.add_listener(ev.Connected, divided_by_nothing)
        client.add_listener(ev.Event, seen.append)
        return seen

    with caplog.at_level(logging.ERROR, "sidestage"):
        seen = followed(prepare, on_error=lambda error, event: errors.append((type(error), event.type)))
    assert seen[-1].type == "disconnected"
    assert errors == [(ZeroDivisionError, "connected")]
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]


def test_a_handler_that_cancels_itself_does_not_end_the_stream():
    def prepare(client):
        seen = []

        @client.on(ev.Connected)
        async def give_up(event):
            raise asyncio.CancelledError

        client.add_listener(ev.Event, seen.append)
        return seen

    assert followed(prepare)[-1].ended


def test_disconnect_inside_a_handler_ends_start():
    def prepare(client):
        seen = []

        @client.on(ev.Comment)
        async def enough(comment):
            seen.append(comment)
            await client.disconnect()

        return seen

    assert len(followed(prepare)) == 1


def test_connect_returns_in_an_open_room_and_disconnect_leaves_it():
    async def script(client):
        await client.connect()
        before = client.is_connected, client.unique_id, client.room.room_id == client.room_id > 0
        await client.disconnect()
        return before, client.is_connected

    assert with_client(script, room=server(end_after_s=None)) == ((True, "demo", True), False)


def test_disconnect_leaves_no_task_and_no_socket():
    room = server(end_after_s=None)

    async def script(client):
        before = len(asyncio.all_tasks())
        await client.connect()
        during = len(asyncio.all_tasks())
        await client.disconnect()
        async with asyncio.timeout(10):
            while room.broadcast.viewers or len(asyncio.all_tasks()) > before:  # noqa: ASYNC110 - no event
                await asyncio.sleep(0)
        return during > before, room.sockets

    assert with_client(script, room=room) == (True, 1)


def test_a_cancelled_connect_leaves_no_task():
    async def script(client):
        before = asyncio.all_tasks()
        connecting = asyncio.create_task(client.connect())
        await asyncio.sleep(0)
        connecting.cancel()
        await asyncio.wait([connecting])
        return [task for task in asyncio.all_tasks() - before if task.get_name().startswith("sidestage")]

    assert with_client(script) == []


def test_a_tap_that_raises_is_told(caplog):
    async def script(client):
        with pytest.raises(ZeroDivisionError):
            await client.start()

    with_client(script, tap=lambda message: message.at_ms // 0)
    assert [record.name for record in caplog.records if record.exc_info] == ["sidestage"]


def test_connect_fails_for_a_name_that_nobody_has():
    async def script(client):
        with pytest.raises(NoSuchUser):
            await client.connect()
        return client.is_connected

    assert with_client(script, name="nobody.here") is False


def test_disconnect_before_the_room_is_open_fails_connect():
    async def script(client):
        @client.on(ev.Connecting)
        async def leave(event):
            await client.disconnect()

        with pytest.raises(ConnectionLost):
            await client.connect()

    with_client(script)


def test_events_iterate_to_the_end_and_handlers_are_called_too():
    async def script(client):
        heard = []
        client.add_listener(ev.Event, heard.append)
        return [event async for event in client.events()], heard

    seen, heard = with_client(script)
    assert seen == heard
    assert seen[-1].ended


def test_events_go_on_after_connect_and_disconnect_ends_them():
    async def script(client):
        await client.connect()
        async for event in client.events():
            if isinstance(event, ev.Comment):
                await client.disconnect()
        return client.is_connected

    assert with_client(script, room=server(end_after_s=None)) is False


def test_a_client_can_connect_again():
    async def script(client):
        for _ in range(2):
            await client.connect()
            await client.disconnect()
        await client.connect()
        return client.is_connected

    assert with_client(script, room=server(end_after_s=None))


def test_events_asked_for_at_the_very_end_of_the_ones_before_are_not_ended_with_them():
    async def script(client):
        over = asyncio.Event()
        client.add_listener(ev.Disconnected, lambda _: over.set())
        await client.connect()
        await over.wait()
        return [event.type async for event in client.events()]

    assert with_client(script)[-1] == "disconnected"


def test_connect_at_the_last_event_begins_anew():
    async def script(client):
        await client.connect()
        async for event in client.events():
            if isinstance(event, ev.Disconnected):
                await client.connect()

    with pytest.raises(RoomOffline):
        with_client(script)


def test_it_reads_room_and_gifts_without_connecting():
    async def script(client):
        return await client.is_live(), await client.room_info(), await client.gift_info()

    live, room, gifts = with_client(script)
    assert live
    assert room["owner"]["display_id"] == "demo"
    assert {"id", "name", "diamond_count"} <= set(gifts[0])


def test_what_is_no_name_is_refused_at_once():
    with pytest.raises(UsageError):
        LiveClient("no name!")


@pytest.fixture
def sim(monkeypatch):
    """A room on its own thread, where the environment says."""
    room = SimThread(SimOptions(rate=1000))
    addresses = room.start()
    for name in ("app_url", "webcast_url", "sign_url"):
        monkeypatch.setenv(f"SIDESTAGE_{name.upper()}", getattr(addresses, name))
    yield
    room.stop()


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_docs_run(example, sim, capsys):
    exec(compile(example, "docs/scripts.md", "exec"), {"__name__": "__main__"})  # noqa: S102
    assert len(capsys.readouterr().out.splitlines()) >= 3
