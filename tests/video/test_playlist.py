"""What playlists say, and that nothing they say makes us raise anything of another kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ProtocolError
from app.errors.reading import NoStream
from app.video.playlist import Playlist, Segment, Variant, read_playlist

HERE = "https://pull.example.com/stage/live.m3u8?sign=1"
TAGS = [
    "#EXTM3U",
    "#EXTINF:2,",
    "#EXT-X-ENDLIST",
    "#EXT-X-GAP",
    "#EXT-X-MEDIA-SEQUENCE:",
    "#EXT-X-MAP:URI=",
    "#EXT-X-STREAM-INF:BANDWIDTH=",
    "#EXT-X-KEY:METHOD=",
    "#EXT-X-TARGETDURATION:",
    '"',
    "\n",
    "7",
    "a.ts",
    "https://[",
    "http://127.0.0.1/",
]


def read(*lines):
    return read_playlist("\n".join(["#EXTM3U", *lines]), HERE)


def test_pieces_have_numbers_and_whole_addresses():
    told = read(
        "#EXT-X-TARGETDURATION:6", "#EXT-X-MEDIA-SEQUENCE:41", "#EXTINF:5.9,", "a.ts", "#EXTINF:6,", "/b.ts"
    )
    first = Segment(41, "https://pull.example.com/stage/a.ts")
    assert told == Playlist(segments=(first, Segment(42, "https://pull.example.com/b.ts")), target_s=6)


def test_an_end_is_an_end():
    assert read("#EXTINF:1,", "a.ts", "#EXT-X-ENDLIST").has_ended


def test_what_opens_holds_for_the_pieces_after_it():
    told = read("a.ts", '#EXT-X-MAP:URI="init,1.mp4"', "b.mp4", "c.mp4")
    openings = ["", *["https://pull.example.com/stage/init,1.mp4"] * 2]
    assert [piece.opening for piece in told.segments] == openings


def test_a_gap_is_one_piece_that_is_missing():
    told = read("#EXT-X-GAP", "#EXTINF:1,", "a.ts", "b.ts")
    assert [piece.is_missing for piece in told.segments] == [True, False]


def test_the_best_quality_has_the_most_bits_among_those_with_their_sound():
    told = read(
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="sound.m3u8"',
        "#EXT-X-STREAM-INF:BANDWIDTH=10",
        "low.m3u8",
        '#EXT-X-STREAM-INF:CODECS="avc1,mp4a",BANDWIDTH=20',
        "mid.m3u8",
        '#EXT-X-STREAM-INF:BANDWIDTH=30,AUDIO="a"',
        "high.m3u8",
    )
    assert told.best == Variant("https://pull.example.com/stage/mid.m3u8", 20)
    assert told.variants[-1].sound == "a"


@pytest.mark.parametrize(
    "line", ["http://pull.example.com/a.ts", "http://127.0.0.1/a.ts", "file:///etc/passwd"]
)
def test_a_playlist_leads_to_encrypted_addresses_only(line):
    with pytest.raises(NoStream):
        read(line)


@pytest.mark.parametrize(
    "line",
    ['#EXT-X-KEY:METHOD=AES-128,URI="k"', "#EXT-X-BYTERANGE:5@0", '#EXT-X-MAP:URI="a",BYTERANGE="5@0"'],
)
def test_what_would_be_recorded_wrongly_is_refused(line):
    with pytest.raises(NoStream):
        read(line, "a.ts")


def test_a_stream_without_a_key_may_say_so():
    assert read("#EXT-X-KEY:METHOD=NONE", "a.ts").segments


@pytest.mark.parametrize("told", ["0", "7", "9" * 20, "00000000000000000007"])
def test_a_number_is_up_to_twenty_digits(told):
    assert read(f"#EXT-X-MEDIA-SEQUENCE:{told}", "a.ts").segments[0].number == int(told)


@pytest.mark.parametrize(
    "told", ["", "x", "-1", "+1", "1.5", "1e3", "²", "٣", "1 0", "1_0", "9" * 21, "9" * 5000, "a" * 30]
)
def test_what_is_no_such_number_is_said(told):
    with pytest.raises(ProtocolError, match="number"):
        read(f"#EXT-X-MEDIA-SEQUENCE:{told}", "a.ts")


@pytest.mark.parametrize(
    "body", ["", "<html>", "a.ts", "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:x", "#EXTM3U\nhttps://["]
)
def test_what_is_no_playlist_is_said(body):
    with pytest.raises(ProtocolError):
        read_playlist(body, HERE)


@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=5)).map("".join))
def test_any_text_is_a_playlist_or_one_of_two_errors(text):
    try:
        told = read_playlist("#EXTM3U\n" + text, HERE)
    except (ProtocolError, NoStream):
        return
    assert all(piece.address.startswith("https://") for piece in told.segments)


@given(st.integers(0, 2**63), st.lists(st.from_regex(r"[a-z]{1,8}\.ts", fullmatch=True)))
def test_numbers_go_up_by_one_in_the_order_of_the_lines(first, names):
    told = read(f"#EXT-X-MEDIA-SEQUENCE:{first}", *names)
    assert [piece.number for piece in told.segments] == list(range(first, first + len(names)))
    assert [piece.address.rpartition("/")[2] for piece in told.segments] == names
