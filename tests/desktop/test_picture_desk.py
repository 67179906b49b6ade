"""What stands between the window's wishes and the fetcher."""

import asyncio

import pytest

from app.access import Access
from app.access.endpoints import Endpoints
from app.desktop.pictures import PictureDesk
from app.pictures.wish import Wish
from app.settings import Choices
from app.sim import SimOptions, SimServer
from app.sim.web.pictures import draw_picture


def run(work):
    return asyncio.run(asyncio.wait_for(work, 20))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SIDESTAGE_PICTURES", str(tmp_path / "pictures"))
    return tmp_path / "pictures"


async def until(holds):
    while not holds():  # noqa: ASYNC110 - what it waits for has no event
        await asyncio.sleep(0.01)


def test_nothing_runs_before_the_first_wish(folder):
    async def wait():
        desk = PictureDesk(Access)
        desk.prefer(Choices())
        told = desk.revision, list(desk.take()), len(asyncio.all_tasks())
        await desk.close()
        return told

    assert run(wait()) == (0, [], 2)  # the tasks of the test


@pytest.mark.parametrize(("megabytes", "kept"), [(50, 1), (0, 0)])
def test_a_wish_is_granted_and_kept_as_the_user_chose(folder, megabytes, kept):
    async def fetch():
        server = SimServer(SimOptions())
        ends = await server.start()
        desk = PictureDesk(lambda: Access(Endpoints(webcast_url=ends.webcast_url)))
        desk.prefer(Choices(picture_cache_mb=megabytes))
        desk.wish([Wish("gift", 1, f"{ends.app_url}/pictures/webcast-va/1.webp")])
        await until(lambda: desk.revision)
        arrivals = desk.take()
        await desk.close()
        await server.stop()
        return arrivals

    (arrival,) = run(fetch())
    assert arrival.data == draw_picture("webcast-va/1.webp")
    assert len(list(folder.glob("*"))) == kept


def test_without_pictures_those_that_wait_are_not_fetched(folder):
    async def fetch():
        asked = []
        server = await asyncio.start_server(lambda *_: asked.append(1), "127.0.0.1", 0)
        base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        desk = PictureDesk(lambda: Access(Endpoints(webcast_url=base)))
        desk.wish([Wish("gift", 1, f"{base}/1.webp")])
        desk.prefer(Choices(pictures=False))
        for _ in range(20):
            await asyncio.sleep(0.01)
        await desk.close()
        server.close()
        return asked

    assert run(fetch()) == []
