"""Compressed answers: one layer, inflated piece by piece; everything else is refused."""

import asyncio
import gzip
import tracemalloc
import zlib
from contextlib import aclosing

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AnswerBroken, AnswerTooLarge, NetworkError
from app.network.web import Web

BODY = b"<html>" + bytes(range(256)) * 700
RAW = zlib.compressobj(wbits=-15)
RAW = RAW.compress(BODY) + RAW.flush()


def zip_bytes(body):
    """Equal bytes at any time: names of tests hold them."""
    return gzip.compress(body, mtime=0)


BOMB = zip_bytes(bytes(64 << 20))


class Sent(httpx.AsyncByteStream):
    """A body in chunks of a size, as they come from a network."""

    def __init__(self, body, size):
        self._body, self._size = body, size

    async def __aiter__(self):
        for at in range(0, len(self._body), self._size):
            yield self._body[at : at + self._size]


def answered(coding, body, size=1000, status=200, **more):
    headers = [("Content-Encoding", one) for one in ([coding] if isinstance(coding, str) else coding)]
    return lambda _: httpx.Response(status, headers=headers + list(more.items()), stream=Sent(body, size))


def got(answer, **limits):
    async def fetch():
        async with Web(transport=httpx.MockTransport(answer)) as web:
            return (await web.get("https://host.example/", **limits)).body

    return asyncio.run(fetch())


def flowed(answer):
    async def fetch():
        async with (
            Web(transport=httpx.MockTransport(answer)) as web,
            aclosing(web.flow("https://host.example/", 1.0)) as chunks,
        ):
            return b"".join([chunk async for chunk in chunks])

    return asyncio.run(fetch())


GOOD = [
    ("gzip", zip_bytes(BODY)),
    ("GZIP", zip_bytes(BODY)),
    ("x-gzip", zip_bytes(BODY)),
    ("gzip", zip_bytes(BODY[:1000]) + zip_bytes(BODY[1000:])),
    ("gzip", zip_bytes(BODY) + b"\0" * 9),
    ("deflate", zlib.compress(BODY)),
    ("deflate", RAW),
    ("deflate", zlib.compress(BODY) + b"trailing"),
    ("identity", BODY),
    ("identity, gzip", zip_bytes(BODY)),
    ("", BODY),
]


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
@pytest.mark.parametrize(("coding", "sent"), GOOD)
@pytest.mark.parametrize("read", [got, flowed])
def test_what_was_meant_is_read(read, coding, sent, size):
    assert read(answered(coding, sent, size)) == BODY


@pytest.mark.parametrize(
    ("coding", "sent"),
    [
        ("gzip, gzip", zip_bytes(zip_bytes(BODY))),
        (("gzip", "deflate"), zip_bytes(zlib.compress(BODY))),
        ("gzip,identity,x-gzip", zip_bytes(zip_bytes(BODY))),
        ("br", BODY),
        ("gzip", zip_bytes(BODY)[:-1]),
        ("gzip", zip_bytes(BODY)[:100]),
        ("gzip", b"\x1f"),
        ("deflate", zlib.compress(BODY)[:-1]),
        ("deflate", RAW[:-1]),
        ("gzip", BODY),
        ("deflate", b"\xff" * 99),
    ],
)
@pytest.mark.parametrize("read", [got, flowed])
def test_more_layers_others_and_halves_are_refused(read, coding, sent):
    with pytest.raises(AnswerBroken, match=r"host.example"):
        read(answered(coding, sent))


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]), st.integers(1, 50))
def test_no_bytes_are_an_error_of_another_kind(body, coding, size):
    try:
        got(answered(coding, body, size))
    except NetworkError:
        return


@given(st.binary(max_size=200_000), st.integers(1, 100_000))
def test_whatever_was_compressed_comes_back(body, size):
    bare = zlib.compressobj(wbits=-15)
    for coding, sent in (
        ("gzip", zip_bytes(body)),
        ("deflate", zlib.compress(body)),
        ("deflate", bare.compress(body) + bare.flush()),
    ):
        assert got(answered(coding, sent, max(size, 100))) == body


def test_an_answer_without_a_body_may_say_anything():
    assert got(answered("gzip", b"")) == b""


@pytest.mark.parametrize("sent", [BOMB, zip_bytes(b"") * 2000])
def test_the_limit_holds_for_what_is_sent_and_for_what_it_inflates_to(sent):
    with pytest.raises(AnswerTooLarge):
        got(answered("gzip", sent, 1 << 20), limit=30_000)


def test_a_bomb_takes_little_more_memory_than_the_limit():
    tracemalloc.start()
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    with pytest.raises(AnswerTooLarge):
        got(answered("gzip", BOMB, 1 << 20), limit=4 << 20)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - before < 8 << 20


def test_others_have_their_turn_while_an_answer_is_inflated():
    async def fetch():
        turns = 0

        async def count():
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        counting = asyncio.create_task(count())
        async with Web(transport=httpx.MockTransport(answered("gzip", BOMB, 1 << 20))) as web:
            with pytest.raises(AnswerTooLarge):
                await web.get("https://host.example/")
        counting.cancel()
        return turns

    assert asyncio.run(fetch()) > 100


def test_the_body_of_a_redirect_is_not_read():
    twice = zip_bytes(zip_bytes(bytes(1 << 20)))
    redirect = answered("gzip, gzip", twice, status=302, Location="/there")

    def answer(request):
        return httpx.Response(200, text="ok") if request.url.path == "/there" else redirect(request)

    assert got(answer) == b"ok"


def test_one_coding_is_asked_for():
    asked = []

    def answer(request):
        asked.append(request.headers["Accept-Encoding"])
        return httpx.Response(200)

    got(answer)
    assert asked == ["gzip"]
