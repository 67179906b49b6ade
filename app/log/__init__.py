"""The log: what went wrong, for whoever looks into it later. No entry has a secret."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from app.events.describe.plain import make_plain
from app.masking import mask, remember_address
from app.settings import find_log_file
from app.words import files as words

LOG = logging.getLogger("sidestage")


class _LastLine(logging.Formatter):
    """What stands last says what happened; the rest, a traceback mostly, is for the log."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [line for line in record.getMessage().splitlines() if line.strip()]
        return mask(
            make_plain(f"sidestage: {lines[-1].removeprefix('sidestage: ')}" if lines else "sidestage: …")
        )


def shorten_warnings() -> None:
    """What libraries log while no log is open is a line on standard error, not a traceback."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(_LastLine())


def open_log() -> Path | None:
    """Write warnings and worse to the log file from now on.

    Returns:
        Where; None when it cannot be written, which is said once on standard error, where they go then.
    """
    path = find_log_file()
    if logging.getLogger().handlers:
        return path
    for name, value in os.environ.items():
        if name.lower().endswith("_proxy"):
            remember_address(value)
    from app.log.file import LogFile, append_entry  # noqa: PLC0415 - for who writes one

    try:
        append_entry(path, b"")
    except OSError as error:
        LOG.warning(words.NO_LOG.fill(path=path, reason=error.strerror or error))
        return None
    logging.basicConfig(handlers=[LogFile(path)], level=logging.WARNING)
    return path
