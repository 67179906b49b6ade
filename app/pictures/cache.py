"""Pictures on disk, by what they show and not by their address, which changes with every message."""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from app.pictures.wish import Key

MARK = b"SSP1"  # then the digest, then the picture
DIGEST = 16
HEAD = len(MARK) + DIGEST


class PictureCache:
    """A folder of pictures, of which those used longest ago go first. Used by one thread at a time.

    A disk that is full or cannot be written keeps nothing, which costs another fetch and nothing else.

    Args:
        folder: is made when the first picture is kept.

    Attributes:
        most: bytes, at most.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self.most = most
        self._folder = folder
        self._sizes: OrderedDict[str, int] | None = None  # least lately used first; None: not looked yet
        self._total = 0

    def find(self, key: Key) -> bytes | None:
        """The picture; None when it is not here, or damaged."""
        name = _make_name(key)
        file = self._folder / name
        try:
            with file.open("rb") as opened:
                data = opened.read()
        except OSError:
            self._forget(name)
            return None
        picture = data[HEAD:]
        if data[:HEAD] != _read_head(picture):
            self._remove(name)
            return None
        with suppress(OSError):  # that it was used is known until the program ends
            os.utime(file)
        self._note(name, len(data))
        return picture

    def keep(self, key: Key, picture: bytes) -> None:
        """Write a picture in one step, and remove what is too much."""
        data = _read_head(picture) + picture
        if len(data) > self.most:
            return
        name = _make_name(key)
        try:
            self._write(self._folder / name, data)
        except OSError:
            return
        self._note(name, len(data))
        self.shrink()

    def shrink(self) -> None:
        """Remove those used longest ago until the rest fits."""
        sizes = self._list()
        while self._total > self.most and sizes:
            self._remove(next(iter(sizes)))

    def _write(self, file: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        number, draft = tempfile.mkstemp(prefix=".draft-", dir=self._folder)
        try:
            with os.fdopen(number, "wb") as opened:
                opened.write(data)
            os.replace(draft, file)  # noqa: PTH105 - both names are here
        except BaseException:
            with suppress(OSError):
                os.unlink(draft)  # noqa: PTH108
            raise

    def _list(self) -> OrderedDict[str, int]:
        """Names with sizes, looked for once; drafts that a crash has left are removed."""
        if self._sizes is None:
            self._sizes = OrderedDict()
            for used_ns, name, size in sorted(self._scan()):
                if name.startswith(".") or not used_ns:
                    self._remove(name)
                else:
                    self._note(name, size)
        return self._sizes

    def _scan(self) -> list[tuple[int, str, int]]:
        found = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                state = entry.stat(follow_symlinks=False)
                found.append((state.st_mtime_ns, entry.name, state.st_size))
        return found

    def _note(self, name: str, size: int) -> None:
        sizes = self._list()
        self._forget(name)
        sizes[name] = size
        self._total += size

    def _forget(self, name: str) -> None:
        if self._sizes is not None:
            self._total -= self._sizes.pop(name, 0)

    def _remove(self, name: str) -> None:
        self._forget(name)
        with suppress(OSError):
            (self._folder / name).unlink()


def _make_name(key: Key) -> str:
    kind, identity = key
    return sha256(f"{kind} {identity}".encode(errors="replace")).hexdigest()[:40]


def _read_head(picture: bytes) -> bytes:
    return MARK + sha256(picture).digest()[:DIGEST]
