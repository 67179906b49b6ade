"""Setting up: what is looked at before the program starts, and what is said when it cannot."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.setup import commands, environment, system
from app.setup.scripts import SCRIPTS

ROOT = Path(__file__).parents[1]
NEWER = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match)


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A project whose environment is in place, without a package in it."""
    site = tmp_path / ".venv" / "lib" / "python3.11" / "site-packages"
    (site / "httpx-1.dist-info").mkdir(parents=True)
    (tmp_path / ".venv" / "bin").mkdir()
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for name, path in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "STAMP": tmp_path / ".venv" / "sidestage.stamp",
        "UNFINISHED": tmp_path / ".venv" / "sidestage.unfinished",
        "FOLDER": tmp_path / ".venv" / "bin",
        "PYTHON": tmp_path / ".venv" / "bin" / "python",
    }.items():
        monkeypatch.setattr(environment, name, path)
    return tmp_path


@pytest.fixture
def silent(monkeypatch):
    """What would be run, and the answers to it."""
    answers = {}
    monkeypatch.setattr(
        environment, "run_quietly", lambda words, **_: answers.get(str(words[-1]), (False, "no."))
    )
    return answers


def test_what_was_installed_is_ready_until_something_is_missing(folder):
    assert not environment.is_ready("")
    environment.write_stamp("")
    assert environment.is_ready("")
    assert not environment.is_ready("dev")
    (environment.find_site_packages() / "httpx-1.dist-info").rmdir()
    assert not environment.is_ready("")
    assert environment.is_damaged()


def test_a_package_whose_files_are_gone_is_missed(folder):
    (environment.find_site_packages() / "httpx").mkdir()
    environment.write_stamp("")
    (environment.find_site_packages() / "httpx").rmdir()
    assert environment.is_damaged()


def test_an_environment_whose_python_is_gone_is_not_ready(folder):
    environment.write_stamp("")
    environment.PYTHON.unlink()
    environment.PYTHON.symlink_to("/nowhere/python3")
    assert not environment.is_ready("")


def test_an_environment_that_cannot_be_used_here_is_made_anew(folder):
    environment.write_stamp("")
    assert environment.is_ready("")
    noted = json.loads(environment.STAMP.read_text())
    environment.STAMP.write_text(json.dumps(noted | {"machine": ["win32", "ARM64"]}))
    assert environment.is_damaged()
    environment.STAMP.write_text(json.dumps(noted))
    (folder / ".venv" / "pyvenv.cfg").write_text(f"home = {folder / 'gone'}\nversion = 3.11.7\n")
    assert environment.is_damaged()
    (folder / ".venv" / "pyvenv.cfg").write_text(f"home = {folder}\n")
    assert not environment.is_damaged()


def test_installing_that_was_cut_off_is_begun_anew(folder):
    environment.write_stamp("")
    environment.UNFINISHED.touch()
    assert not environment.is_ready("")
    assert environment.is_damaged()


def test_a_folder_that_cannot_be_written_is_told_plainly(folder, monkeypatch, capsys):
    environment.PYTHON.unlink()
    monkeypatch.setattr(environment, "ROOT", folder / "pyproject.toml")  # a file holds no files
    assert not environment.make_environment()
    assert "Move Sidestage to a folder of your own" in capsys.readouterr().err


@pytest.mark.parametrize(
    "stamp",
    [
        "",
        "[]",
        "{",
        '{"done": ["x"]}',
        "\udcff",
        '{"done": null}',
        '{"done": 5, "packages": [7]}',
        "[" * 100_000,
    ],
)
def test_a_stamp_that_cannot_be_read_is_none(folder, stamp):
    environment.STAMP.write_text(stamp, encoding="utf-8", errors="surrogateescape")
    assert not environment.is_ready("")


def test_a_folder_in_the_place_of_the_stamp_is_none(folder):
    environment.STAMP.mkdir()
    assert not environment.is_ready("")
    environment.write_stamp("")
    assert environment.is_ready("")


def test_two_ways_to_use_it_are_noted_beside_each_other(folder):
    environment.write_stamp("")
    environment.write_stamp("dev")
    assert environment.is_ready("")
    assert environment.is_ready("dev")
    assert json.loads(environment.STAMP.read_text())["packages"] == ["httpx-1.dist-info"]


def test_the_cause_of_a_failed_environment_is_told_and_no_package_is_offered(folder, silent, capsys):
    environment.PYTHON.unlink()
    silent[str(environment.VENV)] = (False, "first line\nError: [Errno 30] Read-only file system\n")
    silent["import ensurepip, venv"] = (True, "")
    assert not environment.make_environment()
    said = capsys.readouterr().err
    assert "Read-only file system" in said
    assert "apt-get" not in said


def test_only_a_python_without_pip_is_answered_with_a_package(folder, silent, monkeypatch):
    environment.PYTHON.unlink()
    asked = []
    monkeypatch.setattr(environment, "install_packages_of_system", asked.extend)
    assert not environment.make_environment()
    assert [name.endswith("-venv") for name in asked] == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("name", ["plain", "with blank", "sq[u]are $home ünï"])
def test_the_launcher_works_in_any_folder_and_after_a_move(folder, tmp_path, name):
    (folder / "app").mkdir()
    (folder / "app" / "__init__.py").touch()
    (folder / "app" / "__main__.py").write_text("import sys; print('started', *sys.argv[1:])")
    real = environment.find_site_packages()
    environment.write_launchers()
    moved = tmp_path.parent / f"{tmp_path.name} {name}"
    folder.rename(moved)
    (moved / ".venv" / "bin" / "python").unlink()
    site = moved / real.relative_to(folder)
    program = moved / ".venv" / "bin" / "python"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{_escaped(site.parents[3])}" exec "{sys.executable}" "$@"\n')
    program.chmod(0o755)
    done = subprocess.run(
        [moved / ".venv" / "bin" / "sidestage", "@x"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "started @x\n"
    assert (site / (site / "sidestage.pth").read_text().strip()).resolve() == moved


def _escaped(path):
    return str(path).replace("$", "\\$")


@pytest.mark.parametrize(
    ("word", "near"), [("tset", "test"), ("chekc", "check"), ("biuld", "build"), ("genrate", "generate")]
)
def test_a_mistyped_command_opens_no_room(word, near, capsys):
    assert commands.carry_out([word]) == 1
    assert f"Did you mean {near}?" in capsys.readouterr().err


def test_stopping_the_set_up_is_one_sentence(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "set_up", interrupted)
    assert commands.carry_out(["--demo"]) == 130
    assert capsys.readouterr().err == "sidestage: Stopped. Start again to go on.\n"


def test_a_file_that_cannot_be_written_is_named(monkeypatch, capsys):
    def refused(_):
        raise PermissionError(13, "Permission denied", "/x/.venv")

    monkeypatch.setattr(commands, "set_up", refused)
    assert commands.carry_out([]) == 1
    assert capsys.readouterr().err == "sidestage: /x/.venv: Permission denied.\n"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("WARNING: … NewConnectionError(…\nERROR: No matching distribution", "Check the network"),
        ("ERROR: Could not build wheels for x", "could not be installed"),
    ],
)
def test_no_network_is_told_from_other_failures_of_pip(folder, printed, said, monkeypatch, capsys):
    environment.PYTHON.unlink()
    environment.PYTHON.write_text(f"#!/bin/sh\nprintf '%s' '{printed}'\nexit 1\n", encoding="utf-8")
    environment.PYTHON.chmod(0o755)
    assert not environment.install_packages("")
    assert said in capsys.readouterr().err


def test_every_package_is_asked_for_by_the_words_of_the_project(folder):
    assert {word.split(">")[0] for word in environment.list_requirements("dev")} >= {
        "qasync",
        "pytest",
        "ruff",
    }


def test_fonts_are_asked_for_by_script(monkeypatch):
    wanted = []
    monkeypatch.setattr(system, "find_missing_scripts", lambda _: ["Thai", "emoji", "Khmer"])
    monkeypatch.setattr(system, "install_packages_of_system", wanted.extend)
    system.install_fonts(Path("python"))
    assert wanted == ["fonts-noto-color-emoji", "fonts-noto-core"]


def test_the_probe_names_scripts_of_the_table():
    assert set(system.find_missing_scripts(Path(sys.executable))) <= set(SCRIPTS)


def test_no_two_scripts_have_the_same_letters():
    assert len({script.letters for script in SCRIPTS.values()}) == len(SCRIPTS)


def test_an_old_python_can_read_the_first_file():
    tree = ast.parse((ROOT / "start.py").read_bytes())
    assert not [node for node in ast.walk(tree) if isinstance(node, NEWER)]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]
    assert (ROOT / "start.py").read_bytes().isascii()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_any_console_can_be_spoken_to(encoding):
    words = [sys.executable, "start.py", "tset"]
    environment_ = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(words, cwd=ROOT, env=environment_, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
