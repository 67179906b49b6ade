"""`sidestage decode`: captured messages to JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from app.cli.output import flush_output, put_json, tell, warn
from app.events.decode.fields import read_message_fields
from app.events.decode.table import decode
from app.events.describe.as_json import dumps
from app.record.capture import open_capture, read_messages
from app.words import commands as words

STDIN = "-"


def decode_file(name: str, *, with_message: bool = False) -> int:
    """Print one event a line for every message of the file, or of standard input for `-`.

    Args:
        name: of the file.
        with_message: print the whole message beside each event.

    Raises:
        UsageError: the file cannot be opened, or a line is not a captured message.
    """
    count = 0
    with _open_input(name) as lines:
        for message in read_messages(lines, "" if name == STDIN else name, on_cut=_tell_cut):
            count += 1
            fields = read_message_fields(message) if with_message else None
            put_json(dumps(decode(message), fields))
    flush_output()
    if not count:
        tell(words.NO_MESSAGE)
    return 0


def _open_input(name: str) -> AbstractContextManager[Iterable[bytes]]:
    if name != STDIN:
        return open_capture(Path(name))
    if sys.stdin.isatty():
        tell(words.READING_INPUT)
    return nullcontext(sys.stdin.buffer)


def _tell_cut(where: str) -> None:
    warn(words.CUT_OFF.fill(place=where))
