import asyncio
import json
import os
import signal
import sys
from contextlib import aclosing

import pytest
from e2e.rooms import access_to, run, server
from jumping import JumpingClock

from app import events as ev
from app.access import Access
from app.access.endpoints import Endpoints
from app.cli.decode import decode_file
from app.cli.options import Options, parse_options
from app.cli.stats import Stats
from app.cli.tail import _follow, tail, tail_until_killed
from app.connector.live import LiveSource
from app.errors import NetworkError, SidestageError, SignerKeyRefused, UsageError
from app.settings import WAYS


def tailed(faults=None, **options):
    async def played():
        room = server(end_after_s=3.0, **(faults or {}))
        ends = await room.start()
        try:
            return await tail(Options(command="tail", target="demo", access=access_to(ends), **options))
        finally:
            await room.stop()

    return run(played())


def told(text):
    """Events that came from messages."""
    events = [json.loads(line) for line in text.splitlines()]
    return [event for event in events if event.get("method")]


def test_what_raw_writes_decodes_to_the_same_events(tmp_path, capsys):
    tailed(raw=tmp_path / "room.jsonl", json=True)
    live = told(capsys.readouterr().out)
    decode_file(str(tmp_path / "room.jsonl"))
    assert told(capsys.readouterr().out) == live
    assert len(live) > 100


def test_a_filter_does_not_thin_what_raw_writes(tmp_path, capsys):
    tailed(raw=tmp_path / "room.jsonl", filter=("end",))
    shown = capsys.readouterr().out.splitlines()
    assert len((tmp_path / "room.jsonl").read_text().splitlines()) > len(shown) == 1


def test_a_raw_file_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(UsageError, match=r"room\.jsonl: No such file"):
        tailed(raw=tmp_path / "missing" / "room.jsonl")


def test_a_capture_that_is_there_is_refused_before_anybody_is_asked(tmp_path):
    (tmp_path / "room.jsonl").write_text("old\n")
    with pytest.raises(UsageError, match="is there already") as refused:
        asyncio.run(tail(Options(target="demo", raw=tmp_path / "room.jsonl")))
    assert "--force" in refused.value.hint
    assert (tmp_path / "room.jsonl").read_text() == "old\n"


def test_with_force_it_is_replaced_by_the_first_message(tmp_path):
    (tmp_path / "room.jsonl").write_text("old\n")
    tailed(raw=tmp_path / "room.jsonl", force=True, filter=("end",))
    assert "old" not in (tmp_path / "room.jsonl").read_text()


def test_a_room_that_cannot_be_read_costs_no_older_capture(tmp_path):
    (tmp_path / "room.jsonl").write_text("old\n")
    with pytest.raises(SidestageError):
        tailed({"fault": "signer_503"}, raw=tmp_path / "room.jsonl", force=True)
    assert (tmp_path / "room.jsonl").read_text() == "old\n"


@pytest.mark.parametrize("way", [name for name, way in WAYS.items() if not way.has_messages])
def test_a_way_that_cannot_be_captured_is_said(tmp_path, way):
    with pytest.raises(UsageError, match=f"nothing to write by the way {way}"):
        asyncio.run(tail(Options(target="demo", access=Access(way=way), raw=tmp_path / "room.jsonl")))
    assert not (tmp_path / "room.jsonl").exists()


class Closing:
    """A source whose connection has failed and takes its time to close."""

    duplicates = 0

    def __init__(self, error, before=()):
        self.error, self.before = error, before

    async def events(self):
        for event in self.before:
            yield event
        try:
            raise self.error
        finally:
            await asyncio.sleep(60)


LAST_WORDS = [
    (SignerKeyRefused("No."), [ev.Connected(at_ms=1)], False, True),
    (SignerKeyRefused("No."), [], True, True),
    (NetworkError("Gone."), [], False, True),
    (NetworkError("Gone."), [], True, False),
    (NetworkError("Gone."), [ev.Connected(at_ms=1)], False, False),
]


@pytest.mark.parametrize(("error", "before", "wait", "is_final"), LAST_WORDS)
def test_a_failure_while_the_socket_closes_is_not_the_end_of_the_time(error, before, wait, is_final, capsys):
    followed = run(failing(_follow(Closing(error, before), Stats(), Options(seconds=1.0, wait=wait))))
    assert followed is (error if is_final else None)


async def failing(work):
    try:
        await work
    except SidestageError as error:
        return error


def test_stats_are_one_table_on_standard_error(capsys):
    tailed(stats=True, filter=("end",))
    rows = [line.rsplit(None, 1) for line in capsys.readouterr().err.splitlines()]
    counts = {name.strip(): int(count.replace(",", "")) for name, count in rows}
    assert counts["comment"] > 0
    assert (counts["connected"], counts["undecodable"], counts["reconnects"]) == (1, 0, 0)


def test_stats_are_told_when_the_room_could_not_be_read(capsys):
    nowhere = Access(Endpoints("http://127.0.0.1:1", "http://127.0.0.1:1", "http://127.0.0.1:1"))
    with pytest.raises(SidestageError):
        asyncio.run(tail(Options(target="demo", access=nowhere, stats=True)))
    assert "seconds connected           0" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to hear")
def test_a_polite_kill_tells_the_stats_too(capsys):
    async def killed():
        room = server(end_after_s=60.0)
        ends = await room.start()
        options = Options(command="tail", target="demo", access=access_to(ends), stats=True, filter=("end",))
        asyncio.get_running_loop().call_later(1.0, os.kill, os.getpid(), signal.SIGTERM)
        try:
            return await tail_until_killed(options)
        finally:
            await room.stop()

    assert run(killed()) == 143
    assert "seconds connected" in capsys.readouterr().err


def test_stats_add_up_the_time_of_every_connection():
    stats = Stats()
    for event in (
        ev.Connected(at_ms=1_000),
        ev.Reconnecting(at_ms=4_000),
        ev.Connected(at_ms=10_000),
    ):
        stats.add(event)
    rows = dict(line.rsplit(None, 1) for line in stats.list_figures(15_000).splitlines())
    assert (rows["seconds connected"], rows["reconnects"]) == ("8", "1")


def test_duplicates_after_a_cut_are_counted():
    async def played():
        room = server(end_after_s=20.0)
        ends = await room.start()
        source = LiveSource("demo", access_to(ends), clock=JumpingClock())
        dropped = False
        async with aclosing(source.events()) as events:
            async for event in events:
                if isinstance(event, ev.Comment) and not event.is_history and not dropped:
                    dropped = True
                    await room.drop()
        await room.stop()
        return source.duplicates

    assert run(played()) > 0


def test_tail_takes_raw_and_stats():
    options = parse_options(["tail", "@anna", "--raw", "room.jsonl", "--stats"])
    assert (options.raw.name, options.stats) == ("room.jsonl", True)


@pytest.mark.parametrize(
    ("fault", "hint"),
    [("signer_503", "Other ways in: --way NAME."), ("not_live", "With --wait it is waited for.")],
)
def test_what_may_help_is_told_with_its_option(fault, hint):
    with pytest.raises(SidestageError) as raised:
        tailed({"fault": fault})
    assert raised.value.hint == hint


def test_wait_waits_for_a_creator_who_is_not_live(capsys):
    assert tailed({"fault": "not_live", "fault_times": 1}, wait=True, filter=("reconnecting", "end")) == 0
    waited, ended = capsys.readouterr().out.splitlines()
    assert "is not live. Next try in 60 s." in waited
    assert " end " in f"{ended} "
