"""Streams as bytes, from real servers on this machine, in time that jumps."""

import re
import ssl

import pytest
import trustme
from films import CUT, HANG, Films
from hypothesis import given, settings
from hypothesis import strategies as st
from jumping import JumpingClock, now_s, run

from app.access import Access
from app.errors import AnswerTooLarge, CertificateRefused, NetworkError, ProtocolError, ProxyRefused, TooSlow
from app.errors.reading import NoStream, StreamSilent
from app.network.web import Web
from app.video import pull as pull_module
from app.video.pull import Pull


def listed(*numbers, ended=False, opening=""):
    """A playlist of these pieces."""
    lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:4", f"#EXT-X-MEDIA-SEQUENCE:{numbers[0]}"]
    lines += [f'#EXT-X-MAP:URI="{opening}"'] if opening else []
    lines += [line for number in numbers for line in ("#EXTINF:4.0,", f"{number}.ts")]
    return "\n".join([*lines, *(["#EXT-X-ENDLIST"] if ended else [])]).encode()


def pieces(*numbers):
    return {f"/{number}.ts": b"<%d>" % number for number in numbers}


def pulled(paths, path="/live.m3u8", certificate=None):
    """All bytes, how many pieces were lost, what was asked for, and how many seconds it took."""

    async def pull():
        async with Films(paths, certificate) as films:
            begun, stream = now_s(), Pull(Web(), films.address + path, 60.0, JumpingClock())
            told = b"".join([chunk async for chunk in stream.read_chunks()])
            return told, stream.lost, films.asked, now_s() - begun

    return run(pull())


def seconds_until(error, paths):
    """How long it took until this was raised."""

    async def pull():
        async with Films(paths) as films:
            begun, stream = now_s(), Pull(Web(), f"{films.address}/live.m3u8", 60.0, JumpingClock())
            with pytest.raises(error):
                [chunk async for chunk in stream.read_chunks()]
            return now_s() - begun

    return run(pull())


def test_what_has_ended_comes_whole_and_in_order():
    told, lost, asked, _ = pulled({"/live.m3u8": listed(1, 2, 3, 4, 5, ended=True), **pieces(1, 2, 3, 4, 5)})
    assert (told, lost, len(asked)) == (b"<1><2><3><4><5>", 0, 6)


def test_what_grows_is_followed_from_its_third_last_piece_each_once_until_it_ends():
    shown = [listed(1, 2, 3, 4), listed(2, 3, 4, 5), listed(2, 3, 4, 5), listed(4, 5, 6, ended=True)]
    told, lost, asked, took_s = pulled({"/live.m3u8": shown, **pieces(1, 2, 3, 4, 5, 6)})
    assert (told, lost) == (b"<2><3><4><5><6>", 0)
    assert asked.count("/live.m3u8") == 4
    assert 10 <= took_s <= 11  # 4 s, 4 s, and half of it where nothing was new


def test_what_has_nothing_yet_is_waited_for_and_nothing_counts_as_lost():
    empty = b"#EXTM3U\n#EXT-X-TARGETDURATION:4\n"
    told, lost, *_ = pulled({"/live.m3u8": [empty, listed(700, 701, ended=True)], **pieces(700, 701)})
    assert (told, lost) == (b"<700><701>", 0)


def test_the_best_quality_is_taken():
    master = b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nsd/a.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhd/a.m3u8\n"
    told, *_ = pulled({"/live.m3u8": master, "/hd/a.m3u8": listed(1, ended=True), "/hd/1.ts": b"hd"})
    assert told == b"hd"


def test_pieces_are_where_a_redirect_leads():
    told, *_ = pulled({"/live.m3u8": "/b/a.m3u8", "/b/a.m3u8": listed(1, ended=True), "/b/1.ts": b"there"})
    assert told == b"there"


def test_what_opens_the_pieces_comes_first_and_once():
    paths = {"/live.m3u8": listed(1, 2, ended=True, opening="init.mp4"), "/init.mp4": b"<init>"}
    assert pulled({**paths, **pieces(1, 2)})[0] == b"<init><1><2>"


def test_a_piece_is_asked_for_again():
    paths = {"/live.m3u8": listed(1, 2, ended=True), **pieces(1), "/2.ts": [503, CUT, b"<2>"]}
    assert pulled(paths)[:2] == (b"<1><2>", 0)


def test_a_piece_that_cannot_be_had_is_counted_and_the_stream_goes_on():
    assert pulled({"/live.m3u8": listed(1, 2, 3, ended=True), **pieces(1, 3)})[:2] == (b"<1><3>", 1)


def test_pieces_that_were_gone_before_they_were_read_are_counted():
    shown = [listed(1, 2), listed(6, 7, ended=True)]
    assert pulled({"/live.m3u8": shown, **pieces(1, 2, 6, 7)})[:2] == (b"<1><2><6><7>", 3)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4)), min_size=1, max_size=8),
    st.sets(st.integers(0, 40), max_size=10),
)
def test_every_piece_comes_once_and_in_order_or_is_counted(steps, away):
    """The window moves by so many pieces and shows so many; some of them are never to be had."""
    ends = [4 + sum(step for step, _ in steps[: at + 1]) for at in range(len(steps))]
    shown = [range(end - size, end) for end, (_, size) in zip(ends, steps, strict=True)]
    there = [number for number in range(50) if number not in away]
    playlists = [listed(*window) for window in shown]
    paths = {"/live.m3u8": [*playlists, playlists[-1] + b"\n#EXT-X-ENDLIST"], **pieces(*there)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pull_module, "LOST_AT_MOST", 99)
        told, lost, *_ = pulled(paths)
    came = [int(number) for number in re.findall(rb"<(\d+)>", told)]
    first = shown[0][-3:][0]
    assert came == sorted(set(came))
    assert len(came) + lost == ends[-1] - first


def test_three_lost_pieces_in_a_row_are_the_end():
    with pytest.raises(NetworkError, match="404"):
        pulled({"/live.m3u8": listed(1, 2, 3, 4, ended=True), **pieces(4)})


def test_a_playlist_that_never_changes_is_given_up_after_the_silence():
    assert 60 <= seconds_until(StreamSilent, {"/live.m3u8": listed(1, 2), **pieces(1, 2)}) <= 65


def test_pieces_that_never_come_whole_are_silence_too():
    paths = {f"/{number}.ts": HANG for number in range(9)}
    assert 60 <= seconds_until(StreamSilent, {"/live.m3u8": listed(*range(9), ended=True), **paths}) <= 65


def test_a_playlist_may_be_missed_but_not_for_ever():
    shown = [listed(1), 502, b"<html>", listed(1, 2, ended=True)]
    assert pulled({"/live.m3u8": shown, **pieces(1, 2)})[0] == b"<1><2>"
    with pytest.raises(NetworkError, match="502"):
        pulled({"/live.m3u8": [listed(1), 502], **pieces(1)})


@pytest.mark.parametrize(("limit", "path"), [("PLAYLIST_LIMIT", "/live.m3u8"), ("PIECE_LIMIT", "/1.ts")])
def test_what_is_over_the_limit_is_refused_at_once(monkeypatch, limit, path):
    monkeypatch.setattr(pull_module, limit, 100)
    paths = {"/live.m3u8": listed(1, ended=True), **pieces(1)}
    with pytest.raises(AnswerTooLarge):
        pulled(paths | {path: b"#" * 101})


@pytest.mark.parametrize("path", ["/live.m3u8", "/live.flv"])
def test_a_certificate_that_nobody_vouches_for_ends_it(path):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with pytest.raises(CertificateRefused):
        pulled({path: listed(1, ended=True)}, path, context)


def test_a_piece_whose_certificate_nobody_vouches_for_ends_it():
    """The gap that was: ffmpeg verifies the playlist's certificate and not that of the pieces."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    async def pull():
        async with Films({"/1.ts": b"<1>"}, context) as stranger:
            body = listed(1, ended=True).replace(b"1.ts", f"{stranger.address}/1.ts".encode())
            async with Films({"/live.m3u8": body}) as films:
                stream = Pull(Web(), f"{films.address}/live.m3u8", 60.0, JumpingClock())
                return [chunk async for chunk in stream.read_chunks()]

    with pytest.raises(CertificateRefused):
        run(pull())


def test_flv_comes_as_it_is():
    assert pulled({"/live.flv": b"FLV...."}, "/live.flv")[0] == b"FLV...."


@pytest.mark.parametrize(("answer", "error"), [(404, NetworkError), (CUT, NetworkError), (HANG, TooSlow)])
def test_flv_that_is_refused_cut_or_silent_is_an_error(answer, error):
    with pytest.raises(error):
        pulled({"/live.flv": answer}, "/live.flv")


@pytest.mark.parametrize(
    "address",
    [
        "http://pull.example.com/a.flv",
        "file:///etc/passwd",
        "rtmp://a/b",
        "",
        "https://pull.example.com/a.mpd",
    ],
)
def test_what_is_not_encrypted_or_not_read_is_not_fetched(address):
    with pytest.raises(NoStream):
        Pull(Web(), address, 60.0)


@pytest.mark.parametrize("path", ["/live.m3u8", "/live.flv"])
def test_the_proxy_is_asked_for_the_stream_whatever_its_kind(path):
    async def pull():
        async with Films({}) as proxy:
            web = Web(Access(web_proxy=proxy.address))
            with pytest.raises(ProxyRefused):
                await anext(Pull(web, f"https://pull.example.com{path}", 60.0, JumpingClock()).read_chunks())
            return set(proxy.asked)

    assert run(pull()) == {"pull.example.com:443"}


def test_qualities_that_lead_to_qualities_are_no_stream():
    master = b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlive.m3u8\n"
    with pytest.raises(ProtocolError):
        pulled({"/live.m3u8": master})
