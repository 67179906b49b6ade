"""ffmpeg copies a stream into a file: what it is told, what it says, how it is stopped."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from app.access import Access
from app.clock import REAL, Clock
from app.errors import SidestageError
from app.errors.reading import FfmpegFailed, FfmpegMissing, StreamBroken
from app.network.web import Web
from app.tiktok.tree import read_number
from app.video.pull import Pull
from app.words import video as words

PROGRAM = "ffmpeg"
# What a stream may be: none of these names other files or addresses, as a playlist would.
READ = "flv,live_flv,mpegts,mov,aac"
QUIETLY = ("-hide_banner", "-loglevel", "error", "-nostats", "-nostdin", "-progress", "pipe:1")
FROM_US_ONLY = ("-protocol_whitelist", "pipe", "-format_whitelist", READ, "-i", "pipe:0")
FORMATS = (".mkv", ".mp4", ".mov", ".ts", ".flv", ".m4a")
PATIENCE_S = 10.0  # for a clean end; then it is told more firmly
ENDED_BY_SIGNAL = 255  # ffmpeg's own exit code after a signal; the file is whole
LAST_WORDS = 4096  # bytes
ORIGIN = re.compile(r"^\[[^\]]*@ 0x[0-9a-f]+\] ")  # “[mpegts @ 0x55d0c8] ”


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the copy is.

    Attributes:
        seconds: of the stream in the file.
        size: bytes of the file.
        speed: seconds of the stream per second; 0 while unknown.
        lost: pieces of the stream that could not be had.
    """

    seconds: float = 0.0
    size: int = 0
    speed: float = 0.0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be copied.

    Attributes:
        address: of the stream, https, or http on this machine.
        file: where to; its ending chooses the format.
        seconds: how much of the stream, None for all of it.
        can_replace: whether a file that is there already may be lost.
        access: how the stream is reached, and how long it may be silent.
    """

    address: str
    file: Path
    seconds: float | None = None
    can_replace: bool = False
    access: Access = field(default_factory=Access)

    def list_arguments(self) -> list[str]:
        """Make the command line; ffmpeg opens the file and nothing else, whatever the stream says."""
        limit = [] if self.seconds is None else ["-t", f"{self.seconds:g}"]
        replace = "-y" if self.can_replace else "-n"
        return [*QUIETLY, replace, *FROM_US_ONLY, *limit, "-c", "copy", f"file:{self.file}"]


class Recording:
    """A copy under way; made by `begin`, over with `wait`."""

    def __init__(self, process: Process, pull: Pull, shown: Callable[[Progress], None]) -> None:
        self._process, self._is_asked_to_end = process, False
        assert process.stdin, "piped"  # noqa: S101 - begun says so
        assert process.stdout, "piped"  # noqa: S101
        assert process.stderr, "piped"  # noqa: S101
        self._feeding = asyncio.ensure_future(_feed(process.stdin, pull))
        progress = _read_progress(process.stdout, lambda told: shown(replace(told, lost=pull.lost)))
        self._told = asyncio.gather(progress, _read_last_words(process.stderr), process.wait())

    @classmethod
    async def begin(cls, order: Order, shown: Callable[[Progress], None], clock: Clock = REAL) -> Self:
        """Start ffmpeg, away from our terminal's Ctrl+C, and feed it.

        Args:
            order: what to copy.
            shown: gets the progress, about twice a second.
            clock: what pauses go by.

        Raises:
            FfmpegMissing: it is not installed.
            NoStream: the address is not encrypted.
            UsageError: the environment names a proxy that is none.
        """
        pull = Pull(Web(order.access), order.address, order.access.stale_s, clock)
        process = await asyncio.create_subprocess_exec(
            find_program(),
            *order.list_arguments(),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=remove_secrets(os.environ),
            start_new_session=True,
        )
        return cls(process, pull, shown)

    async def wait(self) -> None:
        """Wait for the end; cancelling this leaves the copy running.

        Raises:
            SidestageError: what ended the stream, `StreamBroken` where some of it was recorded.
            FfmpegFailed: ffmpeg gave up; with its last words.
        """
        _, reason, code = await asyncio.shield(self._told)
        self._feeding.cancel()
        (broken,) = await asyncio.gather(self._feeding, return_exceptions=True)
        if isinstance(broken, Exception):
            raise broken
        if code == 0 or (self._is_asked_to_end and code == ENDED_BY_SIGNAL):
            return
        if self._is_asked_to_end and code < 0:
            raise FfmpegFailed(words.FFMPEG_ENDED)
        sentence = words.FFMPEG_SAID if reason.rstrip(".") else words.FFMPEG_CODE
        raise FfmpegFailed(sentence.fill(reason=reason, code=code))

    async def stop(self) -> None:
        """End the stream, after which ffmpeg completes the file; kill ffmpeg when it does not end."""
        self._is_asked_to_end = True
        for ask in (self._feeding.cancel, self._process.terminate, self.kill):
            with suppress(ProcessLookupError):
                ask()
            _, waiting = await asyncio.wait([self._told], timeout=PATIENCE_S)
            if not waiting:
                return

    def kill(self) -> None:
        """End it at once, if it runs."""
        self._feeding.cancel()
        if self._process.returncode is None:
            self._process.kill()


def find_program() -> str:
    """Find the program ffmpeg.

    Raises:
        FfmpegMissing: nowhere on the PATH.
    """
    if not (path := shutil.which(PROGRAM)):
        raise FfmpegMissing(words.FFMPEG_MISSING, hint=words.INSTALL_FFMPEG)
    return path


def remove_secrets(ours: Mapping[str, str]) -> dict[str, str]:
    """Remove our keys and log-in from the environment."""
    return {name: value for name, value in ours.items() if not name.startswith("SIDESTAGE_")}


def parse_progress(told: Mapping[str, str]) -> Progress:
    """Read one block of `-progress`; what is not known yet is N/A. `out_time_ms` is in µs, too."""
    micros = read_number(told.get("out_time_us"), told.get("out_time_ms"))
    speed = told.get("speed", "").strip().removesuffix("x")
    return Progress(max(micros, 0) / 1e6, read_number(told.get("total_size")), _parse_fraction(speed))


async def _feed(mouth: asyncio.StreamWriter, pull: Pull) -> None:
    """Give ffmpeg the stream until either ends; the end of its input is what makes it complete the file."""
    begun = False
    try:
        async with aclosing(pull.read_chunks()) as chunks:
            async for chunk in chunks:
                mouth.write(chunk)
                await mouth.drain()
                begun = True
    except ConnectionError:
        return  # ffmpeg has ended, and says why itself
    except SidestageError as error:
        if not begun:
            raise
        sentence = words.BROKE_OFF.fill(reason=error.sentence)
        raise StreamBroken(sentence, hint=words.FILE_HOLDS) from error
    finally:
        mouth.close()


async def _read_progress(lines: asyncio.StreamReader, shown: Callable[[Progress], None]) -> None:
    told: dict[str, str] = {}
    async for line in lines:
        name, _, value = line.decode("utf-8", "replace").strip().partition("=")
        told[name] = value
        if name == "progress":
            shown(parse_progress(told))


async def _read_last_words(errors: asyncio.StreamReader) -> str:
    """Read the last two lines: the last alone often says that it failed and not why."""
    heard = b""
    while chunk := await errors.read(LAST_WORDS):
        heard = (heard + chunk)[-LAST_WORDS:]
    lines = (_clean_line(line) for line in heard.decode("utf-8", "replace").splitlines())
    return "; ".join([line for line in lines if line][-2:])


def _clean_line(line: str) -> str:
    """Remove what a terminal would obey."""
    return "".join(char for char in ORIGIN.sub("", line) if char.isprintable()).strip()


def _parse_fraction(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
