"""ffmpeg itself is a shell script here that does what a test wants of it."""

import asyncio
import sys
from pathlib import Path

import pytest

from app.connector.read import ffmpeg
from app.connector.read.errors import FfmpegFailed, FfmpegMissing, NoStream
from app.connector.read.ffmpeg import Order, Progress, Recording, progress_of
from app.errors import UsageError

HTTPS, LOOPBACK = "https://pull.example.com/a.flv?sign=5ec2e7", "http://127.0.0.1:9/a.flv"
FILE = Path("show.mkv")
TELLS = "printf 'out_time_us=1500000\\ntotal_size=2000000\\nspeed=1.01x\\nprogress=continue\\n'\n"
PROXIES = (
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@pytest.fixture
def acting(tmp_path, monkeypatch):
    """Make the program do this."""

    def act(script):
        (tmp_path / "ffmpeg").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "ffmpeg").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return act


@pytest.fixture
def no_proxy(monkeypatch):
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def recorded(*, stop=False):
    """What was shown, after the end; with `stop` it is asked to end at the first progress."""

    async def record():
        seen, first = [], asyncio.Event()
        recording = await Recording.begun(
            Order(LOOPBACK, FILE), lambda progress: (seen.append(progress), first.set())
        )
        if stop:
            await first.wait()
            await recording.stop()
        await recording.finished()
        return seen

    return asyncio.run(asyncio.wait_for(record(), 30))


def test_certificates_are_verified_and_playlists_kept_to_encrypted_addresses():
    told = Order(HTTPS, FILE).arguments()
    assert told[told.index("-tls_verify") + 1] == "1"
    assert "http" not in told[told.index("-protocol_whitelist") + 1].split(",")


@pytest.mark.parametrize("address", ["http://pull.example.com/a.flv", "file:///etc/passwd", "rtmp://a/b", ""])
def test_what_is_not_encrypted_is_not_fetched(address):
    with pytest.raises(NoStream):
        Order(address, FILE).arguments()


def test_a_file_is_never_an_option_and_never_another_address():
    assert Order(LOOPBACK, Path("-y.mkv")).arguments()[-1] == "file:-y.mkv"


def test_a_file_is_replaced_only_when_that_was_said():
    assert "-n" in Order(LOOPBACK, FILE).arguments()
    assert "-y" in Order(LOOPBACK, FILE, replace=True).arguments()


def test_so_many_seconds_of_the_stream():
    told = Order(LOOPBACK, FILE, seconds=90.0).arguments()
    assert told[told.index("-t") + 1] == "90"


@pytest.mark.usefixtures("no_proxy")
def test_no_secret_of_ours_reaches_it():
    ours = {"SIDESTAGE_SESSION_ID": "s", "PATH": "/bin", "https_proxy": "http://a:1"}
    assert Order(HTTPS, FILE).environment(ours) == {"PATH": "/bin"}


@pytest.mark.usefixtures("no_proxy")
def test_an_http_proxy_is_passed_on_as_ffmpeg_wants_it(monkeypatch):
    assert Order(HTTPS, FILE, proxy="http://a:1").environment({}) == {"http_proxy": "http://a:1"}
    monkeypatch.setenv("https_proxy", "b:2")
    assert Order(HTTPS, FILE).environment({}) == {"http_proxy": "http://b:2"}


@pytest.mark.usefixtures("no_proxy")
def test_this_machine_needs_no_proxy():
    assert Order(LOOPBACK, FILE, proxy="socks5://a:1").environment({}) == {}


@pytest.mark.usefixtures("no_proxy")
def test_a_proxy_that_ffmpeg_does_not_understand_is_said_without_its_password():
    with pytest.raises(UsageError) as raised:
        Order(HTTPS, FILE, proxy="socks5://me:pass@a:1").environment({})
    assert "SOCKS5" in raised.value.line
    assert "pass" not in raised.value.line


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
    assert progress_of(told) == wanted


@posix
def test_progress_is_shown_until_it_ends(acting):
    acting(TELLS + TELLS)
    assert recorded() == [Progress(1.5, 2_000_000, 1.01)] * 2


@posix
def test_q_ends_it(acting):
    acting(TELLS + 'test "$(head -c 1)" = q')
    assert recorded(stop=True)


@posix
def test_who_does_not_hear_q_is_told_firmly(acting, monkeypatch):
    monkeypatch.setattr(ffmpeg, "PATIENCE_S", 0.05)
    acting("trap 'kill $!; exit 255' TERM\nsleep 600 &\n" + TELLS + "wait")
    assert recorded(stop=True)


@posix
def test_its_last_words_are_told_without_the_address(acting):
    acting(
        f"echo first >&2; echo '[tls @ 0x5f] Peer is not trusted' >&2; echo '{HTTPS}: I/O error' >&2; exit 1"
    )
    with pytest.raises(FfmpegFailed) as raised:
        recorded()
    assert str(raised.value) == "ffmpeg gave up: Peer is not trusted; the stream: I/O error."


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
