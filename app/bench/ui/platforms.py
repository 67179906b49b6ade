"""Where Qt draws: into memory, and on an X server if there is one or one can be started."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

OFFSCREEN = "offscreen"
WIDTH, HEIGHT, DEPTH, DPI = 1920, 1200, 24, 96
DISPLAY_FD = 1  # the server writes its number to standard output


@contextmanager
def open_platforms() -> Iterator[list[tuple[str, Mapping[str, str]]]]:
    """Names of Qt's platforms with the variables that choose them; a server started here ends with this."""
    with TemporaryDirectory() as folder:
        offscreen = _describe_memory(Path(folder))
        if display := os.environ.get("DISPLAY"):
            yield [offscreen, _describe_display(display)]
        elif server := shutil.which("Xvfb"):
            with _run_server(server) as display:
                yield [offscreen, _describe_display(display)]
        else:
            yield [offscreen]


def _describe_memory(folder: Path) -> tuple[str, Mapping[str, str]]:
    """A screen as large as that of the server: Qt's own is smaller than our window, which would be cut."""
    screen = {"name": "bench", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
    density = {"logicalDpi": DPI, "logicalBaseDpi": DPI, "dpr": 1}
    if os.name == "nt":  # where Qt would take the colon of a path for the end of it
        return OFFSCREEN, {"QT_QPA_PLATFORM": OFFSCREEN}
    place = folder / "screen.json"
    place.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen | density]}))
    return OFFSCREEN, {"QT_QPA_PLATFORM": f"{OFFSCREEN}:configfile={place}"}


def _describe_display(display: str) -> tuple[str, Mapping[str, str]]:
    return "xcb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


@contextmanager
def _run_server(server: str) -> Iterator[str]:
    screen = f"{WIDTH}x{HEIGHT}x{DEPTH}"
    words = [server, "-displayfd", str(DISPLAY_FD), "-screen", "0", screen, "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.stdout  # noqa: S101 - a pipe
        try:
            yield f":{process.stdout.readline().decode().strip()}"
        finally:
            process.terminate()
