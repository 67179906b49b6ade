"""The program as a user starts it, in a process of its own."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

TELLS_NOTHING = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def started(*words, told="", home=None, **environment):
    """Run `sidestage` with these words; exit code, output and errors."""
    env = {name: value for name, value in os.environ.items() if name not in TELLS_NOTHING}
    env |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)} if home else {}
    command = [sys.executable, "-m", "app", *map(str, words)]
    done = subprocess.run(
        command,
        input=told,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env | environment,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_picture_of_the_demo_needs_no_display(tmp_path):
    picture = tmp_path / "demo.png"
    code, _, errors = started(
        "--demo",
        "--rate",
        "50",
        "--screenshot",
        picture,
        "--after",
        "2.5",
        home=tmp_path,
        QT_LOGGING_RULES="qt.qpa.*=false",
    )
    assert (code, errors) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)
    colours = {image.pixel(x, y) for x in range(0, 1280, 4) for y in range(0, 800, 4)}
    assert len(colours) > 50  # an empty window has a handful


def test_a_picture_that_is_there_is_kept_unless_told(tmp_path):
    (tmp_path / "demo.png").write_text("mine")
    code, _, errors = started("--demo", "--screenshot", tmp_path / "demo.png", home=tmp_path)
    assert (code, errors.count("\n"), "--force" in errors) == (2, 1, True)
    words = ["--demo", "--screenshot", tmp_path / "demo.png", "--after", "0.5", "--force"]
    assert started(*words, home=tmp_path, QT_LOGGING_RULES="qt.qpa.*=false")[0] == 0
    assert QImage(str(tmp_path / "demo.png")).width() == 1280


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="places of XDG")
def test_where_nothing_can_be_kept_the_window_opens_all_the_same(tmp_path):
    (tmp_path / "home").write_text("in the way")
    picture = tmp_path / "demo.png"
    code, _, errors = started(
        "--demo",
        "--screenshot",
        picture,
        "--after",
        "0.5",
        home=tmp_path / "home",
        SIDESTAGE_LOGS=str(tmp_path / "home"),
        SIDESTAGE_SETTINGS=str(tmp_path / "home" / "s.json"),
        QT_LOGGING_RULES="qt.qpa.*=false",
    )
    assert (code, picture.exists()) == (0, True)
    assert errors.startswith("sidestage: No log can be kept in ")


def test_without_a_display_a_window_is_refused_in_one_sentence():
    if sys.platform not in ("win32", "darwin"):
        code, _, errors = started()
        assert (code, errors.count("\n")) == (1, 1)
        assert "--screenshot" in errors


def test_bad_input_is_one_line_and_exit_code_2():
    for words in (
        ["--nonsense"],
        ["a b"],
        ["tail", "!"],
        ["decode", "/no/such/file"],
        ["sim", "--name", "a b"],
    ):
        code, output, errors = started(*words)
        assert (code, output, errors.count("\n")) == (2, "", 1), words
        assert errors.startswith("sidestage: ")


def test_decode_tells_known_unknown_and_undecodable_apart():
    lines = [
        '{"method": "WebcastChatMessage", "payload_b64": ""}',
        '{"method": "WebcastBrandNewMessage", "payload_b64": "CAE="}',
        '{"method": "ChatMessage", "payload_b64": "/w=="}',
    ]
    code, output, _ = started("decode", told="\n".join(lines))
    assert code == 0
    assert [line.split('"')[3] for line in output.splitlines()] == ["comment", "unknown", "undecodable"]


def test_decode_stops_at_a_line_that_is_no_message_and_names_it():
    code, _, errors = started("decode", "-", told="nonsense\n")
    assert (code, errors) == (2, "sidestage: Line 1 is not JSON.\n")


def test_scenes_are_named_one_a_line(tmp_path):
    code, output, errors = started("--scene", "LIST", home=tmp_path)
    assert (code, errors) == (0, "")
    assert {"first-start", "busy", "found", "failing-captcha"} <= {*output.splitlines()}


def test_a_scene_that_there_is_not_gets_one_sentence(tmp_path):
    code, output, errors = started("--scene", "bussy", "--screenshot", tmp_path / "x.png", home=tmp_path)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert "busy" in errors


def test_a_picture_of_a_scene_has_the_size_that_is_asked_for(tmp_path):
    picture = tmp_path / "scene.png"
    words = ("--scene", "found", "--size", "900x600", "--screenshot", picture)
    code, output, errors = started(*words, home=tmp_path, QT_LOGGING_RULES="qt.qpa.*=false")
    assert (code, output, errors) == (0, "", "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (900, 600)
