"""The scenes of the program: a table, found by name, and the same picture each time."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.desktop.scenes.failures import FAILURES, fail, find_failure, list_codes
from app.desktop.scenes.stage import Memory, Stage
from app.desktop.scenes.table import SCENES, find_scene, write_page
from app.errors import UsageError
from app.session import Connect, Quit, Tell
from app.state.facts import Judgement, Opinion
from tests.documents import assert_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scenes.md"


def test_the_page_is_made_from_the_table():
    assert_page(PAGE, write_page())


def test_every_failure_of_a_way_in_has_a_scene_and_no_row_is_left_over():
    codes = list_codes()
    assert {"offline", "signer_key", "bridge_missing"} <= {*codes}
    assert "ffmpeg_missing" not in codes
    assert {f"failing-{code}" for code in codes} <= {*SCENES}
    assert {*FAILURES} <= {*codes}


@pytest.mark.parametrize("code", list_codes())
def test_a_failure_ends_as_its_class_says(code):
    status = SCENES[f"failing-{code}"].make().connection.status
    assert (status.code, status.trouble or status.sentence) == (code, find_failure(code).reason)


def test_a_failure_without_a_row_has_a_page_all_the_same():
    status = fail("new").connection.status
    assert (status.code, status.sentence) == ("new", "nobody gets in: new")


def test_a_name_that_is_mistyped_gets_the_nearest():
    with pytest.raises(UsageError) as raised:
        find_scene("bussy")
    assert "busy" in raised.value.hint


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_made_anew_each_time_and_is_the_same(name):
    scene = find_scene(name)
    first, second = scene.make(), scene.make()
    assert first is not second
    assert first.snapshot() == second.snapshot()


def test_what_the_user_decides_holds_and_nobody_is_followed():
    stage = Stage(SCENES["busy"].make())
    person = stage.state.chat.since(0)[-1].user.key
    before = stage.state.connection.status
    stage.request(Tell(Judgement(person, Opinion("hidden"))))
    stage.request(Connect("@somebody"))
    assert stage.state.people.find_opinion(person).view == "hidden"
    assert stage.state.connection.status == before


async def _run(stage):
    stage.request(Quit())
    await stage.run()


def test_a_stage_ends_when_it_is_asked_to():
    import asyncio

    asyncio.run(asyncio.wait_for(_run(Stage()), 5))


def test_choices_are_kept_as_long_as_the_window_is_open():
    kept = []
    memory = Memory(lambda values: kept.append(dict(values)))
    memory.keep({"theme": "light", "scale": lambda before: before or 2}, {}, lambda _: None)
    memory.keep({"theme": None}, {}, lambda _: None)
    assert kept == [{"theme": "light", "scale": 2}, {"scale": 2}]


def _take(path, *words):
    command = [sys.executable, "-m", "app", *words, "--screenshot", str(path)]
    root = Path(__file__).resolve().parents[2]
    subprocess.run(command, check=True, timeout=60, cwd=root, capture_output=True)
    return path.read_bytes()


def test_two_pictures_of_a_scene_are_equal(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    words = (
        "--scene",
        "found",
        "--size",
        "640x480",
        "--theme",
        "light",
        "--scale",
        "1.25",
        "--language",
        "de",
    )
    assert _take(tmp_path / "a.png", *words) == _take(tmp_path / "b.png", *words)
