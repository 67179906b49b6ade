"""What `start.py` can do: start the program, test it, check it, generate its schema, build it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

from app.setup.environment import (
    PYTHON,
    ROOT,
    STAMP,
    VENV,
    WINDOWS,
    install_packages,
    is_ready,
    make_environment,
    write_stamp,
)
from app.setup.system import check_system
from app.setup.talk import complain, say, speak_any_console
from app.words import setup as words

INTERRUPTED = 130
IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
# By module, not by their scripts, whose first lines hold the path of a folder that may have been moved.
ALL_TESTS = ("-n", "auto", "--dist", "loadfile")
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format --check": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", IMPORTS),
}


def carry_out(arguments: Sequence[str]) -> int:
    """Do what was asked for and set up what it needs before; the exit code. Never a traceback."""
    speak_any_console()
    word = arguments[0] if arguments else ""
    if word not in EXTRAS and (near := _find_nearest(word)):
        return complain(words.NO_COMMAND.fill(word=word, near=near))
    command = word if word in EXTRAS else ""
    try:
        if not set_up(EXTRAS[command]):
            return 1
        return COMMANDS[command](arguments[1:] if command else arguments)
    except KeyboardInterrupt:
        complain(words.STOPPED)
        return INTERRUPTED
    except OSError as error:
        trouble = words.FILE_TROUBLE.fill(path=error.filename or VENV, reason=error.strerror or error)
        return complain(trouble)


def _find_nearest(word: str) -> str:
    """The command that was meant by a word of letters alone; the program's own commands are not looked at."""
    return next(iter(get_close_matches(word, EXTRAS, 1, 0.7)), "") if word.isalpha() else ""


def set_up(extras: str) -> bool:
    """Environment, packages, libraries and fonts; all of it at once only the first time."""
    if is_ready(extras):
        return True
    began = time.monotonic()
    if not (make_environment() and install_packages(extras) and check_system(PYTHON)):
        return False
    write_stamp(extras)
    say(words.READY.fill(seconds=time.monotonic() - began))
    return True


def start(arguments: Sequence[str]) -> int:
    """Become Sidestage. An environment that cannot run, copied from another machine perhaps, is made anew."""
    line = [str(PYTHON), "-P", "-m", "app", *arguments]
    try:
        if WINDOWS:
            return subprocess.call(line)
        os.execv(PYTHON, line)  # noqa: S606 - it replaces this process, no shell wanted
    except OSError as error:
        STAMP.unlink(missing_ok=True)
        return complain(words.PYTHON_BROKEN.fill(python=PYTHON, reason=error.strerror, folder=VENV))


def test(arguments: Sequence[str]) -> int:
    """Run the tests; without arguments all of them, on all cores."""
    return subprocess.call([str(PYTHON), "-m", "pytest", *(arguments or ALL_TESTS)], cwd=ROOT)


def lint(_: Sequence[str]) -> int:
    """Run every check but the tests; the first failure is the exit code."""
    for name, line in CHECKS.items():
        say(name)
        if code := subprocess.call([str(PYTHON), *line], cwd=ROOT):
            return code
    return 0


def check(arguments: Sequence[str]) -> int:
    """Run every check, then the tests."""
    return lint(arguments) or test(arguments)


def generate(_: Sequence[str]) -> int:
    """Make the classes and descriptors of proto/ anew."""
    return subprocess.call([str(PYTHON), str(Path("proto", "generate.py"))], cwd=ROOT)


def build(arguments: Sequence[str]) -> int:
    """Make the one-folder program, prove that it works, measure and pack it; or take the steps named."""
    return subprocess.call([str(PYTHON), "-m", "building", *arguments], cwd=ROOT)


EXTRAS = {"": "", "test": "dev", "lint": "dev", "check": "dev", "generate": "generate", "build": "build"}
COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "": start,
    "test": test,
    "lint": lint,
    "check": check,
    "generate": generate,
    "build": build,
}
