import asyncio

from app import events as ev
from app.errors import UsageError
from app.protocol.visit import Visit
from app.session import Connect, Disconnect, Leave, Quit, Session, Wake

LONGEST_S = 20.0  # a session that does not end is a failure, not a suite that hangs


class Script:
    """A source that tells its events and then, if asked to, stays silent."""

    def __init__(self, *events, stays=False):
        self._events = events
        self._stays = stays
        self.left = False

    async def batches(self):
        try:
            for event in self._events:
                yield [event]
            if self._stays:
                await asyncio.Event().wait()
        finally:
            self.left = True


async def request_each(session, commands):
    """One command after the other, giving every source time to speak."""
    for command in commands:
        session.request(command)
        for _ in range(20):
            await asyncio.sleep(0)


def carried_out(open_source, *commands):
    """Run a session through the commands, giving every source time to speak; the session afterwards."""
    session = Session(open_source)

    async def run():
        task = asyncio.ensure_future(session.run())
        await request_each(session, commands)
        await task

    asyncio.run(asyncio.wait_for(run(), LONGEST_S))
    return session


def seen_after(session, commands, look):
    """What `look` sees once these commands are carried out, before the session ends."""

    async def run():
        task = asyncio.ensure_future(session.run())
        await request_each(session, commands)
        seen = look()
        session.request(Quit())
        await task
        return seen

    return asyncio.run(asyncio.wait_for(run(), LONGEST_S))


def find_notice(session):
    return session.state.connection.status.notice, session.state.connection.status.notice_hint


def test_events_reach_the_state_and_quit_returns():
    session = carried_out({"a": Script(ev.Comment(text="hey"))}.get, Connect("a"), Quit())
    assert [row.text for row in session.state.chat.since(0)] == ["hey"]


def test_disconnecting_leaves_the_source_and_says_so():
    source = Script(ev.Connected(unique_id="a", room_id=1), stays=True)
    session = carried_out({"a": source}.get, Connect("a"), Disconnect(), Quit())
    assert source.left
    assert session.state.connection.status.phase == "idle"


def test_connecting_elsewhere_leaves_the_first_source():
    first, second = Script(stays=True), Script(ev.Comment(text="second"), stays=True)
    session = carried_out({"a": first, "b": second}.get, Connect("a"), Connect("b"), Quit())
    assert first.left
    assert second.left
    assert [row.text for row in session.state.chat.since(0)] == ["second"]


def test_a_refused_target_leaves_sentence_and_hint():
    def refuse(target):
        raise UsageError("“!” is not a TikTok name.", hint="Use a name.")

    status = carried_out(refuse, Connect("!"), Quit()).state.connection.status
    assert (status.phase, status.sentence, status.hint) == (
        "failed",
        "“!” is not a TikTok name.",
        "Use a name.",
    )


def test_a_fault_of_our_own_ends_the_source_and_is_told_but_not_the_session():
    class Broken:
        async def batches(self):
            yield [ev.Comment(text="before")]
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

    asyncio.run(asyncio.wait_for(run(), LONGEST_S))
    assert [type(fault) for fault in told] == [ZeroDivisionError]
    assert [row.text for row in session.state.chat.since(0)] == ["after"]


class Creator(Script):
    """A source that can be resumed."""

    def __init__(self, name, *events, choices="signed"):
        super().__init__(*events, stays=True)
        self.name, self.choices, self.visit = name, choices, Visit()


def entered(name, room_id, text):
    return ev.Connected(unique_id=name, room_id=room_id, method="m"), ev.Comment(text=text)


def chat_of(session):
    return [row.text for row in session.state.chat.since(0) if row.kind == "comment"]


def test_the_same_creator_again_keeps_the_room_and_what_was_seen():
    first, second = Creator("a", *entered("a", 1, "before")), Creator("a", *entered("a", 1, "after"))
    first.visit.seen.add(5)
    sources = iter((first, second))
    session = carried_out(lambda _: next(sources), Connect("a"), Disconnect(), Connect("a"), Quit())
    assert chat_of(session) == ["before", "after"]
    assert second.visit.seen is first.visit.seen


def test_another_creator_takes_nothing_over():
    quota = ev.Quota(limit=10, left=3)
    first = Creator("a", quota, *entered("a", 1, "before"), ev.Viewers(now=5))
    second = Creator("b")
    session = carried_out({"a": first, "b": second}.get, Connect("a"), Connect("b"), Quit())
    assert chat_of(session) == []
    assert (session.state.viewers.now, session.state.connection.status.title) == (0, "")
    assert session.state.connection.status.quota is quota
    assert not second.visit.seen.repeated


def test_the_name_that_is_live_already_is_not_followed_anew():
    first = Creator("a", *entered("a", 1, "hello"))
    sources = iter((first, Creator("a")))
    session = Session(lambda _: next(sources))
    seen = seen_after(session, (Connect("a"), Connect("a")), lambda: (find_notice(session), first.left))
    assert seen == (("@a is followed already.", "To connect anew, disconnect first."), False)


def test_other_choices_connect_anew():
    first, second = Creator("a", *entered("a", 1, "hello")), Creator("a", choices="polling")
    sources = iter((first, second))
    session = carried_out(lambda _: next(sources), Connect("a"), Connect("a"), Quit())
    assert first.left
    assert second.left
    assert not session.state.connection.status.notice


def test_a_target_that_is_refused_changes_nothing_for_who_is_followed():
    first = Creator("a", *entered("a", 1, "hello"))

    def open_source(target):
        if target == "!":
            raise UsageError("“!” is not a TikTok name.", hint="Use a name.")
        return first

    session = Session(open_source)
    seen = seen_after(
        session,
        (Connect("a"), Connect("!")),
        lambda: (session.state.connection.status.phase, find_notice(session), first.left),
    )
    assert seen == ("live", ("“!” is not a TikTok name.", "Use a name."), False)


def test_leaving_a_room_shows_nothing_of_it():
    session = carried_out(lambda _: Creator("a", *entered("a", 1, "hello")), Connect("a"), Leave(), Quit())
    assert (session.state.connection.status.phase, chat_of(session)) == ("idle", [])


class Sleepy(Script):
    """A source that hears of sleeps."""

    woken = 0

    def wake(self):
        self.woken += 1


def test_a_source_that_is_followed_hears_that_the_machine_slept():
    source = Sleepy(ev.Connected(unique_id="a", room_id=1), stays=True)
    carried_out({"a": source}.get, Wake(), Connect("a"), Wake(), Disconnect(), Wake(), Quit())
    assert source.woken == 1


def test_a_source_without_timers_needs_not_hear_it():
    source = Script(ev.Connected(unique_id="a", room_id=1), stays=True)
    assert (
        carried_out({"a": source}.get, Connect("a"), Wake(), Quit()).state.connection.status.phase == "idle"
    )
