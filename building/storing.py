"""What every start reads is stored in the program as it is; the rest is compressed.

Python's modules lie in one archive, each compressed by itself. To inflate 700 of them takes a twentieth of a
start; to store all would make the program larger by a twelfth. PyInstaller has one level for all, so its
writer is given another for some.
"""

from __future__ import annotations

from typing import Any

STORED = ("app", "shibokensupport")
NOT_STORED = ("app.bench", "app.connector", "app.sim", "app.tiktok", "app.video", "app.ui.dialogs")
LEVEL = "_COMPRESSION_LEVEL"


def store_some() -> None:
    """Have modules of STORED written as they are, in this process."""
    from PyInstaller.archive.writers import ZlibArchiveWriter  # noqa: PLC0415 - only a build has it

    getattr(ZlibArchiveWriter, LEVEL)  # an AttributeError says that PyInstaller does it in another way now
    write = ZlibArchiveWriter._write_entry.__func__  # noqa: SLF001
    plain = type("StoringWriter", (ZlibArchiveWriter,), {LEVEL: 0})

    def choose(cls: type, file: Any, entry: Any, codes: Any) -> Any:
        return write(plain if is_stored(entry[0]) else cls, file, entry, codes)

    ZlibArchiveWriter._write_entry = classmethod(choose)  # noqa: SLF001


def is_stored(module: str) -> bool:
    """Whether a start reads it, as a rule."""
    return _is_below(module, STORED) and not _is_below(module, NOT_STORED)


def _is_below(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in packages)
