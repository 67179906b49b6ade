"""Starts the built program and the one beside its source, the same way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DIST, WORK = ROOT / "dist", ROOT / "build" / "build"
WINDOWS, MACOS = sys.platform == "win32", sys.platform == "darwin"
FOLDER = DIST / ("Sidestage.app" if MACOS else "sidestage")
INSIDE = Path("Contents", "MacOS") if MACOS else Path()
PATIENCE_S = 180
NOBODY = 65534
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "SIDESTAGE_LANGUAGE": "en"}
NOT_OURS = ("SIDESTAGE_", "PYTHON", "QT_", "XDG_", "LD_LIBRARY_PATH")


class BuildFailure(Exception):
    """What is wrong with what was built, in a sentence."""


class Program(NamedTuple):
    """A Sidestage that can be started.

    Attributes:
        line: the words that start its window.
        console: the words that start it where it prints; Windows lets no windowed program print.
        environment: what goes beside ours.
        user: who runs it, for root; nobody else can choose.
    """

    line: tuple[str, ...]
    console: tuple[str, ...]
    environment: Mapping[str, str]
    user: int | None = None

    def run(self, arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
        """Run it to its end and give what it printed.

        Raises:
            BuildFailure: it failed or took too long.
        """
        return self.complete(arguments, environment).stdout

    def complete(
        self, arguments: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end and give all that it said.

        Raises:
            BuildFailure: it failed or took too long.
        """
        line = [*self.console, *arguments]
        try:
            done = subprocess.run(
                line,
                env=self._join(environment),
                capture_output=True,
                encoding="utf-8",
                timeout=PATIENCE_S,
                check=False,
                cwd=Path(ROOT.anchor),
                user=self.user,
                group=self.user,
                extra_groups=None if self.user is None else [],
            )
        except subprocess.TimeoutExpired:
            raise BuildFailure(f"{' '.join(line)} took more than {PATIENCE_S} s.") from None
        if done.returncode:
            raise BuildFailure(f"{' '.join(line)} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
        return done

    def take_picture(self, arguments: Sequence[str], picture: Path) -> Path:
        """Start its window, have it write its picture, and wait for its end.

        Raises:
            BuildFailure: there is none.
        """
        window = self._replace_console()
        window.run([*arguments, "--screenshot", str(picture), "--force"])
        if not picture.exists():
            raise BuildFailure(f"{' '.join(self.line)} {' '.join(arguments)} left no picture.")
        return picture

    @contextmanager
    def keep_running(self, arguments: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
        """Run it beside until the end of the block; its output can be read."""
        line = [*self.console, *arguments]
        with subprocess.Popen(line, env=self._join(), stdout=subprocess.PIPE, encoding="utf-8") as child:
            try:
                yield child
            finally:
                child.terminate()

    def _replace_console(self) -> Program:
        return self._replace(console=self.line)

    def _join(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        plain = {name: text for name, text in os.environ.items() if not name.startswith(NOT_OURS)}
        return {**plain, **OFFSCREEN, **self.environment, **(more or {})}


def find_built(folder: Path = FOLDER, *, user: int | None = None, **environment: str) -> Program:
    """The built program in a folder."""
    end = ".exe" if WINDOWS else ""
    window = folder / INSIDE / f"sidestage{end}"
    console = folder / INSIDE / f"sidestage-cli{end}" if WINDOWS else window
    return Program((str(window),), (str(console),), environment, user)


def find_source(**environment: str) -> Program:
    """The program as it lies here, with this Python."""
    line = (sys.executable, "-P", "-m", "app")
    return Program(line, line, {"PYTHONPATH": str(ROOT), **environment})
