"""Fonts for the scripts that people write in, from this system's packages, with their licences.

A Linux may come without them; then most of a chat is boxes. Only Noto is taken: its licence (SIL OFL 1.1)
lets anybody hand it on, and a file whose licence text does not lie here stays out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from app.setup.scripts import SCRIPTS

FAMILIES = ("Noto Sans", "Noto Color Emoji")
NOT_FAMILIES = ("Mono", "UI", "Display", "Looped")
STYLES = ("Regular", "Bold")
FORM = "%{family[0]}\t%{style[0]}\t%{file}\n"
CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def gather_fonts(folder: Path) -> list[str]:
    """Copy fonts and licences into a folder, with the file that tells fontconfig of them.

    Returns:
        The scripts for which there is none.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    chosen = {name: _find_files(row.letters) for name, row in SCRIPTS.items()} if _has_fontconfig() else {}
    for file in sorted({file for files in chosen.values() for file in files}):
        shutil.copy(file, folder)
    for package, licence in sorted(_find_licences(chosen.values()).items()):
        shutil.copy(licence, folder / f"LICENCE-{package}.txt")
    (folder / "fonts.conf").write_text(CONF, encoding="utf-8")
    return [name for name in SCRIPTS if not chosen.get(name)]


def _has_fontconfig() -> bool:
    return sys.platform.startswith("linux") and bool(shutil.which("fc-list") and shutil.which("dpkg"))


def _find_files(letters: str) -> set[Path]:
    """Fonts that have all letters, of one family where there is one, as far as their licences lie here."""
    files = _find_family(letters)
    if not files and len(letters) > 1:
        each = [_find_family(one) for one in letters]
        files = {file for one in each for file in one} if all(each) else set()
    return {file for file in files if _find_licence(file)}


def _find_family(letters: str) -> set[Path]:
    """Regular and bold of the family with the shortest name: that of the script, not one of its variants."""
    codes = " ".join(f"{ord(one):x}" for one in letters)
    printed = _read("fc-list", "--format", FORM, f":charset={codes}").splitlines()
    rows = [row for row in (line.split("\t") for line in printed) if _is_wanted(row[0], row[1])]
    family = min(sorted(row[0] for row in rows), key=len, default="")
    return {Path(file) for name, _, file in rows if name == family}


def _is_wanted(family: str, style: str) -> bool:
    is_named = family.startswith(FAMILIES) and not set(family.split()) & set(NOT_FAMILIES)
    return is_named and style in STYLES


@cache
def _find_licence(file: Path) -> tuple[str, Path] | None:
    """The package that a font came with, and its licence; None where either is unknown."""
    package = _read("dpkg", "-S", str(file)).partition(":")[0]
    licence = Path("/usr/share/doc", package or "none", "copyright")
    return (package, licence) if licence.is_file() else None


def _find_licences(chosen: Iterable[set[Path]]) -> dict[str, Path]:
    return dict(found for files in chosen for file in files if (found := _find_licence(file)))


def _read(*line: str) -> str:
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout
