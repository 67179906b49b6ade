"""`sidestage decode`: captured messages to JSON."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path

from app.events.as_json import dumps
from app.events.decode import decode
from app.events.fields import whole
from app.record.capture import open_capture, read_messages


def decode_file(name: str, *, with_message: bool = False) -> int:
    """Print one event a line for every message of the file, or of standard input for `-`.

    Args:
        name: of the file.
        with_message: print the whole message beside each event.

    Raises:
        UsageError: the file cannot be opened, or a line is not a captured message.
    """
    with nullcontext(sys.stdin.buffer) if name == "-" else open_capture(Path(name)) as lines:
        for message in read_messages(lines):
            fields = whole(message) if with_message else None
            sys.stdout.write(dumps(decode(message), fields) + "\n")
    sys.stdout.flush()
    return 0
