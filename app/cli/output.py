"""What leaves the program: lines for people, JSON for programs, and sentences about what went on.

Every line goes through here: one place knows the user's language, what a terminal may be given and what an
encoding can hold.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TextIO

from app.errors import SidestageError
from app.events.describe.json_text import write_ascii
from app.events.describe.plain import make_plain
from app.words import commands as words
from app.words import show

UTF_8 = ("utf-8", "utf8")
STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


class ReaderGone(Exception):
    """Whoever read our output has left, as `head` does: there is no more to do, and nothing is wrong."""


@contextmanager
def open_standard_streams() -> Iterator[None]:
    """Standard streams that can be used, until the end: a closed one is empty, and none breaks at a letter.

    What is no terminal gets UTF-8, whatever the system would choose; a terminal gets what it can show.
    """
    before = {name: getattr(sys, name) for name in STREAMS}
    with ExitStack() as opened:
        for name, mode in STREAMS.items():
            if before[name] is None:
                setattr(sys, name, opened.enter_context(open(os.devnull, mode, encoding="utf-8")))  # noqa: PTH123
        for stream in (sys.stdout, sys.stderr):
            _set_encoding(stream)
        try:
            yield
        finally:
            for name, stream in before.items():
                setattr(sys, name, stream)


def put(text: str, *, at_once: bool = False) -> None:
    """Print lines for a person.

    Args:
        text: one or more lines.
        at_once: somebody is waiting for them.

    Raises:
        ReaderGone: nobody reads any more.
        SidestageError: they cannot be written.
    """
    if text:
        lines = show(text).removesuffix("\n").split("\n")
        _write("".join(f"{make_plain(line)}\n" for line in lines), at_once=at_once)


def show_cell(text: str, width: int = 0) -> str:
    """A part of a line in the user's language, filled with blanks up to a width."""
    return f"{show(text):<{width}}"


def put_json(text: str, *, at_once: bool = False) -> None:
    """Print JSON, which is valid UTF-8 whatever the console's encoding is.

    Raises:
        ReaderGone: nobody reads any more.
        SidestageError: it cannot be written.
    """
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    _write(f"{text if encoding in UTF_8 else write_ascii(text)}\n", at_once=at_once)


def flush_output() -> None:
    """Give out what was printed.

    Raises:
        ReaderGone: nobody reads any more.
        SidestageError: it cannot be written.
    """
    _write("", at_once=True)


def tell(text: str, *, begin: str = "", end: str = "\n") -> None:
    """Say something on standard error. Where that cannot be written nobody is left to be told."""
    lines = "\n".join(map(make_plain, show(text).split("\n")))
    try:
        sys.stderr.write(f"{begin}{lines}{end}")
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def warn(sentence: str) -> None:
    """Say on standard error what went wrong, after the name of the program."""
    tell(words.PROGRAM_SAYS.fill(sentence=sentence))


def _write(text: str, *, at_once: bool) -> None:
    try:
        sys.stdout.write(text)
        if at_once:
            sys.stdout.flush()
    except OSError as error:
        _abandon(sys.stdout)
        if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
            raise ReaderGone from error
        raise SidestageError(words.OUTPUT_REFUSED.fill(reason=error.strerror or error)) from error


def _set_encoding(stream: TextIO) -> None:
    """Errors of encoding become replacements. Streams that something else has put there stay as they are."""
    if not hasattr(stream, "reconfigure"):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")


def _abandon(stream: TextIO) -> None:
    """Lead a stream that failed to nowhere, or Python would write what is left to it once more at exit."""
    with suppress(OSError, ValueError):  # a stream of a test has no number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
