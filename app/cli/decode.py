"""`sidestage decode`: captured messages to JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from app.cli.output import flush_output, put_json, tell
from app.events.decode.fields import whole
from app.events.decode.table import decode
from app.events.describe.as_json import dumps
from app.record.capture import open_capture, read_messages

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
    with _opened(name) as lines:
        for message in read_messages(lines, "" if name == STDIN else name, on_cut=_tell_cut):
            count += 1
            fields = whole(message) if with_message else None
            put_json(dumps(decode(message), fields))
    flush_output()
    if not count:
        tell("There was no message to decode.")
    return 0


def _opened(name: str) -> AbstractContextManager[Iterable[bytes]]:
    if name != STDIN:
        return open_capture(Path(name))
    if sys.stdin.isatty():
        tell("Reading captured messages, one JSON object a line, up to Ctrl-D.")
    return nullcontext(sys.stdin.buffer)


def _tell_cut(where: str) -> None:
    tell(f"sidestage: {where} is cut off, as when a program ends while it writes. All before it is decoded.")
