"""Prints the scripts that no installed font shows, one a line: `python -m app.setup.probe`."""

from __future__ import annotations

import os
import sys

from app.setup.scripts import SCRIPTS


def list_boxed_scripts() -> list[str]:
    """Names of `SCRIPTS` of which no family that Qt finds has all letters."""
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont  # noqa: PLC0415 - not for start.py

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    missing = dict(SCRIPTS)
    for family in QFontDatabase.families():
        raw = QRawFont.fromFont(QFont(family))
        shown = [
            name
            for name, script in missing.items()
            if all(raw.supportsCharacter(ord(one)) for one in script.letters)
        ]
        for name in shown:
            del missing[name]
        if not missing:
            break
    del application
    return list(missing)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.write("".join(f"{name}\n" for name in list_boxed_scripts()))
