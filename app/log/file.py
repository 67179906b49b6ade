"""The file of the log: it rotates, several programs may write it, and it never grows above its limit."""

from __future__ import annotations

import logging
import os
import re
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from app.files import hold_lock
from app.masking import mask
from app.words import files as words

FORM = "%(asctime)s %(levelname)s %(message)s"
OLDER = 3  # files beside the newest
LIMIT = 1 << 20  # bytes a file: all together stay below 5 MB, also with what a crash leaves beside them
LONGEST = 1 << 16  # letters of an entry
TAB = 4
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
NEXT_LINE = "\n    "  # of the same entry: nothing that was said looks like another one


class MaskedForm(logging.Formatter):
    """Writes an entry with its traceback, without secrets and without what a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, in whichever part of which secrets are masked."""
        try:
            text = super().format(record)
        except Exception as error:  # noqa: BLE001 - values that do not fit, or that cannot be shown
            text = f"{record.levelname} {record.msg!r} ({type(error).__name__})"
        lines = _CONTROLS.sub("", text).expandtabs(TAB).replace("\n", NEXT_LINE)
        return mask(lines)[:LONGEST]


class LogFile(logging.Handler):
    """Appends each entry by itself, so that nothing is open while another program rotates the file.

    Args:
        path: of the newest file; the older ones are called the same with a number.

    Attributes:
        trouble: why the last entry was not written; empty: it was.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.trouble = path, ""
        self.setFormatter(MaskedForm(FORM))

    def emit(self, record: logging.LogRecord) -> None:
        """Write an entry. What cannot be written is said once, until the next can be."""
        entry = f"{self.format(record)}\n".encode(errors="backslashreplace")
        try:
            append_entry(self.path, entry)
        except OSError as error:
            self._complain(f"{error.strerror or error}")
        else:
            self.trouble = ""

    def _complain(self, reason: str) -> None:
        is_new, self.trouble = not self.trouble, reason
        if is_new and sys.stderr is not None:
            with suppress(OSError, ValueError):
                sys.stderr.write(f"{words.NO_LOG.fill(path=self.path, reason=reason)}\n")


def append_entry(path: Path, entry: bytes) -> None:
    """Append to a file of the log; one that is full is put aside before.

    Raises:
        OSError: it cannot be written, or is no file: a pipe would be waited for.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise OSError(words.NO_FILE)
    with hold_lock(path) as is_ours:
        if is_ours and path.exists() and path.stat().st_size + len(entry) > LIMIT:
            _put_aside(path)
        number = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            while entry:  # a system may take less than all at once
                entry = entry[os.write(number, entry) :]
        finally:
            os.close(number)


def list_log_files(path: Path) -> list[Path]:
    """The files of a log that are there, the newest first."""
    return [one for one in (path, *_list_older(path)) if one.is_file()]


def _list_older(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}.{at}") for at in range(1, OLDER + 1)]


def _put_aside(path: Path) -> None:
    """Each file becomes the next older one; the oldest goes. What cannot be moved is begun anew."""
    files = [path, *_list_older(path)]
    try:
        for younger, older in reversed([*pairwise(files)]):
            if younger.exists():
                os.replace(younger, older)  # noqa: PTH105 - both names are here
    except OSError:
        os.truncate(path, 0)
