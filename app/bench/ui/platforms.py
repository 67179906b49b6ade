"""Where Qt draws: into memory, and on an X server if there is one or one can be started."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

OFFSCREEN = "offscreen"
SCREEN = "1920x1200x24"
DISPLAY_FD = 1  # the server writes its number to standard output


@contextmanager
def open_platforms() -> Iterator[list[tuple[str, Mapping[str, str]]]]:
    """Names of Qt's platforms with the variables that choose them; a server started here ends with this."""
    offscreen = (OFFSCREEN, {"QT_QPA_PLATFORM": OFFSCREEN})
    if display := os.environ.get("DISPLAY"):
        yield [offscreen, _describe_display(display)]
    elif server := shutil.which("Xvfb"):
        with _run_server(server) as display:
            yield [offscreen, _describe_display(display)]
    else:
        yield [offscreen]


def _describe_display(display: str) -> tuple[str, Mapping[str, str]]:
    return "xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@contextmanager
def _run_server(server: str) -> Iterator[str]:
    words = [server, "-displayfd", str(DISPLAY_FD), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.stdout  # noqa: S101 - a pipe
        try:
            yield f":{process.stdout.readline().decode().strip()}"
        finally:
            process.terminate()
