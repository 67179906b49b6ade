"""What of the packages the program never loads: it stays out of the folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

Entry = tuple[
    str, str, str
]  # where it goes, where it comes from, what it is: PyInstaller's way to note a file

# Imported where somebody may want them, never by us.
MODULES = (
    "IPython",
    "PySide6.QtDesigner",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "_pytest",
    "click",
    "doctest",
    "lib2to3",
    "numpy",  # only the proof of what is built counts pixels with it
    "pdb",
    "pydoc_data",
    "pygments",
    "pytest",
    "rich",
    "setuptools",
    "tkinter",
    "unittest",
    "websockets.legacy",
    "websockets.sync",
    "websockets.trio",
    "xmlrpc",
)

# What PyInstaller would run before the program. They import what no start needs: QtCore before all else, with
# which PySide6 makes each later import slower, `multiprocessing`, `zipfile`.
HOOKS = ("pyi_rth_inspect", "pyi_rth_multiprocessing")
LINUX_HOOKS = ("pyi_rth_pyside6",)  # PySide6 of PyPI finds its plugins there by itself

# Plugins of Qt by folder. A folder that is not named is not needed: Qt's network makes local sockets only.
PLUGINS: dict[str, tuple[str, ...]] = {
    "iconengines": ("*svgicon*",),
    "imageformats": ("*qgif*", "*qico*", "*qjpeg*", "*qsvg*", "*qwebp*"),
    "platforminputcontexts": ("*",),
    "platforms": ("*xcb*", "*wayland*", "*offscreen*", "*qwindows*", "*cocoa*"),
    "platformthemes": ("*xdgdesktopportal*",),
    "styles": ("*",),
    "wayland-decoration-client": ("*",),
    "wayland-shell-integration": ("*xdg-shell*", "*qt-shell*"),
}
# Files of which no part is used, as patterns of where they would go.
FILES = (
    "*/libmvec.so*",  # of the C library, and as old or new as that
    "*/opengl32sw.dll",  # draws OpenGL without a graphics card
    "*/d3dcompiler_*.dll",
    "*Qt6OpenGL*",
    "*Qt6Test*",
    "*Qt6Pdf*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "*Qt6EglF*",
    "*.dist-info/licenses/*",  # all licences are in a folder of their own
    "*.dist-info/sboms/*",
    "*/LC_MESSAGES/*.po",  # catalogues are read as .mo
)
# Their symbols tell a debugger names, and nothing needs them. Libraries that were patched for a wheel break.
BY_NAME = ("libpython*",)  # loaded, not linked to
STRIPPED = (
    "libpython*",
    "lib-dynload/*",
    "python3*/lib-dynload/*",
    "_*.abi3.so",
    "*/_rust.abi3.so",
    "*/_message.abi3.so",
)


def is_needed(place: str, languages: Iterable[str]) -> bool:
    """Whether a file is for the folder.

    Args:
        place: where it would go, with slashes.
        languages: codes of those that we speak; Qt's own words are for these only.
    """
    path = f"/{place}"
    if "/translations/" in path:
        return any(fnmatch(path, f"*/qtbase_{code}.qm") for code in languages)
    if "/plugins/" in path:
        folder, _, name = path.rpartition("/plugins/")[2].rpartition("/")
        return any(fnmatch(name, one) for one in PLUGINS.get(folder, ()))
    return not any(fnmatch(path, pattern if pattern.startswith("*") else f"/{pattern}") for pattern in FILES)


def choose_scripts(entries: Iterable[Entry]) -> list[Entry]:
    """Our program and the hooks that it has need of."""
    hooks = HOOKS + (LINUX_HOOKS if sys.platform.startswith("linux") else ())
    return [one for one in entries if one[0] not in hooks]


def leave_out(entries: Iterable[Entry], languages: Iterable[str]) -> list[Entry]:
    """The entries of which the program has need."""
    return [one for one in entries if is_needed(one[0].replace("\\", "/"), languages)]


def keep_linked(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without the system's libraries that only what is left out had need of; Linux only."""
    every = list(entries)
    if not sys.platform.startswith("linux"):
        return every
    by_name = {Path(place).name: (place, source, kind) for place, source, kind in every}
    wanted = [one for one in every if not _is_of_system(one) or _matches(one[0], BY_NAME)]
    linked: set[str] = {Path(one[0]).name for one in wanted}
    while wanted:
        for name in _list_links(Path(wanted.pop()[1])) - linked:
            linked.add(name)
            wanted += [by_name[name]] if name in by_name else []
    return [one for one in every if Path(one[0]).name in linked]


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, one) for one in patterns)


def _is_of_system(entry: Entry) -> bool:
    """Whether it is a library that others link to; what lies deeper belongs to a package."""
    return "/" not in entry[0] and fnmatch(entry[0], "lib*.so*")


def _list_links(file: Path) -> set[str]:
    """Names of the libraries that a file of ours asks for."""
    done = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=False)
    return {line.split()[1] for line in done.stdout.splitlines() if line.strip().startswith("NEEDED")}


def strip_symbols(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The entries, with copies in `folder` in place of files that have symbols for a debugger; Linux only."""
    strip = shutil.which("strip") if sys.platform.startswith("linux") else None
    every = list(entries)
    if strip is None:
        return every
    return [_strip(one, folder, strip) if _matches(one[0], STRIPPED) else one for one in every]


def _strip(entry: Entry, folder: Path, strip: str) -> Entry:
    place, source, kind = entry
    copy = folder / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    done = subprocess.run([strip, "--strip-unneeded", str(copy)], capture_output=True, check=False)
    return (place, str(copy), kind) if done.returncode == 0 else entry
