"""What Qt needs of a Linux system: libraries, and fonts for the scripts that people write in."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from app.setup.scripts import SCRIPTS
from app.setup.talk import complain, run_quietly, say
from app.words import setup as words

QT_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
LOADS_QT = (
    "import ctypes, pathlib, PySide6\n"
    "from PySide6 import QtWidgets\n"
    "for name in ('libqxcb.so', 'libqoffscreen.so'):\n"
    "    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms' / name))\n"
)


def check_system(python: Path) -> bool:
    """Qt's libraries must be there and fonts should be: without, letters are boxes. Only Linux lacks them."""
    if not sys.platform.startswith("linux"):
        return True
    loads: list[str | Path] = [python, "-c", LOADS_QT]
    if not run_quietly(loads)[0] and not (install_packages_of_system(QT_PACKAGES) and run_quietly(loads)[0]):
        complain(words.NO_LIBRARIES)
        return False
    install_fonts(python)
    return True


def install_fonts(python: Path) -> None:
    """Install fonts for the scripts that no font here shows, or name them."""
    missing = find_missing_scripts(python)
    if not missing:
        return
    say(words.NO_FONT.fill(scripts=", ".join(missing)))
    install_packages_of_system(sorted({SCRIPTS[name].package for name in missing}))


def find_missing_scripts(python: Path) -> list[str]:
    """Names of `SCRIPTS` that would be boxes in the window, as Qt sees this system's fonts."""
    done, printed = run_quietly([python, "-P", "-m", "app.setup.probe"])
    if not done:
        complain(words.FONTS_UNKNOWN)
        return []
    return [name for name in SCRIPTS if name in printed.splitlines()]


def install_packages_of_system(packages: Sequence[str]) -> bool:
    """Install Debian packages when we may, otherwise say which line does."""
    line = " ".join((*INSTALL, *packages))
    if not shutil.which("apt-get"):
        complain(words.MISSING.fill(packages=" ".join(packages)))
        return False
    if os.geteuid() != 0:
        complain(words.MISSING_LINE.fill(line=line))
        return False
    say(words.INSTALLING_PACKAGES.fill(packages=" ".join(packages)))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update"], env=environment)
    if run_quietly(line.split(), env=environment)[0]:
        return True
    complain(words.FAILED_LINE.fill(line=line))
    return False


if __name__ == "__main__":
    # For machines that are set up beforehand: all that a Debian or Ubuntu may lack, one package a line.
    print("\n".join((*QT_PACKAGES, *sorted({script.package for script in SCRIPTS.values()}))))
