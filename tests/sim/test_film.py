import shutil
import subprocess

import pytest

from app.sim.web.film import SIZES, Film


def film(quality, frames=10):
    shown = Film(quality)
    return shown.make_opening() + b"".join(shown.make_frame(number) for number in range(frames))


def tags(flv):
    """Kind, ms and body of every FLV tag; fails when a length does not fit."""
    place = 13
    while place < len(flv):
        size = int.from_bytes(flv[place + 1 : place + 4], "big")
        at_ms = int.from_bytes(flv[place + 4 : place + 7], "big")
        end = place + 11 + size
        assert int.from_bytes(flv[end : end + 4], "big") == 11 + size
        yield flv[place], at_ms, flv[place + 11 : end]
        place = end + 4


@pytest.mark.parametrize("quality", SIZES)
def test_every_tag_is_as_long_as_it_says_and_time_goes_on(quality):
    for kind in (8, 9):
        times = [at_ms for one, at_ms, _ in tags(film(quality)) if one == kind]
        assert times == sorted(times)


def test_sound_alone_has_no_picture():
    assert {kind for kind, *_ in tags(film("ao"))} == {8}


def test_no_unit_holds_what_looks_like_the_next_one():
    for kind, _, body in tags(film("origin", 60)):
        assert kind == 8 or b"\x00\x00\x01" not in body[9:]


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is not installed")
@pytest.mark.parametrize("quality", SIZES)
def test_ffmpeg_decodes_it_without_a_complaint(quality, tmp_path):
    (tmp_path / "film.flv").write_bytes(film(quality))
    command = ["ffmpeg", "-v", "warning", "-nostdin", "-i", str(tmp_path / "film.flv"), "-f", "null", "-"]
    played = subprocess.run(command, capture_output=True, check=False)
    assert (played.returncode, played.stderr) == (0, b"")
