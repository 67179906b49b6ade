import asyncio

from app import events as ev
from app.errors import UsageError
from app.session import Connect, Disconnect, Quit, Session


class Script:
    """A source that tells its events and then, if asked to, stays silent."""

    def __init__(self, *events, stays=False):
        self._events = events
        self._stays = stays
        self.left = False

    async def events(self):
        try:
            for event in self._events:
                yield event
            if self._stays:
                await asyncio.Event().wait()
        finally:
            self.left = True


def carried_out(open_source, *commands):
    """Run a session through the commands, giving every source time to speak; the session afterwards."""
    session = Session(open_source)

    async def run():
        task = asyncio.ensure_future(session.run())
        for command in commands:
            session.request(command)
            for _ in range(20):
                await asyncio.sleep(0)
        await task

    asyncio.run(run())
    return session


def test_events_reach_the_state_and_quit_returns():
    session = carried_out({"a": Script(ev.Comment(text="hey"))}.get, Connect("a"), Quit())
    assert [row.text for row in session.state.chat.since(0)] == ["hey"]


def test_disconnecting_leaves_the_source_and_says_so():
    source = Script(ev.Connected(unique_id="a", room_id=1), stays=True)
    session = carried_out({"a": source}.get, Connect("a"), Disconnect(), Quit())
    assert source.left
    assert session.state.status.phase == "idle"


def test_connecting_elsewhere_leaves_the_first_source():
    first, second = Script(stays=True), Script(ev.Comment(text="second"), stays=True)
    session = carried_out({"a": first, "b": second}.get, Connect("a"), Connect("b"), Quit())
    assert first.left
    assert second.left
    assert [row.text for row in session.state.chat.since(0)] == ["second"]


def test_a_refused_target_leaves_sentence_and_hint():
    def refuse(target):
        raise UsageError("“!” is not a TikTok name.", hint="Use a name.")

    status = carried_out(refuse, Connect("!"), Quit()).state.status
    assert (status.phase, status.sentence, status.hint) == (
        "failed",
        "“!” is not a TikTok name.",
        "Use a name.",
    )


def test_a_fault_of_our_own_ends_the_source_and_is_told_but_not_the_session():
    class Broken:
        async def events(self):
            yield ev.Comment(text="before")
            raise ZeroDivisionError

    told = []
    session = Session({"a": Broken(), "b": Script(ev.Comment(text="after"))}.get)

    async def run():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["exception"]))
        task = asyncio.ensure_future(session.run())
        for command in (Connect("a"), Connect("b"), Quit()):
            session.request(command)
            for _ in range(20):
                await asyncio.sleep(0)
        await task

    asyncio.run(run())
    assert [type(fault) for fault in told] == [ZeroDivisionError]
    assert [row.text for row in session.state.chat.since(0)] == ["before", "after"]
