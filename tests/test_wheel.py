"""What an installed Sidestage holds, beside code."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ("app/resources/gifts.json", "app/protocol/webcast.desc", "app/py.typed")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy: setuptools would leave a `build` folder here, and take what is stale in there."""
    pytest.importorskip("setuptools")
    copy, out = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(ROOT / "app", copy / "app", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=copy, check=True, capture_output=True)
    (made,) = out.glob("*.whl")
    with zipfile.ZipFile(made) as archive:
        return archive.namelist()


@pytest.mark.parametrize("name", DATA)
def test_a_wheel_holds_the_data(wheel, name):
    assert name in wheel


def test_a_wheel_holds_every_module(wheel):
    modules = {str(path.relative_to(ROOT).as_posix()) for path in (ROOT / "app").rglob("*.py")}
    assert not modules - set(wheel)


def test_nothing_lies_beside_the_package(wheel):
    assert {name.split("/")[0] for name in wheel if ".dist-info/" not in name} == {"app"}
