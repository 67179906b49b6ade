"""`sidestage info`, `gifts` and `video`, as typed, against the built-in server."""

import asyncio
import json
import os
import shutil
import signal
import sys
from datetime import date

import pytest

from app.cli import run_command
from app.cli.gifts import tell_age
from app.cli.info import write_room
from app.cli.options import Options, parse_options
from app.cli.video import ProgressLine, run_video, write_recording
from app.errors.reading import FfmpegFailed
from app.settings import OPTIONS
from app.sim import SimOptions
from app.sim import site as site_module
from app.sim.thread import SimThread
from app.sim.web import answers, readings
from app.tiktok.room import RoomSummary
from app.video.ffmpeg import Progress

posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
COPIES = (
    "printf '%s\\n' \"$@\" > {0}/arguments\nprintf 'out_time_us=1000000\\ntotal_size=9\\nprogress=end\\n'"
)


@pytest.fixture
def started(monkeypatch, backend):
    """Start a server, where the environment says."""
    rooms = []

    def start(**options):
        room = SimThread(SimOptions(**options))
        addresses = room.start()
        rooms.append(room)
        for name in ("app_url", "webcast_url", "sign_url"):
            monkeypatch.setenv(OPTIONS[name].variable, getattr(addresses, name))

    yield start
    for room in rooms:
        room.stop()


@pytest.fixture
def refused(monkeypatch):
    """Have servers refuse a path."""

    def refuse(path, answer):
        monkeypatch.setattr(site_module, "REPLIES", ((path, lambda *_: answer), *readings.REPLIES))

    return refuse


@pytest.fixture
def acting(tmp_path, monkeypatch):
    """Put a script in the place of ffmpeg."""

    def act(script):
        (tmp_path / "ffmpeg").write_text(f"#!/bin/sh\n{script.format(tmp_path)}\n")
        (tmp_path / "ffmpeg").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return act


def said(capsys, *words):
    """Exit code, standard output, standard error."""
    return run_command(words), *capsys.readouterr()


def test_info_is_one_line_for_each_thing(started, capsys):
    started()
    code, out, err = said(capsys, "info", "@demo")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "host       Lena Sol 🎤 @demo"
    assert "followers  24,905" in out


def test_info_as_json_has_ids_as_strings(started, capsys):
    started()
    told = json.loads(said(capsys, "info", "@demo", "--json")[1])
    assert (told["status"], told["host"]["unique_id"], told["source"]) == ("live", "demo", "room_info")
    assert isinstance(told["room_id"], str)
    assert isinstance(told["host"]["id"], str)


def test_info_says_when_the_page_stood_in(started, refused, capsys):
    refused(r"/webcast/room/info/?", answers.make_answer({"data": {"prompts": ""}, "status_code": 10011}))
    started()
    code, out, err = said(capsys, "info", "@demo")
    assert (code, "likes" in out) == (0, False)
    assert "live page" in err


def test_what_was_not_told_has_no_line():
    assert write_room(RoomSummary(room_id=7), 0) == "status     unknown\nroom id    7\n"


def test_titles_cannot_write_to_the_terminal():
    assert "\x1b" not in write_room(RoomSummary(room_id=7, title="\x1b[2J"), 0)


@pytest.mark.parametrize("command", [["info"], ["gifts"], ["video", "--list"]])
def test_nobody_is_one_sentence_and_exit_code_1(started, capsys, command):
    started()
    code, _, err = said(capsys, *command, "@nobody.here")
    assert (code, err.count("\n")) == (1, 1)
    assert "does not exist" in err


def test_another_way_in_is_no_advice_where_it_changes_nothing(started, refused, capsys):
    refused(
        r"/(@demo/live|api-live/.*)", answers.ServedAnswer(b"", "text/html", answers.HTTPStatus.FORBIDDEN)
    )
    started()
    code, _, err = said(capsys, "info", "@demo")
    assert (code, "403" in err, "--way" in err) == (1, True, False)


@pytest.mark.parametrize("command", ["info", "gifts", "video"])
def test_whom_is_asked_for(command, capsys):
    assert said(capsys, command)[0] == 2


def test_gifts_come_by_price(started, capsys):
    started()
    code, out, err = said(capsys, "gifts", "@demo", "--json")
    prices = [json.loads(line)["diamonds"] for line in out.splitlines()]
    assert (code, prices, err) == (0, sorted(prices), "")


def test_the_shipped_list_says_its_age(started, refused, capsys):
    refused(r"/webcast/gift/list/?", answers.make_answer({}, answers.HTTPStatus.FORBIDDEN))
    started()
    code, out, err = said(capsys, "gifts", "@demo")
    assert (code, len(out.splitlines())) == (0, 116)
    assert "of 2024-01-05" in err


def test_an_age_is_years_and_months():
    assert "2 years and 10 months old" in tell_age(date(2026, 11, 21))


def test_the_list_of_qualities_stars_the_default(started, capsys):
    started()
    code, out, _ = said(capsys, "video", "@demo", "--list")
    assert (code, [line[2:].split()[0] for line in out.splitlines() if line[0] == "*"]) == (0, ["hd"])


@pytest.mark.parametrize("file", ["", "show", "show.txt", "missing/show.mkv", "there.mkv"])
def test_a_file_that_cannot_be_meant_is_refused_before_anything_is_asked(tmp_path, capsys, monkeypatch, file):
    monkeypatch.setenv("SIDESTAGE_APP_URL", "http://127.0.0.1:1")
    (tmp_path / "there.mkv").touch()
    code, _, err = said(capsys, "video", "@demo", *(["-o", str(tmp_path / file)] if file else []))
    assert (code, err.count("\n")) == (2, 1)


def test_without_ffmpeg_nothing_is_asked_either(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_APP_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = said(capsys, "video", "@demo", "-o", str(tmp_path / "show.mkv"))
    assert (code, err.startswith("sidestage: Recording needs ffmpeg")) == (1, True)


@posix
def test_a_quality_that_is_not_offered_names_those_that_are(started, acting, tmp_path, capsys):
    acting(COPIES)
    started()
    code, _, err = said(capsys, "video", "@demo", "-o", str(tmp_path / "show.mkv"), "--quality", "8k")
    assert (code, "origin, hd, sd, ld, ao" in err) == (1, True)


@posix
def test_the_stream_goes_to_ffmpeg_as_asked(started, acting, tmp_path, capsys):
    acting("head -c 3 > {0}/heard\n" + COPIES)
    started()
    code, _, err = said(
        capsys, "video", "@demo", "-o", str(tmp_path / "show.mkv"), "--quality", "sd", "--for", "2"
    )
    told = (tmp_path / "arguments").read_text().splitlines()
    assert (code, told[told.index("-t") + 1], told[-1]) == (0, "2", f"file:{tmp_path}/show.mkv")
    assert (tmp_path / "heard").read_bytes() == b"FLV"
    assert "00:00:01  0.0 MB" in err


@posix
def test_a_recording_of_nothing_is_a_failure(started, acting, tmp_path, capsys):
    acting("exit 0")
    started()
    assert said(capsys, "video", "@demo", "-o", str(tmp_path / "show.mkv"))[0] == 1


@pytest.fixture
def interrupted(started, acting, tmp_path, monkeypatch):
    """Exit code of a recording by this script, after so many times Ctrl+C."""
    begun = asyncio.Event()
    monkeypatch.setattr(
        ProgressLine, "show", lambda line, progress: (setattr(line, "last", progress), begun.set())
    )

    def play(script, times):
        async def record():
            recording = asyncio.create_task(
                run_video(parse_options(["video", "@demo", "-o", str(tmp_path / "show.mkv")]))
            )
            await asyncio.wait_for(begun.wait(), 30)
            for _ in range(times):
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(20):  # the loop hears of it, the recording acts on it
                    await asyncio.sleep(0)
            return await recording

        acting(COPIES + script)
        started()
        return asyncio.run(record())

    return play


@posix
def test_ctrl_c_ends_the_recording_cleanly(interrupted):
    assert interrupted("\ncat > /dev/null", 1) == 0


@posix
def test_a_second_ctrl_c_ends_it_at_once(interrupted):
    with pytest.raises(FfmpegFailed, match="may not be whole"):
        interrupted("\ntrap '' TERM\nexec sleep 600", 2)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")
@pytest.mark.parametrize(("file", "quality"), [("show.mkv", "hd"), ("show.mp4", "ld"), ("sound.m4a", "ao")])
def test_ffmpeg_itself_records_the_film(started, tmp_path, capsys, file, quality):
    started()
    code, _, err = said(
        capsys, "video", "@demo", "-o", str(tmp_path / file), "--quality", quality, "--for", "2"
    )
    assert (code, "00:00:02" in err) == (0, True), err
    assert (tmp_path / file).stat().st_size > 500


def test_progress_is_time_size_and_speed():
    assert write_recording(Progress(3725.4, 12_345_678, 1.0)) == "01:02:05  12.3 MB  1.0x"


def test_video_takes_its_options():
    options = parse_options(["video", "@anna", "-o", "a.mkv", "--quality", "sd", "--for", "60", "--force"])
    assert (options.output.name, options.quality, options.seconds, options.force) == (
        "a.mkv",
        "sd",
        60.0,
        True,
    )
    assert Options().offered is False


@pytest.mark.parametrize("command", ["info", "gifts", "video"])
def test_who_only_reads_has_no_way_in_to_choose(command, capsys):
    assert run_command([command, "@demo", "--way", "polling"]) == 2
    assert "--way" in capsys.readouterr().err
