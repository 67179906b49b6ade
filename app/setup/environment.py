"""The environment `.venv` beside the source: made once, filled with pinned packages, mended when broken."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from app.setup.system import install_packages_of_system
from app.setup.talk import complain, read_last_line, run_quietly, say
from app.words import setup as words

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / "sidestage.stamp"
UNFINISHED = VENV / "sidestage.unfinished"
WINDOWS = sys.platform == "win32"
FOLDER = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = FOLDER / ("python.exe" if WINDOWS else "python")
PROGRAMS = ("sidestage", "sidestage-window")
# Relative to themselves, so that they go on working when the folder is moved.
LAUNCHER = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/python" -P -m app "$@"
"""
WINDOWS_LAUNCHER = '@"%~dp0python.exe" -P -m app %*\r\n'
MACHINE = [sys.platform, platform.machine()]
NEEDS = "import ensurepip, venv"
PROGRESS = ("Collecting", "Downloading", "Installing", "Building")
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolution|name resolution|ConnectTimeout|Read timed out|ConnectionError"
    r"|Network is unreachable|from versions: none|ProxyError|ConnectionReset",
    re.IGNORECASE,
)


def is_ready(extras: str) -> bool:
    """Whether everything was installed and is still there: a folder may be copied, moved or cleared."""
    return fingerprint(extras) in read_stamp().get("done", []) and PYTHON.exists() and not is_damaged()


def is_damaged() -> bool:
    """Whether it cannot be used or mended: installing was cut off, something is gone, it is of elsewhere."""
    stamp, site = read_stamp(), find_site_packages()
    installed, machine = stamp.get("packages", []), stamp.get("machine", [])
    if UNFINISHED.exists() or (machine and machine != MACHINE) or not has_base():
        return True
    return bool(installed) and (site is None or not all((site / name).exists() for name in installed))


def has_base() -> bool:
    """Whether the Python that the environment was made of is still there, as far as that is noted."""
    try:
        noted = re.search(r"^home *= *(.+)$", (VENV / "pyvenv.cfg").read_text(encoding="utf-8"), re.MULTILINE)
    except (OSError, ValueError):
        return True
    return noted is None or Path(noted[1].strip()).is_dir()


def read_stamp() -> dict[str, list[str]]:
    """What was installed when; nothing where that cannot be read."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    rows = stamp.items() if isinstance(stamp, dict) else ()
    return {name: row for name, row in rows if isinstance(row, list) and all(type(one) is str for one in row)}


def write_stamp(extras: str) -> None:
    """Note what is installed now.

    Raises:
        OSError: it cannot be written.
    """
    site = find_site_packages()
    packages = sorted(path.name for path in site.iterdir() if path.name != "__pycache__") if site else []
    done = sorted({*read_stamp().get("done", []), fingerprint(extras)})
    if STAMP.is_dir():
        shutil.rmtree(STAMP)
    STAMP.write_text(json.dumps({"done": done, "packages": packages, "machine": MACHINE}), encoding="utf-8")


def fingerprint(extras: str) -> str:
    """Changes whenever what has to be installed changes."""
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    version = f"{sys.version_info.major}.{sys.version_info.minor}"  # a newer patch of it needs no network
    parts += [word.encode() for word in (extras, version, *MACHINE)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def find_site_packages() -> Path | None:
    """Where the packages of the environment lie, None before there is one."""
    places = [VENV / "Lib" / "site-packages"] if WINDOWS else VENV.glob("lib/python*/site-packages")
    return next((place for place in places if place.is_dir()), None)


def make_environment() -> bool:
    """Make .venv with pip in it, anew if it was damaged. Debian's python3 comes without parts of that."""
    if not is_damaged() and PYTHON.exists() and run_quietly([PYTHON, "-m", "pip", "--version"])[0]:
        return True
    if not can_write():
        return False
    say(words.MAKING)
    made, printed = _make()
    if not made and not run_quietly([sys.executable, "-c", NEEDS])[0]:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install_packages_of_system([version]):
            return False
        made, printed = _make()
    if not made:
        complain(words.NOT_MADE.fill(folder=VENV, reason=read_last_line(printed)))
    return made


def can_write() -> bool:
    """Whether files can be made beside the source; said where they cannot."""
    try:
        with tempfile.TemporaryFile(dir=ROOT):
            return True
    except OSError as error:
        complain(words.READ_ONLY.fill(folder=ROOT, reason=error.strerror))
        return False


def _make() -> tuple[bool, str]:
    return run_quietly([sys.executable, "-m", "venv", "--clear", VENV])


def install_packages(extras: str) -> bool:
    """Install the pinned packages, and let the environment's Python know where the program is."""
    say(words.INSTALLING)
    UNFINISHED.touch()  # stays when this is cut off: what is half there looks like whole packages to pip
    code, said = _run_pip(extras)
    UNFINISHED.unlink()
    if code == 0:
        write_launchers()
        return True
    if NO_NETWORK.search(said):
        complain(words.NO_NETWORK)
    else:
        complain(words.NOT_INSTALLED.fill(lines="\n".join(said.splitlines()[-12:])))
    return False


def _run_pip(extras: str) -> tuple[int, str]:
    """Install packages and show its progress; its exit code, and all that it printed."""
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "-c", "constraints.txt"]
    with subprocess.Popen(
        [*pip, *list_requirements(extras)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd=ROOT,
    ) as child:
        printed = [_show_line(line) for line in child.stdout or ()]
    return child.returncode, "".join(printed)


def list_requirements(extras: str) -> list[str]:
    """What pyproject.toml names, with the packages of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extras] if extras else ())]


def write_launchers() -> None:
    """`sidestage` beside the environment's Python, which finds the program by a path relative to itself."""
    site = find_site_packages()
    if site is None:
        return
    up = "/".join([".."] * len(site.relative_to(ROOT).parts))
    (site / "sidestage.pth").write_text(f"{up}\n", encoding="utf-8")
    for name in PROGRAMS:
        file = FOLDER / (f"{name}.cmd" if WINDOWS else name)
        file.write_text(WINDOWS_LAUNCHER if WINDOWS else LAUNCHER, encoding="utf-8")
        file.chmod(0o755)


def _show_line(line: str) -> str:
    """Print a line of pip's if it tells of progress; the line."""
    if line.startswith(PROGRESS):
        print(f"  {line.strip()[:100]}", flush=True)
    return line
