"""How large the built program is and how soon it is there, as ratios within one run."""

from __future__ import annotations

import hashlib
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

from building.running import DIST, FOLDER, ROOT, BuildFailure, Program, find_built, find_source

BARE = Path(__file__).with_name("bare.py")
PACKAGES = ("PySide6-Essentials", "numpy", "pyinstaller")
QUIETLY = ("--noconfirm", "--log-level", "ERROR")
STARTS = 11
MOST = 0.9
MEGABYTE = 1_000_000


def measure_size() -> str:
    """Bytes of our folder without its fonts, by those of a bare window."""
    ours, bare = count_bytes(FOLDER), count_bytes(_build_bare())
    where = f"{ours / MEGABYTE:.0f} MB without fonts, a bare window with numpy {bare / MEGABYTE:.0f} MB"
    return _write_ratio("size", ours / bare, where)


def measure_start() -> str:
    """Seconds from the start to the window's picture and the end, by those of the program beside its source.

    They take turns, and the best of each counts: this machine may have other work.
    """
    built, source = find_built(), find_source()
    for one in (built, source):
        _time_start(one)  # files come into memory, modules are compiled
    pairs = [(_time_start(built), _time_start(source)) for _ in range(STARTS)]
    ours, other = (min(times) for times in zip(*pairs, strict=True))
    return _write_ratio("start", ours / other, f"{ours:.2f} s, beside its source {other:.2f} s")


def count_bytes(folder: Path) -> int:
    """Bytes of all files in a folder; links take none, and fonts are counted out."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files if "fonts" not in file.relative_to(folder).parts)


def _write_ratio(name: str, ratio: float, where: str) -> str:
    missed = "" if ratio <= MOST else f"; it should be {MOST:.2f}x at most"
    return f"{name} ratio {ratio:.2f}x ({where}){missed}"


def _time_start(program: Program) -> float:
    began = time.perf_counter()
    program.take_picture(["--after", "0.001"], DIST / "start.png")
    took = time.perf_counter() - began
    (DIST / "start.png").unlink()
    return took


def _build_bare() -> Path:
    """The folder of the bare window, built anew when a version has changed."""
    versions = (*(f"{name} {version(name)}" for name in PACKAGES), sys.version, platform.platform())
    key = hashlib.sha256("\n".join((*versions, BARE.read_text())).encode()).hexdigest()[:12]
    home = ROOT / "build" / f"bare-{key}"
    folder = home / "dist" / "bare"
    places = ("--distpath", home / "dist", "--workpath", home / "work", "--specpath", home)
    line = (sys.executable, "-m", "PyInstaller", *QUIETLY, "--windowed", *places, BARE)
    if not folder.exists() and subprocess.call([str(word) for word in line], cwd=ROOT):
        raise BuildFailure("The bare window could not be built.")
    return folder
