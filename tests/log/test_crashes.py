"""What ended unexpectedly is in the log at the next start, and said then."""

import logging
import os
import subprocess
import sys

import pytest

from app.log.crashes import CrashFile, take_leftovers
from app.log.repeats import MOST, Repeats

PROGRAM = """
import faulthandler, sys
from pathlib import Path
from app.log.crashes import CrashFile
crashes = CrashFile(Path(sys.argv[1]))
crashes.open()
if sys.argv[2] == "fault":
    faulthandler._sigsegv()
if sys.argv[2] == "end":
    crashes.close()
print("ready", flush=True)
sys.stdin.read()
"""


def start(folder, act):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), act], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def finish(process):
    process.communicate(timeout=60)


@pytest.mark.parametrize("act", ["fault", "killed"])
def test_a_program_that_did_not_come_to_its_end_is_found_once(tmp_path, caplog, act):
    process = start(tmp_path, act)
    if act == "killed":
        process.stdout.readline()
        process.kill()
    finish(process)
    assert take_leftovers(tmp_path)
    assert not take_leftovers(tmp_path)
    assert not [*tmp_path.iterdir()]
    assert len(caplog.messages) == 1
    assert ("Fatal Python error" in caplog.messages[0]) == (act == "fault")


def test_a_good_end_leaves_nothing(tmp_path):
    finish(start(tmp_path, "end"))
    assert not [*tmp_path.iterdir()]


def test_a_program_that_runs_is_left_alone(tmp_path):
    process = start(tmp_path, "run")
    process.stdout.readline()
    assert not take_leftovers(tmp_path)
    assert len([*tmp_path.iterdir()]) == 1
    finish(process)
    assert take_leftovers(tmp_path)


def test_where_nothing_can_be_written_the_program_starts_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    crashes = CrashFile(tmp_path / "file" / "logs")
    crashes.open()
    crashes.close()
    assert not take_leftovers(tmp_path / "file" / "logs")


def fail(number=0):
    try:
        {}[number]
    except KeyError as error:
        return error


def test_a_fault_is_written_with_its_traceback_once_and_counted_then(caplog):
    repeats = Repeats()
    assert [repeats.note(fail(number), "slot") for number in range(1_000)] == [True] + [False] * 999
    assert [record.exc_info is not None for record in caplog.records] == [True, False, False, False]
    assert [one.split()[5] for one in caplog.messages[1:]] == ["10th", "100th", "1000th"]


def test_what_happens_elsewhere_is_another_fault_and_so_is_another_class(caplog):
    repeats = Repeats()
    assert repeats.note(fail(), "a")
    assert repeats.note(ValueError(), "a")
    assert repeats.note(None, "a")
    assert repeats.note(None, "b")
    assert not repeats.note(None, "b")


def test_only_so_many_are_remembered(caplog):
    repeats = Repeats()
    for number in range(2 * MOST):
        repeats.note(None, f"{number}")
    assert len(repeats._counts) == MOST
    assert logging.ERROR in {record.levelno for record in caplog.records}


def test_the_file_is_of_this_process(tmp_path):
    crashes = CrashFile(tmp_path)
    crashes.open()
    assert f"{os.getpid()}" in crashes.path.name
    crashes.close()
    assert not crashes.path.exists()
