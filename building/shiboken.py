"""PySide6's own Python files, compiled when the program is built instead of at each start.

They lie as text within a library (16 files, a tenth of a start). Where a folder `files.dir` stands beside it,
PySide6 imports them like any module (its variable SBK_EMBED makes that folder), so they are found among ours.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

PACKAGE = "shibokensupport"
PLACE = "shiboken6/files.dir"
NOTE = "PySide6 looks for this folder; what belongs here is in the program.\n"


def gather_support(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Write the files into a folder.

    Returns:
        The modules' names, and what has to lie in the program: a file and its place. Nothing where PySide6
        keeps them in another way.
    """
    import_module("PySide6.QtCore")
    archive = getattr(sys.modules[PACKAGE].__loader__, "zfile", None)
    if archive is None:
        return [], []
    names = [name for name in archive.namelist() if name.startswith(f"{PACKAGE}/") and name.endswith(".py")]
    archive.extractall(folder, names)
    note = folder / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names]
    return modules, [(str(note), PLACE)]
