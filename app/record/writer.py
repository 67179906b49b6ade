"""Writes a capture that is complete up to the last message, however the program or the disk ends."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import SidestageError
from app.protocol.message import Message
from app.record.capture import write_message
from app.words import errors as words


class CaptureWriter:
    """A file that is opened with the first message, so that a room that was never read leaves none.

    Args:
        path: of the file.
        replace: an older file may go; otherwise one that is there is an error.
    """

    def __init__(self, path: Path, *, replace: bool = False) -> None:
        self._path, self._mode = path, "wb" if replace else "xb"
        self._file: io.FileIO | None = None
        self._size = 0

    def write(self, message: Message) -> None:
        """Add a message: its whole line or, when the disk is full, nothing of it.

        Raises:
            SidestageError: it cannot be written; names the file.
        """
        line = f"{write_message(message)}\n".encode()
        try:
            self._append(line)
        except OSError as error:
            self._cut()
            reason = error.strerror or str(error)
            raise SidestageError(words.WITH_CAUSE.fill(path=self._path, reason=reason)) from error
        self._size += len(line)

    def close(self) -> None:
        """Nothing more is written."""
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _append(self, line: bytes) -> None:
        if self._file is None:
            self._file = self._open()
        while line:  # a system may take less than all at once
            line = line[self._file.write(line) :]

    def _open(self) -> io.FileIO:
        """Open the file without a buffer. Pipes and devices may exist already; they hold nothing to lose."""
        mode = "wb" if self._path.exists() and not self._path.is_file() else self._mode
        return self._path.open(mode, buffering=0)  # type: ignore[return-value]

    def _cut(self) -> None:
        """Remove a part of a line."""
        if self._file is not None:
            with suppress(OSError):  # a pipe takes nothing back
                self._file.truncate(self._size)
