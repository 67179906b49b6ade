"""Writes a fault with its traceback once; what happens again and again is counted."""

from __future__ import annotations

from threading import Lock
from types import TracebackType

from app.log import LOG

MOST = 200  # kinds of faults that are told apart


class Repeats:
    """Tells faults apart by their class and by where they happened."""

    def __init__(self) -> None:
        self._counts: dict[object, int] = {}
        self._lock = Lock()

    def note(self, error: BaseException | None, what: str) -> bool:
        """Log a fault, with its traceback if it is new, else at the 10th, 100th … time that it was.

        Args:
            error: what was raised, if anything was.
            what: it came out of, for the log.

        Returns:
            Whether it is new.
        """
        key = (type(error), _find_place(error.__traceback__) if error is not None else what)
        with self._lock:
            count = self._counts[key] = self._counts.get(key, 0) + 1
            if len(self._counts) > MOST:
                del self._counts[next(iter(self._counts))]
        if count == 1:
            LOG.error("A fault nobody expected: %s", what, exc_info=error)
        elif f"{count}".strip("0") == "1":
            LOG.error("The same fault for the %dth time: %s (%s)", count, what, type(error).__name__)
        return count == 1


def _find_place(trace: TracebackType | None) -> tuple[str, int]:
    """The file and line that raised."""
    if trace is None:
        return "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename, trace.tb_lineno
