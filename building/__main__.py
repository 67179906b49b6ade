"""`python -m building`: build the program, prove, measure and pack it, then make the wheel and prove that.

Arguments are names of steps: `python -m building prove measure` leaves the folder as it was built.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.setup.talk import speak_any_console
from building.measure import measure_size, measure_start
from building.pack import furnish, pack
from building.packages import prove_packages
from building.prove import PROOFS
from building.running import FOLDER, ROOT, BuildFailure


def build() -> None:
    """Make the folder."""
    line = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec"]
    if subprocess.call(line, cwd=ROOT):
        raise BuildFailure("PyInstaller failed.")
    furnish()
    _say(f"built {FOLDER}")


def prove() -> None:
    """Show that it is the program."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        Path(work).chmod(0o755)
        for name, proof in PROOFS.items():
            place = Path(work) / name
            place.mkdir()
            _say(proof(place))


def measure() -> None:
    """Print size and start as ratios."""
    _say(measure_size())
    _say(measure_start())


def make_archive() -> None:
    """Pack it with checksums and its bill of materials."""
    for file in pack(furnish()):
        _say(f"packed {file}")


def make_packages() -> None:
    """Make wheel and source archive and prove them."""
    _say(prove_packages())


STEPS: Mapping[str, Callable[[], None]] = {
    "build": build,
    "prove": prove,
    "measure": measure,
    "pack": make_archive,
    "packages": make_packages,
}


def main(names: Sequence[str]) -> int:
    """Take the steps of these names, all of them where none is named; the exit code."""
    for name in names or STEPS:
        if name not in STEPS:
            print(f"There is no step {name!r}, only {', '.join(STEPS)}.", file=sys.stderr)
            return 2
        try:
            STEPS[name]()
        except BuildFailure as failure:
            print(failure, file=sys.stderr)
            return 1
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    speak_any_console()
    sys.exit(main(sys.argv[1:]))
