"""The files beside start.py that are opened by a double click, in a real project without packages."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[1]
NAME = "日本 ünï & [x] 'y'"
PROJECT = '[project]\nname = "x"\ndependencies = {}\n[project.optional-dependencies]\ndev = []\n'
PROGRAM = "import sys; print('started', *sys.argv[1:])"
VALIDATE = shutil.which("desktop-file-validate")
SAYS_WHERE = "Get it from https://www.python.org/downloads/ and start again."
no_windows = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


@pytest.fixture
def project(tmp_path):
    """A folder with our set-up and a program of one line, which needs no packages."""
    folder = tmp_path / NAME
    shutil.copytree(ROOT / "app" / "setup", folder / "app" / "setup")
    shutil.copytree(ROOT / "app" / "words", folder / "app" / "words")
    (folder / "app" / "__init__.py").touch()
    (folder / "app" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "constraints.txt").touch()
    need(folder)
    for name in ("start.py", "start.command", "sidestage.desktop"):
        shutil.copy(ROOT / name, folder)
    return folder


def need(folder, packages='["pip"]'):
    (folder / "pyproject.toml").write_text(PROJECT.format(packages), encoding="utf-8")


def begin(folder, *arguments, index=9, **more):
    """Open start.command; packages are at a port where nobody answers, Qt is lent by the tests."""
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(Path(PySide6.__file__).parents[1]),
        "PIP_INDEX_URL": f"http://127.0.0.1:{index}/",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
        "SIDESTAGE_LANGUAGE": "en",
    }
    pipes = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "stdin": subprocess.DEVNULL,
        "text": True,
    }
    line = ["sh", str(folder / "start.command"), *arguments]
    return subprocess.Popen(line, env=environment, encoding="utf-8", **pipes, **more)


def finish(folder, *arguments, **more):
    child = begin(folder, *arguments, **more)
    return child.communicate(timeout=120)[0], child.returncode


@no_windows
def test_it_sets_up_once_and_starts_again_without_network_wherever_it_was_moved(project):
    said, code = finish(project, "@x", "a b")
    assert (code, "Ready after" in said, said.endswith("started @x a b\n")) == (0, True, True)
    moved = project.with_name("moved elsewhere")
    project.rename(moved)
    assert finish(moved, "again") == ("started again\n", 0)


@no_windows
def test_what_stops_the_set_up_is_one_sentence_and_the_next_start_goes_on(project):
    need(project, '["nothing-of-this-name"]')
    said, code = finish(project)
    assert (code, "Check the network, then start again." in said, "Traceback" in said) == (1, True, False)
    assert "Sidestage did not start." in said
    said = stop_while_packages_come(project)
    assert "sidestage: Stopped. Start again to go on." in said
    assert "start.py" not in said
    need(project)
    said, code = finish(project)
    assert (code, "Making .venv" in said, said.endswith("started\n")) == (0, True, True)


def stop_while_packages_come(folder):
    """Press Ctrl+C when pip has asked for a package and waits for the answer; what was said."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        child = begin(folder, index=server.getsockname()[1], start_new_session=True)
        with server.accept()[0]:
            os.killpg(child.pid, signal.SIGINT)
            return child.communicate(timeout=60)[0]


@no_windows
def test_a_machine_without_python_is_told_where_to_get_it(project):
    tools = project.with_name("tools")
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname"))
    old = tools / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    line = [shutil.which("sh"), str(project / "start.command")]
    done = subprocess.run(line, env={"PATH": str(tools)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip().endswith(SAYS_WHERE)) == (1, True)


@no_windows
def test_the_desktop_file_starts_what_lies_beside_it(project):
    text = (project / "sidestage.desktop").read_text(encoding="utf-8")
    exec_line = next(line for line in text.splitlines() if line.startswith("Exec="))
    words = exec_line.removeprefix("Exec=").replace("\\\\", "\\").removesuffix(" %k")
    script = words.removeprefix('sh -c "').removesuffix('" sh').replace('\\"', '"').replace("\\$", "$")
    (project / "start.command").write_text('echo "at $0"\n', encoding="utf-8")
    line = ["sh", "-c", script, "sh", str(project / "sidestage.desktop")]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == f"at {project / 'start.command'}\n"


def test_windows_is_given_a_batch_file_that_its_shell_reads():
    raw = (ROOT / "start.bat").read_bytes()
    text = raw.decode("ascii")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert 'pushd "%~dp0"' in text  # blanks, any letters, and folders of a network
    assert '("py -3" "python" "python3")' in text
    assert "start.py %*" in text
    assert text.count("pause\r\n") == text.count("exit /b 1") == 2
    assert SAYS_WHERE in text
    labels = {line[1:] for line in text.splitlines() if line.startswith(":")}
    assert {word.split()[0] for word in text.split("goto ")[1:]} == labels


@no_windows
@pytest.mark.parametrize("name", ["start.py", "start.command", "sidestage.desktop"])
def test_what_is_double_clicked_may_be_run(name):
    assert (ROOT / name).stat().st_mode & 0o111


@no_windows
@pytest.mark.skipif(not VALIDATE, reason="no desktop-file-validate here")
def test_the_desktop_file_is_one():
    subprocess.run([VALIDATE, ROOT / "sidestage.desktop"], check=True)
