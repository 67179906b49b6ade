"""Proofs that the built program is the program: each is a row of PROOFS."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QImage

from building.running import DIST, FOLDER, NOBODY, BuildFailure, Program, find_built, find_source

DEMO = ("--demo", "--rate", "50", "--after", "8")
FAILING = "failing-"  # one page in many words; the first is enough
AT_ONCE = 2
NEARLY = 12  # of 255: so far may a colour be off
MOST_OFF = 0.002  # of all pixels
FEW_COLOURS = 100  # an empty window has less
EVENTS = 20
ELSEWHERE = "日本 ünï moved"


def prove_demo(_work: Path) -> str:
    """The window comes up on the demo and has something to show."""
    picture = find_built().take_picture(DEMO, DIST / "sidestage.png")
    check_colours(picture)
    return f"demo: {picture}"


def prove_scenes(work: Path) -> str:
    """Every scene looks as it does beside the source."""
    built, source = find_built(), find_source()
    names = source.run(["--scene", "LIST"]).split()
    if built.run(["--scene", "LIST"]).split() != names:
        raise BuildFailure("The built program knows other scenes.")
    chosen = [name for name in names if not name.startswith(FAILING)]
    chosen += [name for name in names if name.startswith(FAILING)][:1]

    def compare(name: str) -> float:
        pair = (("built", built), ("source", source))
        pictures = [one.take_picture(["--scene", name], work / f"{name}-{kind}.png") for kind, one in pair]
        return measure_difference(*pictures)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        off = dict(zip(chosen, pool.map(compare, chosen), strict=True))
    worst = max(off, key=lambda name: off[name])
    if off[worst] > MOST_OFF:
        raise BuildFailure(f"Scene {worst} differs in {off[worst]:.2%} of its pixels: {work}.")
    return f"scenes: {len(chosen)} as beside the source, at most {off[worst]:.3%} of pixels off ({worst})"


def prove_command_line(_work: Path) -> str:
    """`sidestage tail --json` prints what happens in the room of `sidestage sim`."""
    return f"command line: {watch_room(find_built())}"


def prove_elsewhere(work: Path) -> str:
    """It works from another folder that cannot be written, for somebody without a home."""
    folder = work / ELSEWHERE / FOLDER.name
    shutil.copytree(FOLDER, folder, symlinks=True)
    out = work / "out"
    out.mkdir()
    out.chmod(0o777)
    is_root = sys.platform != "win32" and os.geteuid() == 0
    homeless = {name: str(work / "no home") for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    program = find_built(folder, user=NOBODY if is_root else None, **homeless)
    _set_writable(folder, may=False)
    try:
        check_colours(program.take_picture(DEMO, out / "elsewhere.png"))
    finally:
        _set_writable(folder, may=True)
    return f"elsewhere: moved to “{ELSEWHERE}”, read-only, without a home"


PROOFS: Mapping[str, Callable[[Path], str]] = {
    "demo": prove_demo,
    "scenes": prove_scenes,
    "command line": prove_command_line,
    "elsewhere": prove_elsewhere,
}


def watch_room(program: Program) -> str:
    """Have a program serve a room and print what happens there; how much that was.

    Raises:
        BuildFailure: it was too little.
    """
    with program.keep_running(["sim", "--rate", "40"]) as child:
        addresses = _read_addresses(child.stdout)
        printed = program.run(["tail", "@demo", "--json", "--for", "6"], addresses)
    events = [json.loads(line) for line in printed.splitlines()]
    kinds = {event["type"] for event in events}
    if len(events) < EVENTS or "comment" not in kinds:
        raise BuildFailure(f"tail --json printed {len(events)} events of the kinds {sorted(kinds)}.")
    return f"{len(events)} events of {len(kinds)} kinds"


def measure_difference(one: Path, other: Path) -> float:
    """The share of pixels that differ to the eye; all where the sizes do."""
    first, second = _read_pixels(one), _read_pixels(other)
    if first.shape != second.shape:
        return 1.0
    off = np.abs(first.astype(np.int16) - second.astype(np.int16)).max(axis=2) > NEARLY
    return float(off.mean())


def check_colours(picture: Path) -> None:
    """See to it that a picture shows something.

    Raises:
        BuildFailure: it is that of an empty window.
    """
    pixels = _read_pixels(picture)
    colours = len(np.unique(pixels.reshape(-1, pixels.shape[2]), axis=0))
    if colours < FEW_COLOURS:
        raise BuildFailure(f"{picture} has {colours} colours: an empty window.")


def _read_pixels(picture: Path) -> np.ndarray[Any, np.dtype[np.uint8]]:
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        raise BuildFailure(f"{picture} is no picture.")
    raw = np.frombuffer(image.constBits(), np.uint8)
    return raw.reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def _read_addresses(lines: Any) -> dict[str, str]:
    """The variables that `sim` prints, until they are complete."""
    addresses: dict[str, str] = {}
    for line in lines:
        name, sign, text = line.strip().removeprefix("export ").partition("=")
        if sign and name.startswith("SIDESTAGE_"):
            addresses[name] = text
        elif addresses:
            break
    return addresses


def _set_writable(folder: Path, *, may: bool) -> None:
    """Let files of a folder be changed, or not; links have no rights of their own."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            rights = stat.S_IMODE(path.stat().st_mode)
            path.chmod(rights | stat.S_IWUSR if may else rights & ~0o222)
