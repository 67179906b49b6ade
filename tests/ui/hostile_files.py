"""Files and terminals where words of strangers may stand, and how they are read."""

import csv
import io
import json
import logging
from datetime import UTC, datetime

import pytest

from app.cli import info
from app.cli.lines import write_event
from app.cli.output import put, put_json, warn
from app.errors import SidestageError
from app.events.describe.as_json import dumps
from app.log import shorten_warnings
from app.log.file import LogFile
from app.protocol.message import Message
from app.report.folder import Material, make_report
from app.tiktok.room import RoomSummary
from app.ui.saved_table import list_rows, write_session
from app.ui.saving import suggest_name
from tests.reference import webcast
from tests.ui.hostile_room import list_events
from tests.ui.rooms import NOON


def read_saved(show):
    table = write_session([*list_rows(show.room.state)])
    for row in csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")):
        yield from row


def read_printed(show):
    for event in list_events(show.user, show.text):
        put(write_event(event))
    summary = RoomSummary(room_id=1, host=show.user, title=show.text, category=show.text)
    put(info.write_room(summary, NOON))
    warn(SidestageError(show.text).sentence)
    out, err = show.capsys.readouterr()
    return (out + err).splitlines()


def read_suggested(show):
    return [suggest_name(show.room.state, datetime(2026, 11, 28, tzinfo=UTC))]


def read_json(show):
    """JSON stays exact."""
    for event in list_events(show.user, show.text):
        put_json(dumps(event))
        line = json.loads(show.capsys.readouterr().out)
        if line["type"] == "comment" and "\ud83d" not in show.text:
            assert line["text"] == show.text
    return ()


def read_last_line(show):
    """What a library logs while no log is kept."""
    shorten_warnings()
    record = logging.LogRecord("x", logging.WARNING, "", 0, "%s", (show.text,), None)
    return [logging.lastResort.format(record)]


def read_log(show):
    """What is written to the log: said by whoever, or in the traceback of an error."""
    path = show.folder / "sidestage.log"
    log = logging.Logger("library")  # noqa: LOG001 - no other test hears it
    log.addHandler(LogFile(path))
    log.warning("%s", show.text)
    log.error("It went wrong.", exc_info=SidestageError(show.text))
    return path.read_text("utf-8").split("\n")


def read_report(show):
    """Every file of a report, and what the files are called, after the log has it."""
    read_log(show)
    content = show.text.encode(errors="ignore").decode()
    messages = (Message("WebcastChatMessage", write_body(content), 1, NOON),)
    folder = show.folder / "report"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIDESTAGE_LOGS", f"{show.folder}")
        people = {f"{at}{show.text}" for at in range(3)}
        make_report(folder, Material({"recent": (show.text,)}, {}, people, messages))
    for path in folder.rglob("*"):
        yield path.name
        yield from path.read_text("utf-8").split("\n") if path.is_file() else ()


def write_body(content):
    return bytes(webcast.WebcastChatMessage(content=content))
