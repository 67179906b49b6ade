"""A capture: messages as JSON lines, one object a line, as `sidestage decode` reads them.

Keys: `method` (any spelling), `payload_b64` (body, base64); optional `msg_id`, `at_ms`, `is_history`.
Other keys are ignored. A file may be gzipped.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from app.errors import UsageError
from app.protocol.message import Message
from app.protocol.methods import normalise
from app.words import errors as error_words
from app.words import files as words

GZIP_MAGIC = b"\x1f\x8b"
NUMBER_BELOW = 1 << 64
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)


def read_messages(
    lines: Iterable[bytes], name: str = "", on_cut: Callable[[str], None] | None = None
) -> Iterator[Message]:
    """Messages of a capture, in order. Empty lines are skipped.

    Args:
        lines: of the capture.
        name: what errors call it.
        on_cut: hears the place of a last line that only begins as one, as programs leave it that are ended
            while they write; without it that is an error too.

    Raises:
        UsageError: a line is not what it should be, or a gzipped file is damaged; names the line.
    """
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            where = (
                words.LINE_OF_FILE.fill(name=name, number=number) if name else words.LINE.fill(number=number)
            )
            if on_cut and number > 1 and _is_cut(line):
                on_cut(where)
            elif line.strip():
                yield _read_message(line, where)
    except DAMAGED as error:
        sentence = words.DAMAGED_FILE if name else words.DAMAGED
        raise UsageError(sentence.fill(name=name, number=number)) from error


def open_capture(path: Path) -> BinaryIO | gzip.GzipFile:
    """Open a capture for reading, gzipped or not.

    Raises:
        UsageError: it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            zipped = file.read(2) == GZIP_MAGIC
        return gzip.open(path, "rb") if zipped else path.open("rb")
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(error_words.WITH_CAUSE.fill(path=path, reason=reason)) from error


def write_message(message: Message) -> str:
    """One line of a capture, without the line break."""
    payload = base64.b64encode(message.payload).decode()
    fields = {
        "method": message.method,
        "payload_b64": payload,
        "msg_id": str(message.msg_id),
        "at_ms": message.at_ms,
        "is_history": message.is_history,
    }
    return json.dumps(fields)


def _is_cut(line: bytes) -> bool:
    """Whether a line is the beginning of an object, and the last one: only that has no line break."""
    if line.endswith(b"\n") or not line.startswith(b"{"):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return True
    return False


def _read_message(line: bytes, where: str) -> Message:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(words.NO_JSON.fill(where=where)) from error
    if not isinstance(told, dict) or not isinstance(told.get("method"), str):
        raise UsageError(words.NO_METHOD.fill(where=where))
    try:
        payload = base64.b64decode(told.get("payload_b64") or "", validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise UsageError(words.NO_BASE64.fill(where=where)) from error
    msg_id, at_ms = _read_number(told, "msg_id", where), _read_number(told, "at_ms", where)
    return Message(normalise(told["method"]), payload, msg_id, at_ms, told.get("is_history") is True)


def _read_number(told: dict[str, Any], key: str, where: str) -> int:
    """A number, or a text that is one, of at most 64 bits."""
    try:
        value = int(told.get(key) or 0)
    except (TypeError, ValueError, OverflowError):
        value = NUMBER_BELOW
    if abs(value) >= NUMBER_BELOW:
        raise UsageError(words.NO_NUMBER.fill(where=where, key=key))
    return value
