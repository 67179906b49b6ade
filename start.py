#!/usr/bin/env python3
"""Sets Sidestage up on the first run and starts it. Needs nothing but Python's standard library.

python3 start.py --demo          open the window on the demo; any `sidestage` arguments
python3 start.py test [ARGS]     run the tests (pytest arguments)
python3 start.py lint            run the linters
python3 start.py check           run both
python3 start.py build           make the one-folder program and take a picture of it
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "sidestage.stamp"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST = (3, 11)

QT_PACKAGES = [
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
]
# What a file name of an installed font must contain, and the package that brings it.
FONTS = {
    "dejavu|notosans|liberation|ubuntu": "fonts-noto-core",
    "cjk|notosanssc|wqy|takao": "fonts-noto-cjk",
    "emoji": "fonts-noto-color-emoji",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
LOADS_QT = (
    "import ctypes, pathlib, PySide6\n"
    "from PySide6 import QtWidgets\n"
    "for name in ('libqxcb.so', 'libqoffscreen.so'):\n"
    "    ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms' / name))\n"
)
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main(arguments: list[str]) -> int:
    """Set up what is missing, then do what was asked for."""
    if sys.version_info < OLDEST:
        return complain(f"Sidestage needs Python 3.11 or newer; this is {platform.python_version()}.")
    command = arguments[0] if arguments and arguments[0] in EXTRAS else ""
    if not set_up(EXTRAS[command]):
        return 1
    return COMMANDS[command](arguments[1:] if command else arguments)


def set_up(extras: str) -> bool:
    """Environment, packages, libraries and fonts; all of it at once only the first time."""
    wanted = fingerprint(extras)
    done = STAMP.read_text().splitlines() if STAMP.exists() else []
    if wanted in done:
        return True
    began = time.monotonic()
    if not (make_environment() and install(extras) and check_system()):
        return False
    STAMP.write_text("\n".join([*done, wanted]))
    say(f"Ready after {time.monotonic() - began:.0f} s. The next start takes none of this.")
    return True


def fingerprint(extras: str) -> str:
    """Changes whenever what has to be installed changes."""
    told = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    told += [extras.encode(), platform.python_version().encode()]
    return hashlib.sha256(b"\0".join(told)).hexdigest()


def make_environment() -> bool:
    """Make .venv with pip in it. Debian's python3 comes without the parts that this needs."""
    if PYTHON.exists() and run(PYTHON, "-m", "pip", "--version", quiet=True):
        return True
    say("Making .venv …")
    if run(sys.executable, "-m", "venv", "--clear", VENV, quiet=True):
        return True
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install_system([version]):
        return False
    return run(sys.executable, "-m", "venv", "--clear", VENV)


def install(extras: str) -> bool:
    """Install the project and its pinned packages into .venv."""
    say("Installing packages; about 150 MB the first time …")
    project = f"{ROOT}[{extras}]" if extras else str(ROOT)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    words = [*pip, "-c", str(ROOT / "constraints.txt"), "-e", project]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
        printed = list(map(shown, child.stdout or ()))
    if child.returncode == 0:
        return True
    complain("The packages could not be installed:\n" + "".join(printed[-12:]))
    return False


def shown(line: str) -> str:
    """Print a line of pip's if it tells of progress; the line."""
    if line.startswith(("Collecting", "Downloading", "Installing", "Building")):
        print(f"  {line.strip()[:100]}", flush=True)
    return line


def check_system() -> bool:
    """Qt's libraries must load; fonts should be there. Only Linux comes without them."""
    if not sys.platform.startswith("linux"):
        return True
    fonts = missing_fonts()
    libraries = [] if run(PYTHON, "-c", LOADS_QT, quiet=True) else QT_PACKAGES
    if not libraries and not fonts:
        return True
    installed = install_system([*libraries, *fonts])
    return installed or not libraries


def missing_fonts() -> list[str]:
    """Packages for text, East Asian text and emoji of which no font is installed."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    names = [
        path.name.lower().replace("-", "") for folder in folders for path in folder.rglob("*.[tTo][tT][fFcC]")
    ]
    return [
        package
        for hints, package in FONTS.items()
        if not any(hint in name for name in names for hint in hints.split("|"))
    ]


def install_system(packages: list[str]) -> bool:
    """Install Debian packages when we may, otherwise say which line does."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        complain(f"Missing from this system (names as in Debian): {' '.join(packages)}")
        return False
    if os.geteuid() != 0:
        complain(f"Missing from this system. Run this line, then start again:\n  sudo {line}")
        return False
    say(f"Installing from the system's packages: {' '.join(packages)} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", quiet=True, env=environment)
    if run(*line.split(), quiet=True, env=environment):
        return True
    complain(f"That failed. Run this line by hand to see why:\n  {line}")
    return False


def start(arguments: list[str]) -> int:
    """Become Sidestage."""
    words = [str(PYTHON), "-m", "app", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not WINDOWS:
        os.execve(PYTHON, words, environment)  # noqa: S606 - it replaces this process, no shell wanted
    return subprocess.call(words, env=environment)


def test(arguments: list[str]) -> int:
    """Run the tests."""
    return subprocess.call([str(PYTHON), "-m", "pytest", *arguments], cwd=ROOT)


def lint(_: list[str]) -> int:
    """Run every check but the tests; the first failure is the exit code."""
    for words in CHECKS:
        say(" ".join(words))
        program = PYTHON.with_name(words[0] + PYTHON.suffix)
        if code := subprocess.call([str(program), *words[1:]], cwd=ROOT):
            return code
    return 0


def check(arguments: list[str]) -> int:
    """Run every check, then the tests."""
    return lint(arguments) or test(arguments)


def build(_: list[str]) -> int:
    """Make the one-folder program, start it on the demo and take its picture."""
    if subprocess.call(
        [str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"], cwd=ROOT
    ):
        return complain("The program could not be built.")
    program = ROOT / "dist" / "sidestage" / ("sidestage.exe" if WINDOWS else "sidestage")
    picture = ROOT / "dist" / "sidestage.png"
    say(f"Built {program.parent}. Taking its picture …")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [str(program), "--demo", "--rate", "50", "--screenshot", str(picture), "--after", "8"]
    if subprocess.call(words, env=environment) or not picture.exists():
        return complain("The built program did not start.")
    say(f"It works: {picture}")
    return 0


def run(*words: str | Path, quiet: bool = False, env: dict[str, str] | None = None) -> bool:
    """Run a program; whether it succeeded."""
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.call([str(word) for word in words], stdout=sink, stderr=sink, env=env) == 0


def say(text: str) -> None:
    """Show progress."""
    print(f"sidestage: {text}", flush=True)


def complain(text: str) -> int:
    """Say what is wrong; the exit code for it."""
    print(f"sidestage: {text}", file=sys.stderr, flush=True)
    return 1


EXTRAS = {"": "", "test": "dev", "lint": "dev", "check": "dev", "build": "build"}
COMMANDS = {"": start, "test": test, "lint": lint, "check": check, "build": build}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
