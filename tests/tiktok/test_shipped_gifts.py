from e2e.rooms import access_to, run, server

from app.client import LiveClient
from app.sim import site as site_module
from app.sim.web import answers
from app.tiktok.shipped_gifts import read_shipped_gifts


def test_no_gift_of_the_shipped_list_stands_there_twice():
    gifts = read_shipped_gifts()
    assert len({gift["id"] for gift in gifts}) == len(gifts) > 100
    assert all(gift["diamond_count"] > 0 for gift in gifts)


def test_where_tiktok_refuses_its_list_the_shipped_one_is_given(monkeypatch):
    refused = (r"/webcast/gift/list/?", lambda *_: answers.make_answer({}, answers.HTTPStatus.FORBIDDEN))
    monkeypatch.setattr(site_module, "REPLIES", (refused, *answers.REPLIES))

    async def asked():
        room = server()
        ends = await room.start()
        try:
            return await LiveClient("@demo", access_to(ends)).gift_info()
        finally:
            await room.stop()

    assert run(asked()) == read_shipped_gifts()
