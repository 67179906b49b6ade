"""Draws the files of the program's icon anew: `python -m building.icons`, after the drawing has changed."""

from __future__ import annotations

import os
import struct
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources"
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
# What macOS calls a picture of so many pixels, PNG inside.
ICNS_SIDES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
PNG_SIDE = 256
ICO_HEADER, ICO_ENTRY, ICNS_ENTRY = "<HHH", "<BBBBHHII", ">4sI"


def pack_ico(pictures: dict[int, bytes]) -> bytes:
    """An icon of Windows: PNG pictures by the pixels of their sides."""
    offset = struct.calcsize(ICO_HEADER) + struct.calcsize(ICO_ENTRY) * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        entries += struct.pack(ICO_ENTRY, side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack(ICO_HEADER, 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def pack_icns(pictures: dict[bytes, bytes]) -> bytes:
    """An icon of macOS: PNG pictures by what it calls their sizes."""
    head = struct.calcsize(ICNS_ENTRY)
    body = b"".join(struct.pack(ICNS_ENTRY, kind, head + len(one)) + one for kind, one in pictures.items())
    return struct.pack(ICNS_ENTRY, b"icns", head + len(body)) + body


def draw(side: int) -> bytes:
    """The icon with sides of so many pixels, as PNG."""
    from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415 - the tests of packing need no Qt

    from app.ui.icons import paint_app_icon  # noqa: PLC0415

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paint_app_icon(side).save(buffer, "PNG")
    return bytes(buffer.data().data())


def main() -> None:
    """Write icon.png, icon.ico and icon.icns."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    application = QGuiApplication([])
    (FOLDER / "icon.png").write_bytes(draw(PNG_SIDE))
    (FOLDER / "icon.ico").write_bytes(pack_ico({side: draw(side) for side in ICO_SIDES}))
    (FOLDER / "icon.icns").write_bytes(pack_icns({kind: draw(side) for kind, side in ICNS_SIDES.items()}))
    del application


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main()
