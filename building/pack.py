"""What lies beside the program, and the archive of it all."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import app
from building.components import Component, find_components, make_bill
from building.identity import make_desktop_file
from building.running import DIST, FOLDER, MACOS, ROOT, WINDOWS, WORK

RESOURCES = ROOT / "resources"
SYSTEM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
TITLE = f"sidestage-{app.__version__}"
BILL = "sidestage.cdx.json"
INSTALLERS = {"linux": "install.sh", "windows": "install.bat"}  # macOS reads the plist


def furnish() -> Path:
    """Put licences, the bill of materials and what Linux needs beside the program.

    Returns:
        The folder that is handed on.
    """
    beside = DIST / "beside" if MACOS else FOLDER
    beside.mkdir(exist_ok=True)
    components = find_components(json.loads((WORK / "sources.json").read_text(encoding="utf-8")))
    _put_licences(components, beside / "licences")
    bill = json.dumps(make_bill(components), indent=1, ensure_ascii=False)
    (beside / BILL).write_text(f"{bill}\n", encoding="utf-8")
    if SYSTEM == "linux":
        shutil.copy(RESOURCES / "icon.png", beside / "sidestage.png")
        entry = beside / "sidestage.desktop"
        entry.write_text(make_desktop_file(), encoding="utf-8")
        entry.chmod(0o755)
    if installer := INSTALLERS.get(SYSTEM):
        shutil.copy(RESOURCES / "installers" / installer, beside)
    return beside


def _put_licences(components: Iterable[Component], folder: Path) -> None:
    """Ours, those of every component as far as it brings them, and what Qt's asks of whoever hands it on."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(RESOURCES / "licences", folder)
    shutil.copy(ROOT / "LICENSE", folder / "Sidestage.txt")
    for one in components:
        for number, text in enumerate(one.texts):
            shutil.copy(text, folder / f"{one.name}{f'-{number}' if number else ''}.txt")


def pack(beside: Path) -> list[Path]:
    """Make the archive, and write its checksum and that of the bill beside it."""
    stage = DIST / TITLE
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(FOLDER, stage / FOLDER.name if MACOS else stage, symlinks=True)
    if MACOS:
        shutil.copytree(beside, stage, dirs_exist_ok=True)
    name = f"{TITLE}-{SYSTEM}-{platform.machine().lower()}"
    form = "zip" if WINDOWS else "gztar"  # zip loses what may be run, and links
    archive = Path(shutil.make_archive(str(DIST / name), form, DIST, TITLE))
    bill = Path(shutil.copy(beside / BILL, DIST / f"{name}.cdx.json"))
    shutil.rmtree(stage)
    sums = write_sums([archive, bill], DIST / f"{name}.sha256")
    return [archive, bill, sums]


def write_sums(files: Iterable[Path], place: Path) -> Path:
    """Write checksums in the form that `sha256sum --check` reads."""
    rows = sorted((file.name, _sum(file)) for file in files)
    place.write_text("".join(f"{digest}  {name}\n" for name, digest in rows), encoding="ascii")
    return place


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
