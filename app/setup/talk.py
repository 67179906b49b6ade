"""What the set-up says, and the programs that it runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.words import setup as words
from app.words import show

Words = Sequence[str | Path]


def say(text: str) -> None:
    """Show progress."""
    print(show(words.LINE.fill(sentence=text)), flush=True)


def complain(text: str) -> int:
    """Say what is wrong; the exit code for it."""
    print(show(words.LINE.fill(sentence=text)), file=sys.stderr, flush=True)
    return 1


def speak_any_console() -> None:
    """A console without our letters shows others in their place instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def run_quietly(
    command: Words, *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> tuple[bool, str]:
    """Run a program without showing what it prints.

    Returns:
        Whether it succeeded, and what it printed.
    """
    try:
        done = subprocess.run(
            [str(word) for word in command],
            capture_output=True,
            text=True,
            errors="replace",
            cwd=cwd,
            env=env,
            check=False,
        )
    except OSError as error:
        return False, words.PROGRAM_TROUBLE.fill(path=error.filename, reason=error.strerror)
    return done.returncode == 0, done.stdout + done.stderr


def read_last_line(printed: str) -> str:
    """The last thing that a program said."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    return lines[-1] if lines else words.SAID_NOTHING
