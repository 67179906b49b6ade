"""ffmpeg itself is a shell script here that does what a test wants of it."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from films import CUT, HANG, Films

from app.clock import Clock
from app.errors import NetworkError
from app.errors.reading import FfmpegFailed, FfmpegMissing, StreamBroken
from app.video import ffmpeg
from app.video.ffmpeg import Order, Progress, Recording, parse_progress, remove_secrets

HTTPS = "https://pull.example.com/a.flv?sign=5ec2e7"
FILE = Path("show.mkv")
TELLS = "printf 'out_time_us=1500000\\ntotal_size=2000000\\nspeed=1.01x\\nprogress=continue\\n'\n"
installed = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@pytest.fixture
def acting(tmp_path, monkeypatch):
    """Make the program do this."""

    def act(script):
        (tmp_path / "ffmpeg").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "ffmpeg").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return act


class Hurried(Clock):
    """Waits for nothing: programs live in real time."""

    async def sleep(self, _seconds):
        await asyncio.sleep(0)


def recorded(answer=b"FLV", *, stop=False, file=FILE, path="/a.flv", more=None):
    """What was shown, after the end; with `stop` it is asked to end at the first progress."""

    async def record():
        seen, first = [], asyncio.Event()
        async with Films({path: answer, **(more or {})}) as films:
            order = Order(films.address + path, file)
            recording = await Recording.begin(
                order, lambda progress: (seen.append(progress), first.set()), Hurried()
            )
            if stop:
                await first.wait()
                await recording.stop()
            await recording.wait()
        return seen

    return asyncio.run(asyncio.wait_for(record(), 30))


def test_it_opens_its_standard_input_and_the_file_and_nothing_else():
    told = Order(HTTPS, FILE).list_arguments()
    assert (told[told.index("-protocol_whitelist") + 1], told[told.index("-i") + 1]) == ("pipe", "pipe:0")
    assert HTTPS not in told


def test_a_file_is_never_an_option_and_never_another_address():
    assert Order(HTTPS, Path("-y.mkv")).list_arguments()[-1] == "file:-y.mkv"


def test_a_file_is_replaced_only_when_that_was_said():
    assert "-n" in Order(HTTPS, FILE).list_arguments()
    assert "-y" in Order(HTTPS, FILE, can_replace=True).list_arguments()


def test_so_many_seconds_of_the_stream():
    told = Order(HTTPS, FILE, seconds=90.0).list_arguments()
    assert told[told.index("-t") + 1] == "90"


def test_no_secret_of_ours_reaches_it():
    assert remove_secrets({"SIDESTAGE_SESSION_ID": "s", "PATH": "/bin"}) == {"PATH": "/bin"}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            {"out_time_us": "1500000", "total_size": "2000000", "speed": "1.01x"},
            Progress(1.5, 2_000_000, 1.01),
        ),
        ({"out_time_us": "N/A", "total_size": "0", "speed": "N/A"}, Progress()),
        ({"out_time_ms": "2000000", "speed": "   2x"}, Progress(2.0, 0, 2.0)),
        ({"out_time_us": "-9223372036854775807"}, Progress()),
    ],
)
def test_progress_is_read(told, wanted):
    assert parse_progress(told) == wanted


@posix
def test_progress_is_shown_until_it_ends(acting):
    acting(TELLS + TELLS)
    assert recorded() == [Progress(1.5, 2_000_000, 1.01)] * 2


@posix
def test_the_stream_is_its_input(acting, tmp_path):
    acting(f"cat > {tmp_path}/heard")
    recorded(b"FLV and more")
    assert (tmp_path / "heard").read_bytes() == b"FLV and more"


@posix
def test_the_end_of_its_input_ends_it(acting):
    acting(TELLS + "cat > /dev/null")
    assert recorded(HANG, stop=True)


@posix
def test_who_does_not_hear_the_end_is_told_firmly(acting, monkeypatch):
    monkeypatch.setattr(ffmpeg, "PATIENCE_S", 0.05)
    acting("trap 'kill $!; exit 255' TERM\nsleep 600 &\n" + TELLS + "wait")
    assert recorded(HANG, stop=True)


@posix
def test_that_it_has_enough_ends_the_stream(acting):
    acting("exit 0")
    assert recorded(HANG) == []


@posix
def test_a_stream_that_is_refused_is_the_failure_that_is_told(acting):
    acting("cat > /dev/null; echo no input >&2; exit 1")
    with pytest.raises(NetworkError, match="answered 404"):
        recorded(404)


@posix
def test_a_stream_that_breaks_off_leaves_a_whole_file_and_is_told(acting):
    acting("cat > /dev/null")
    with pytest.raises(StreamBroken, match="The stream broke off: ") as raised:
        recorded(CUT)
    assert "until then" in raised.value.hint


@posix
def test_lost_pieces_are_shown(acting):
    acting("cat > /dev/null\n" + TELLS)
    body = b"#EXTM3U\n#EXT-X-ENDLIST\na.ts\nb.ts\n"
    assert recorded(body, path="/a.m3u8", more={"/b.ts": b"b"})[-1].lost == 1


@posix
def test_its_last_words_are_told(acting):
    acting("echo first >&2; echo '[mpegts @ 0x5f] Odd' >&2; printf 'I/O \\033[2Jerror\\n' >&2; exit 1")
    with pytest.raises(FfmpegFailed) as raised:
        recorded()
    assert str(raised.value) == "ffmpeg gave up: Odd; I/O [2Jerror."


@posix
def test_without_a_word_its_exit_code_is_told(acting):
    acting("exit 3")
    with pytest.raises(FfmpegFailed, match="3"):
        recorded()


def test_where_it_is_missing_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FfmpegMissing) as raised:
        recorded()
    assert "apt install ffmpeg" in raised.value.hint


@installed
def test_ffmpeg_itself_follows_no_playlist_that_comes_as_a_stream(tmp_path):
    secret = tmp_path / "secret.ts"
    secret.write_bytes(b"G" * 188)
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://{secret}\n#EXT-X-ENDLIST\n"
    with pytest.raises(FfmpegFailed, match="whitelist"):
        recorded(playlist.encode(), file=tmp_path / "show.mkv")


@installed
@pytest.mark.parametrize("kind", ["mpegts", "fmp4"])
def test_ffmpeg_itself_records_pieces(tmp_path, kind):
    """Six pieces of ffmpeg's own making come out as six seconds."""
    make = "ffmpeg -v error -f lavfi -i testsrc=r=25:s=64x64 -f lavfi -i sine -t 6 -g 25 -c:v mpeg2video"
    hls = f"-f hls -hls_time 1 -hls_list_size 0 -hls_segment_type {kind} -c:a aac live.m3u8"
    subprocess.run([*make.split(), *hls.split()], cwd=tmp_path, check=True)
    made = {f"/{file.name}": file.read_bytes() for file in tmp_path.iterdir()}
    last = recorded(file=tmp_path / "show.mkv", path="/live.m3u8", answer=made["/live.m3u8"], more=made)[-1]
    assert 5.5 < last.seconds < 6.5
    assert last.size > 5000
