"""Wheel and source archive: made as anybody makes them, installed into a fresh environment, and run there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from building.prove import DEMO, check_colours, watch_room
from building.running import DIST, ROOT, WINDOWS, BuildFailure, Program

PACKAGES = DIST / "packages"
FOLDER = "Scripts" if WINDOWS else "bin"
# What a wheel is made of. setuptools would leave a `build` folder beside it and take what is stale in there.
SOURCES = ("app", "README.md", "LICENSE", "pyproject.toml")
WHERE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def prove_packages() -> str:
    """Make them and show that both programs of the wheel run; nothing is fetched."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        work = Path(name)
        wheel = _make_packages(work / "source")
        program = _install(wheel, work / "environment")
        said = watch_room(program)
        check_colours(program.take_picture(DEMO, work / "window.png"))
    return f"packages: {wheel.name} runs in a fresh environment, {said}"


def _make_packages(source: Path) -> Path:
    """The source archive from a copy of the source, and the wheel from that archive."""
    source.mkdir()
    for name in SOURCES:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, source)
    shutil.rmtree(PACKAGES, ignore_errors=True)
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(PACKAGES), str(source))
    return next(PACKAGES.glob("*.whl"))


def _install(wheel: Path, home: Path) -> Program:
    """A fresh environment with the wheel; what it needs is lent by this one, and pip says whether it fits."""
    venv.create(home, with_pip=True)
    python = home / FOLDER / ("python.exe" if WINDOWS else "python")
    _run(str(python), "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", str(wheel))
    site = Path(_run(str(python), "-c", WHERE).strip())
    (site / "lent.pth").write_text(_run(sys.executable, "-c", WHERE), encoding="utf-8")
    _run(str(python), "-m", "pip", "check", "--disable-pip-version-check")
    end = ".exe" if WINDOWS else ""
    window, console = (str(home / FOLDER / f"{name}{end}") for name in ("sidestage-window", "sidestage"))
    return Program((window,), (console,), {})


def _run(*line: str) -> str:
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=False, cwd=ROOT.anchor)
    if done.returncode:
        raise BuildFailure(
            f"{' '.join(line)} ended with {done.returncode}: {(done.stdout + done.stderr)[-900:]}"
        )
    return done.stdout
