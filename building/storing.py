"""What every start reads is stored in the program as it is; the rest is compressed.

Python's modules lie in one archive, each compressed by itself. To inflate those of a start takes a twentieth
of it; to store all would make the program larger by a twelfth. PyInstaller has one level for all, so its
writer is given another for some. Room for that is where texts of help are left out that nobody can read here.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from building.leave_out import Entry
from building.running import find_source

LEVEL = "_COMPRESSION_LEVEL"
MARK = "import time:"  # of a line of Python's own list
WITHOUT_HELP = sys.stdlib_module_names
COMPILED, COMPILED_WITHOUT_HELP = "PYMODULE", "PYMODULE-2"


def list_first_modules(folder: Path) -> frozenset[str]:
    """Names of what the program beside its source imports until its picture is written.

    Args:
        folder: for that picture.

    Raises:
        BuildFailure: it did not start.
    """
    own = {f"SIDESTAGE_{name}": str(folder / name.lower()) for name in ("SETTINGS", "LOGS", "PICTURES")}
    program = find_source(PYTHONPROFILEIMPORTTIME="1", **own)
    words = ["--after", "0.001", "--screenshot", str(folder / "start.png"), "--force"]
    return read_modules(program.complete(words).stderr.splitlines())


def read_modules(lines: Iterable[str]) -> frozenset[str]:
    """Names of modules from what Python says of the time of each import."""
    return frozenset(line.rpartition("|")[2].strip() for line in lines if line.startswith(MARK))


def store_some(modules: Collection[str]) -> None:
    """Have these modules written as they are, in this process."""
    from PyInstaller.archive.writers import ZlibArchiveWriter  # noqa: PLC0415 - only a build has it

    getattr(ZlibArchiveWriter, LEVEL)  # an AttributeError says that PyInstaller does it in another way now
    write = ZlibArchiveWriter._write_entry.__func__  # noqa: SLF001
    plain = type("StoringWriter", (ZlibArchiveWriter,), {LEVEL: 0})

    def choose(cls: type, file: Any, entry: Any, codes: Any) -> Any:
        return write(plain if entry[0] in modules else cls, file, entry, codes)

    ZlibArchiveWriter._write_entry = classmethod(choose)  # noqa: SLF001


def leave_help_out(modules: Iterable[Entry]) -> list[Entry]:
    """Have modules of others compiled without the texts of their help, and without asserts, as `-OO` does.

    Ours keep both: commands print some of their texts. All are compiled anew: what PyInstaller has kept
    belongs to its own list.
    """
    return [
        (name, path, COMPILED_WITHOUT_HELP if kind == COMPILED and _has_needless_help(name) else kind)
        for name, path, kind in modules
    ]


def _has_needless_help(module: str) -> bool:
    return module.partition(".")[0] in WITHOUT_HELP
