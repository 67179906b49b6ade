"""ffmpeg copies a stream into a file: what it is told, what it says, how it is stopped."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi

from app.connector.endpoints import is_loopback
from app.connector.read.errors import FfmpegFailed, FfmpegMissing, NoStream
from app.connector.tree import number
from app.errors import UsageError

PROGRAM = "ffmpeg"
INSTALL = "Install it: “apt install ffmpeg”, “brew install ffmpeg”, or from ffmpeg.org."
FORMATS = (".mkv", ".mp4", ".mov", ".ts", ".flv", ".m4a")
# What a stream may lead to: a playlist must not reach for files, nor leave what is encrypted.
ENCRYPTED, PLAIN = "https,tls,tcp,crypto,httpproxy", "http,tcp,crypto"
PROXY_VARIABLES = {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}
PATIENCE_S = 10.0  # for a clean end; then it is told more firmly
ENDED_BY_SIGNAL = 255  # ffmpeg's own exit code after a signal; the file is whole
LAST_WORDS = 4096  # bytes
ADDRESS = re.compile(r"\b[a-z]+://[^\s'\"]*[^\s'\":]")
ORIGIN = re.compile(r"^\[[^\]]*@ 0x[0-9a-f]+\] ")  # “[tls @ 0x55d0c8] ”


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the copy is.

    Attributes:
        seconds: of the stream in the file.
        size: bytes of the file.
        speed: seconds of the stream per second; 0 while unknown.
    """

    seconds: float = 0.0
    size: int = 0
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be copied.

    Attributes:
        address: of the stream, https, or http on this machine.
        file: where to; its ending chooses the format.
        seconds: how much of the stream, None for all of it.
        replace: whether a file that is there already may be lost.
        proxy: the chosen one, `Access.web_proxy`; empty for the environment's.
        silence_s: after which the stream is given up.
    """

    address: str
    file: Path
    seconds: float | None = None
    replace: bool = False
    proxy: str = ""
    silence_s: float = 60.0

    def arguments(self) -> list[str]:
        """After the program's name.

        Raises:
            NoStream: the address is not encrypted.
        """
        limit = [] if self.seconds is None else ["-t", f"{self.seconds:g}"]
        return [
            "-hide_banner", "-loglevel", "error", "-nostats", "-progress", "pipe:1",
            "-y" if self.replace else "-n",
            *_guards(self.address), "-rw_timeout", f"{self.silence_s * 1e6:.0f}", "-i", self.address,
            *limit, "-c", "copy", f"file:{self.file}",
        ]  # fmt: skip

    def environment(self, ours: Mapping[str, str]) -> dict[str, str]:
        """Ours without our secrets, and with the proxy as ffmpeg wants it.

        Raises:
            UsageError: it is a proxy that ffmpeg does not understand.
        """
        kept = {name: value for name, value in ours.items()
                if not name.startswith("SIDESTAGE_") and name.lower() not in PROXY_VARIABLES}  # fmt: skip
        proxy = _proxy(urlsplit(self.address).hostname or "", self.proxy)
        return kept | ({"http_proxy": proxy} if proxy else {})


class Recording:
    """A copy under way; made by `begun`, over with `finished`."""

    def __init__(self, process: Process, shown: Callable[[Progress], None]) -> None:
        self._process, self._asked = process, False
        assert process.stdout, "piped"  # noqa: S101 - begun says so
        assert process.stderr, "piped"  # noqa: S101
        told = _progress(process.stdout, shown), _last_words(process.stderr), process.wait()
        self._told = asyncio.gather(*told)

    @classmethod
    async def begun(cls, order: Order, shown: Callable[[Progress], None]) -> Self:
        """Start ffmpeg, away from our terminal's Ctrl+C.

        Args:
            order: what to copy.
            shown: gets the progress, about twice a second.

        Raises:
            FfmpegMissing: it is not installed.
            NoStream, UsageError: as `Order` says.
        """
        process = await asyncio.create_subprocess_exec(
            program(), *order.arguments(), stdin=PIPE, stdout=PIPE, stderr=PIPE,
            env=order.environment(os.environ), start_new_session=True,
        )  # fmt: skip
        return cls(process, shown)

    async def finished(self) -> None:
        """Wait for the end; cancelling this leaves the copy running.

        Raises:
            FfmpegFailed: ffmpeg gave up; with its last words, where no address stands.
        """
        _, words, code = await asyncio.shield(self._told)
        if code == 0 or (self._asked and code == ENDED_BY_SIGNAL):
            return
        if self._asked and code < 0:
            raise FfmpegFailed("ffmpeg had to be ended; the file may not be whole.")
        raise FfmpegFailed(f"ffmpeg gave up: {words.rstrip('.') or f'it ended with {code}'}.")

    async def stop(self) -> None:
        """Ask for a clean end as a person would, by `q`; firmly where that is not heard."""
        self._asked = True
        for ask in (self._quit, self._process.terminate, self.kill):
            with suppress(ProcessLookupError, ConnectionError):
                ask()
            _, waiting = await asyncio.wait([self._told], timeout=PATIENCE_S)
            if not waiting:
                return

    def kill(self) -> None:
        """End it at once, if it runs."""
        if self._process.returncode is None:
            self._process.kill()

    def _quit(self) -> None:
        if self._process.stdin:
            self._process.stdin.write(b"q")


def program() -> str:
    """Where ffmpeg is.

    Raises:
        FfmpegMissing: nowhere on the PATH.
    """
    if not (path := shutil.which(PROGRAM)):
        raise FfmpegMissing("Recording needs ffmpeg, which is not installed.", hint=INSTALL)
    return path


def progress_of(told: Mapping[str, str]) -> Progress:
    """Out of one block of `-progress`; what is not known yet is N/A. `out_time_ms` is in µs, too."""
    micros = number(told.get("out_time_us"), told.get("out_time_ms"))
    speed = told.get("speed", "").strip().removesuffix("x")
    return Progress(max(micros, 0) / 1e6, number(told.get("total_size")), _real(speed))


async def _progress(lines: asyncio.StreamReader, shown: Callable[[Progress], None]) -> None:
    told: dict[str, str] = {}
    async for line in lines:
        name, _, value = line.decode("utf-8", "replace").strip().partition("=")
        told[name] = value
        if name == "progress":
            shown(progress_of(told))


async def _last_words(errors: asyncio.StreamReader) -> str:
    """The last two lines, as the last alone often says that it failed and not why."""
    heard = b""
    while chunk := await errors.read(LAST_WORDS):
        heard = (heard + chunk)[-LAST_WORDS:]
    lines = (_plain(line) for line in heard.decode("utf-8", "replace").splitlines())
    return "; ".join([line for line in lines if line][-2:])


def _plain(line: str) -> str:
    """Without addresses, which hold signatures, and without what a terminal would obey."""
    told = ADDRESS.sub("the stream", ORIGIN.sub("", line))
    return "".join(char for char in told if char.isprintable()).strip()


def _guards(address: str) -> list[str]:
    """Certificates are verified, which ffmpeg does not do by itself."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        authorities = os.environ.get("SSL_CERT_FILE") or certifi.where()
        return ["-protocol_whitelist", ENCRYPTED, "-tls_verify", "1", "-ca_file", authorities]
    if parts.scheme == "http" and is_loopback(parts.hostname):
        return ["-protocol_whitelist", PLAIN]
    raise NoStream("The address of this stream is not encrypted, so it is not fetched.",
                   hint="Choose another quality.")  # fmt: skip


def _proxy(host: str, chosen: str) -> str:
    """The HTTP proxy on the way to the host, empty for none."""
    known = {} if chosen else getproxies()
    proxy = chosen or known.get("https") or known.get("all") or ""
    if not proxy or is_loopback(host) or (not chosen and proxy_bypass(host)):
        return ""
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not proxy.startswith("http://"):
        kind = proxy.partition("://")[0].upper()
        raise UsageError(f"ffmpeg understands HTTP proxies only, and yours is {kind}.",
                         hint="Give another one with --proxy http://host:port.")  # fmt: skip
    return proxy


def _real(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
