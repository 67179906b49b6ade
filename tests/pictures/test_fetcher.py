"""The real fetcher against the built-in server over loopback."""

import asyncio
import logging
from contextlib import asynccontextmanager

import pytest

from app.access import Access
from app.access.endpoints import Endpoints
from app.pictures import fetcher as fetching
from app.pictures.cache import PictureCache
from app.pictures.fetcher import AT_ONCE, FORGIVEN_S, WAITING, Fetcher
from app.pictures.wish import Wish
from app.sim import SimOptions, SimServer
from app.sim.faults.table import FAULTS
from app.sim.web.pictures import draw_picture

SECRET = "x-signature=s3cret"
BROKEN = "broken_pictures"  # only a decoder can tell: tests/ui plays it
FAULTY = [name for name in FAULTS if name.endswith("_pictures") and name != BROKEN]


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class Counted:
    """A cache that counts what was looked for beyond it."""

    def __init__(self, folder):
        self.cache, self.asked = PictureCache(folder, 1 << 20), []

    def find(self, key):
        self.asked.append(key)
        return self.cache.find(key)

    def keep(self, key, picture):
        self.cache.keep(key, picture)


@asynccontextmanager
async def playing(folder, *, fault="", is_here=True, **chosen):
    server = SimServer(SimOptions(fault=fault, **chosen))
    ends = await server.start()
    access = Access(Endpoints(webcast_url=ends.webcast_url) if is_here else Endpoints(), http_timeout_s=1.0)
    fetcher = Fetcher(lambda: access, Counted(folder), Clock())
    task = asyncio.ensure_future(fetcher.run())
    try:
        yield fetcher, f"{ends.app_url}/pictures"
    finally:
        task.cancel()
        await asyncio.wait([task])
        await server.stop()


def wish_of(base, number=1, kind="avatar"):
    return Wish(kind, number, f"{base}/tos-avt/100x100/{number:x}~tplv-obj.webp?{SECRET}")


async def settled(fetcher):
    """Wait until nothing is waited for; what came."""
    await until(lambda: not fetcher._waiting and fetcher._busy == {one.key for one in fetcher._arrivals})
    return fetcher.take()


async def until(holds):
    while not holds():  # noqa: ASYNC110 - what it waits for has no event
        await asyncio.sleep(0.01)


def run(work):
    return asyncio.run(asyncio.wait_for(work, 20))


def test_so_many_are_fetched_at_once_and_a_few_a_second_from_then_on():
    clock = Clock()
    allowance = fetching.Allowance(clock)
    for _ in range(fetching.AT_FIRST):
        assert allowance.find_pause() == 0
        allowance.take()
    pause_s = allowance.find_pause()
    assert 0 < pause_s <= 1 / fetching.A_SECOND
    clock.now += pause_s
    assert allowance.find_pause() == pytest.approx(0)
    allowance.take()
    allowance.give_back()
    assert allowance.find_pause() == pytest.approx(0)
    clock.now += 3600
    allowance.find_pause()
    assert allowance._left == fetching.AT_FIRST


def test_what_is_on_disk_costs_nothing_of_what_may_be_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "AT_FIRST", 2)

    async def fetch():
        async with playing(tmp_path) as (fetcher, base):
            for _ in range(3):
                fetcher.wish([wish_of(base)])
                assert len(await settled(fetcher)) == 1
            assert fetcher._allowance._left == 1
            fetcher.wish([wish_of(base, 2), wish_of(base, 3)])
            await until(lambda: len(fetcher._arrivals) == 1)
            await asyncio.sleep(0.05)
            assert len(fetcher._waiting) == 1  # until time passes
            fetcher._clock.now += 1.0
            assert len(await settled(fetcher)) == 2

    run(fetch())


def test_a_picture_comes_and_the_next_program_finds_it_on_disk(tmp_path):
    async def fetch():
        async with playing(tmp_path) as (fetcher, base):
            fetcher.wish([wish_of(base)])
            first, revision = await settled(fetcher), fetcher.revision
        async with playing(tmp_path, fault="missing_pictures") as (fetcher, base):
            fetcher.wish([wish_of(base)])
            return first, revision, await settled(fetcher)

    first, revision, second = run(fetch())
    assert [arrival.key for arrival in first] == [("avatar", 1)]
    assert first[0].data == draw_picture("tos-avt/100x100/1~tplv-obj.webp")
    assert revision == 1
    assert second == first


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_costs_one_picture_and_is_not_asked_again_for_a_while(tmp_path, fault, caplog):
    async def fetch():
        async with playing(tmp_path, fault=fault, fault_times=1) as (fetcher, base):
            fetcher.wish([wish_of(base)])
            first = await settled(fetcher)
            fetcher.wish([wish_of(base)])
            again = await settled(fetcher)
            fetcher._clock.now = FORGIVEN_S
            fetcher.wish([wish_of(base)])
            return first, again, await settled(fetcher), fetcher._cache.asked

    with caplog.at_level(logging.DEBUG):
        first, again, later, asked = run(fetch())
    assert (first, again) == ([], [])
    assert [arrival.key for arrival in later] == [("avatar", 1)]
    assert len(asked) == 2
    ours = [record.getMessage() for record in caplog.records if record.name != "websockets.server"]
    assert "s3cret" not in "".join(ours)


def test_what_is_too_large_is_read_no_further(tmp_path, monkeypatch):
    sizes = []

    async def fetch():
        async with playing(tmp_path, fault="endless_pictures") as (fetcher, base):
            get = fetching.Web.get

            async def watched(web, *args, **limits):
                sizes.append(limits["limit"])
                return await get(web, *args, **limits)

            monkeypatch.setattr(fetching.Web, "get", watched)
            fetcher.wish([wish_of(base)])
            return await settled(fetcher)

    assert run(fetch()) == []
    assert sizes == [256 * 1024]


def test_this_machine_is_not_asked_for_a_room_elsewhere(tmp_path):
    async def fetch():
        async with playing(tmp_path, is_here=False) as (fetcher, base):
            fetcher.wish([wish_of(base), wish_of(base.replace("http:", "https:"), 2)])
            return await settled(fetcher), fetcher._webs

    assert run(fetch()) == ([], {})


def test_the_newest_wish_is_answered_first_and_four_at_once_at_most(tmp_path):
    async def fetch():
        async with playing(tmp_path, fault="slow_pictures", fault_times=AT_ONCE) as (fetcher, base):
            fetcher.wish([wish_of(base, number) for number in range(1, 10)])
            await until(lambda: len(fetcher._busy) == AT_ONCE)
            return set(fetcher._busy), list(fetcher._waiting)

    busy, waiting = run(fetch())
    assert busy == {("avatar", number) for number in range(6, 10)}
    assert waiting == [("avatar", number) for number in range(1, 6)]


def test_wishes_are_bounded(tmp_path):
    async def wish():
        fetcher = Fetcher(Access, Counted(tmp_path), Clock())
        fetcher.wish([wish_of("https://example.com", number) for number in range(3 * WAITING)])
        return list(fetcher._waiting)

    assert run(wish()) == [("avatar", number) for number in range(2 * WAITING, 3 * WAITING)]


def test_an_address_is_not_in_the_words_for_a_wish():
    assert "s3cret" not in repr(wish_of("https://example.com"))


@pytest.mark.parametrize(
    "address", ["", "https://", "https://[::1", "\x00", "https://a.example/" + "a" * 9_999]
)
def test_what_is_no_address_costs_a_picture_only(tmp_path, address):
    async def fetch():
        async with playing(tmp_path) as (fetcher, _):
            fetcher.wish([Wish("emote", "x", address)])
            return await settled(fetcher)

    assert run(fetch()) == []
