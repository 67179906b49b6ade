"""Files: small ones of ours that several programs may use at once, and those that the user names."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import UsageError
from app.words import files as words

SMALL = 1 << 20
LOCK_S, STEP_S = 1.0, 0.02


def read_small_file(path: Path) -> str:
    """Read the text of a file.

    Raises:
        OSError: it cannot be read, or is none: a pipe would be waited for, a device may never end.
        ValueError: it is not UTF-8.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, words.NO_FILE)
    with path.open("rb") as file:
        return file.read(SMALL).decode()


def replace_file(path: Path, text: str) -> None:
    """Write a file in one step: a crash or a full disk leaves the old file, and nobody reads half a file.

    A link stays a link; only its owner can read the file.

    Raises:
        OSError: it cannot be written; then everything is as it was.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, words.NO_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    number, draft = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)  # noqa: PTH105 - both names are here
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)  # noqa: PTH108
        raise


@contextmanager
def hold_lock(path: Path) -> Iterator[bool]:
    """Keep other windows from changing a file meanwhile.

    Where the system has no lock, or somebody holds it for longer than a second, the work is done without one.

    Args:
        path: the file. Its folder is locked, since the file itself is replaced.

    Yields:
        Whether the lock is ours.
    """
    try:
        number = _open_lock(Path(os.path.realpath(path)).parent)
    except OSError:
        yield False
        return
    try:
        yield _has_lock(number)
    finally:
        os.close(number)  # this ends the lock, too


def check_new_file(file: Path, *, replace: bool) -> None:
    """Refuse a file that cannot be written, or whose content may still be wanted, before any work is done.

    Args:
        file: as typed. A pipe or device may be written, it holds nothing that could be lost.
        replace: the user says that a file may go.

    Raises:
        UsageError: it may not be written.
    """
    if not file.parent.is_dir():
        raise UsageError(words.MISSING.fill(file=file), hint=words.NO_FOLDER.fill(folder=file.parent))
    if file.is_dir():
        raise UsageError(words.IS_FOLDER.fill(file=file))
    if file.is_file() and not replace:
        raise UsageError(words.EXISTS.fill(file=file), hint=words.FORCE)
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise UsageError(words.READ_ONLY.fill(file=file), hint=words.ANOTHER_PLACE)


def lock_file(number: int) -> bool:
    """Lock an open file until it is closed, or its process ends; whether nobody else holds it."""
    try:
        _take_lock(number)
    except OSError:
        return False
    return True


def _has_lock(number: int) -> bool:
    until_s = time.monotonic() + LOCK_S
    while time.monotonic() < until_s:
        if lock_file(number):
            return True
        time.sleep(STEP_S)
    return False


if sys.platform == "win32":
    import msvcrt

    def _open_lock(folder: Path) -> int:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder / "settings.lock", os.O_RDWR | os.O_CREAT)

    def _take_lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open_lock(folder: Path) -> int:
        """Open the folder itself, so that no file is left beside the settings."""
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _take_lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
