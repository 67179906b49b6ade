"""What systems want to know of a program: name, version, icon, which links it opens."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import app

ROOT = Path(__file__).resolve().parents[1]
NAME = "Sidestage"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SCHEME = "sidestage"
IDENTIFIER = "io.github.sidestage"
VERSION_FILE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [{strings}])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
"""
DESKTOP = """[Desktop Entry]
Type=Application
Name={name}
Comment={comment}
Exec={exec}
Icon={icon}
Terminal=false
Categories=Network;Chat;
MimeType=x-scheme-handler/{scheme};
StartupWMClass=sidestage
"""
# %k is where the .desktop file lies, which its keys cannot say: the folder may be moved.
BESIDE = r'sh -c "file=\\$1; shift; exec \\"\\$(dirname \\"\\$file\\")/sidestage\\" \\"\\$@\\"" sh %k %u'


def make_version_file() -> str:
    """File information for Windows, in the form that PyInstaller reads."""
    numbers = tuple(int(part) for part in [*app.__version__.split("."), "0", "0", "0"][:4])
    rows = {
        "FileDescription": NAME,
        "FileVersion": app.__version__,
        "InternalName": "sidestage",
        "LegalCopyright": f"{PROJECT['license']} licence",
        "OriginalFilename": "sidestage.exe",
        "ProductName": NAME,
        "ProductVersion": app.__version__,
        "Comments": PROJECT["description"],
    }
    strings = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in rows.items())
    return VERSION_FILE.format(numbers=numbers, strings=strings)


def make_plist() -> dict[str, Any]:
    """What macOS reads in `Sidestage.app`, beside what PyInstaller writes there."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": app.__version__,
        "CFBundleVersion": app.__version__,
        "CFBundleURLTypes": [{"CFBundleURLName": IDENTIFIER, "CFBundleURLSchemes": [SCHEME]}],
        "LSApplicationCategoryType": "public.app-category.social-networking",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
    }


def make_desktop_file(line: str = BESIDE, icon: str = "sidestage") -> str:
    """A `.desktop` file for Linux, as it lies in the folder; it starts the program beside it."""
    comment = PROJECT["description"].partition(":")[0]
    return DESKTOP.format(name=NAME, comment=comment, exec=line, icon=icon, scheme=SCHEME)
