"""The log: what went wrong, for whoever looks into it later."""

from __future__ import annotations

import logging
from pathlib import Path

from app.events.describe.plain import make_plain
from app.settings import log_file
from app.words import files as words

LOG = logging.getLogger("sidestage")
FORM = "%(asctime)s %(levelname)s %(message)s"


class _LogFile(logging.FileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk is no reason to print a traceback; logging would."""


class _LastLine(logging.Formatter):
    """What stands last says what happened; the rest, a traceback mostly, is for the log."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [line for line in record.getMessage().splitlines() if line.strip()]
        return make_plain(f"sidestage: {lines[-1].removeprefix('sidestage: ')}" if lines else "sidestage: …")


def shorten_warnings() -> None:
    """What libraries log while no log is open is a line on standard error, not a traceback."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(_LastLine())


def open_log() -> Path | None:
    """Write warnings and worse to the log file from now on.

    Returns:
        Where; None when it cannot be written, which is said once on standard error, where they go then.
    """
    path = log_file()
    if logging.getLogger().handlers:
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # opening a pipe would wait for its reader
            raise OSError(words.NO_FILE)  # noqa: TRY301 - the same to whoever wants a log
        handler = _LogFile(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        LOG.warning("sidestage: No log can be kept in %s: %s.", path, error.strerror or error)
        return None
    logging.basicConfig(handlers=[handler], level=logging.WARNING, format=FORM)
    return path
