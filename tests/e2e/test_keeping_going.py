"""What happens between attempts: the gap, the cause, the pauses, and what is spent while waiting."""

import json
from contextlib import aclosing
from dataclasses import replace
from itertools import count
from urllib.parse import urlsplit

import pytest
from jumping import JumpingClock
from rooms import followed, run, server
from websockets.asyncio.server import serve

from app import events as ev
from app.access import Access
from app.connector.live import LiveSource
from app.connector.routes.polling import PollPlace
from app.errors import ConnectionLost
from app.protocol.fetch import FetchResult
from app.settings import DEFAULTS
from app.sim.site import Site
from app.sim.web.answers import HTTPStatus, ServedAnswer
from app.tiktok.lookup import Room

NOTHING = ServedAnswer(b"")
BUSY = ServedAnswer(b"", status=HTTPStatus.SERVICE_UNAVAILABLE)
NOT_LIVE = b"""<script id="SIGI_STATE">{"LiveRoom": {"liveRoomUserInfo": {"user": {"status": 4}}}}</script>"""


class Interrupted:
    """A room whose answers are others now and then.

    Args:
        path: which requests are counted, by their beginning.
        others: the answer by the number of the request, from 1.
    """

    def __init__(self, path, others, **options):
        self.room = server(**options)
        self.asked = []
        self._number = count(1)
        self._path, self._others = path, others
        self._make_site, self.room._make_site = self.room._make_site, self._make_other_site

    def _make_other_site(self):
        site = self._make_site()
        self._rest, site.answer = site.answer, self._answer
        return site

    def _answer(self, path, params, headers):
        self.asked.append(urlsplit(path).path)
        other = self._others(next(self._number)) if path.startswith(self._path) else None
        return other or self._rest(path, params, headers)


def of(seen, *kinds):
    return [event for event in seen if isinstance(event, kinds)]


def test_a_gap_between_polls_has_both_its_times():
    broken = Interrupted("/webcast/im/fetch", {8: NOTHING}.get, guests=True)
    seen = run(followed(broken.room, access={"way": "polling"}))
    (gap,) = of(seen, ev.Gap)
    lost = of(seen, ev.Reconnecting)[0]
    assert gap.from_ms <= lost.at_ms < gap.to_ms


def test_polls_that_break_later_are_not_blamed_on_the_socket():
    def away(number):
        return BUSY if 8 <= number < 20 else None

    broken = Interrupted("/webcast/im/fetch", away, guests=True, fault="handshake_device_blocked")
    assert of(run(followed(broken.room)), ev.Reconnecting)[0].code == "stalled"


def test_a_poll_that_tiktok_has_no_time_for_is_asked_again_later():
    busy = Interrupted("/webcast/im/fetch", {5: BUSY}.get, guests=True)
    seen = run(followed(busy.room, access={"way": "polling"}))
    assert of(seen, ev.Reconnecting) == []
    assert seen[-1].ended


def test_a_signature_for_no_known_room_opens_no_socket(monkeypatch):
    hidden = Interrupted(("/@", "/api-live", "/webcast/anchors/demo/room_id"), lambda _: BUSY)
    sign = Site.sign
    cookie = {"X-Set-TT-Cookie": "ttwid=1"}
    monkeypatch.setattr(Site, "sign", lambda site, asked: replace(sign(site, asked), headers=cookie))
    seen = run(followed(hidden.room))
    assert (seen[-1].code, "which room" in seen[-1].reason) == ("signer", True)
    assert of(seen, ev.Connected) == []


def test_a_room_by_number_that_is_over_after_a_cut_has_ended_and_not_failed():
    over = Interrupted("/webcast/room/check_alive", {2: ServedAnswer(b'{"data": []}')}.get, fault="dropped")
    seen = run(by_number(over.room))
    assert of(seen, ev.Reconnecting)
    assert (seen[-1].ended, seen[-1].code) == (True, "")


async def by_number(room):
    return await followed(room, name=f"room:{room.room_id}")


def test_while_a_creator_is_waited_for_a_blocked_look_spends_nothing_and_keeps_the_pause():
    pauses = []

    class Noted(JumpingClock):
        async def sleep(self, seconds):
            pauses.append(seconds)
            await super().sleep(seconds)

    def page(number):
        if number == 1:
            return ServedAnswer(NOT_LIVE, "text/html")
        return ServedAnswer(b"", "text/html", HTTPStatus.FORBIDDEN) if number < 10 else None

    room = Interrupted(("/@", "/api-live"), page, end_after_s=1.0)
    seen = run(followed(room.room, patient=True, clock=Noted()))
    signed = next(place for place, path in enumerate(room.asked) if path.startswith("/webcast/"))
    assert all(path.startswith(("/@", "/api-live")) for path in room.asked[:signed])
    assert signed == 10
    assert min(pauses) >= 30
    assert seen[-1].ended


def test_what_stands_after_the_end_in_the_same_frame_is_read():
    async def one_frame(socket):
        gift = {
            "type": "WebcastGiftMessage",
            "data": {"common": {"msgId": "2", "roomId": "5"}, "giftId": "5655"},
        }
        end = {
            "type": "WebcastControlMessage",
            "data": {"common": {"msgId": "1", "roomId": "5"}, "action": 3},
        }
        await socket.send(json.dumps({"messages": [end, gift]}))
        await socket.wait_closed()

    async def told():
        async with serve(one_frame, "127.0.0.1", 0) as peer:
            address = f"ws://127.0.0.1:{peer.sockets[0].getsockname()[1]}"
            access = Access(way="euler", choices=replace(DEFAULTS, euler_url=address))
            source = LiveSource("anna", access, clock=JumpingClock())
            return [event.type async for event in source.events()]

    assert run(told())[-3:] == ["end", "gift", "disconnected"]


class Short:
    """Connects once for a moment, then never again, and takes its time for it."""

    duplicates = heard_ms = 0

    def __init__(self, clock):
        self._clock, self._number = clock, count(1)

    async def attempt(self, *, waiting):
        assert not waiting
        if next(self._number) == 1:
            yield [ev.Connected(room_id=1)]
        else:
            await self._clock.sleep(25)
        raise ConnectionLost("Lost.")


def test_time_spent_in_vain_does_not_shorten_the_next_pause():
    async def attempts(most):
        clock = JumpingClock()
        source = LiveSource("anna", Access(), clock=clock)
        source._route = Short(clock)
        told = []
        async with aclosing(source.events()) as events:
            async for event in events:
                told += [event.attempt] if isinstance(event, ev.Reconnecting) else []
                if len(told) == most:
                    break
        return told

    assert run(attempts(8)) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(("asked_ms", "seconds"), [(0, 1.0), (200, 1.0), (4000, 4.0), (10**9, 10.0)])
def test_polls_keep_the_pause_that_tiktok_asks_for(asked_ms, seconds):
    place = PollPlace(answered_s=0.0)
    place.advance(FetchResult(fetch_interval_ms=asked_ms))
    assert place.pause_s == seconds


@pytest.mark.parametrize("told", ["", "0"])
def test_a_poll_without_a_place_goes_on_from_the_one_before(told):
    place = PollPlace(answered_s=0.0)
    place.advance(FetchResult(cursor="7-1", internal_ext="seq:1"))
    place.advance(FetchResult(cursor=told))
    assert (place.cursor, place.internal_ext) == ("7-1", "seq:1")


def test_a_poll_carries_what_the_last_reply_said_of_places():
    place = PollPlace(answered_s=0.0)
    place.advance(FetchResult(cursor="7-1", internal_ext="seq:1", history_cursor="h-3"))
    place.advance(FetchResult(cursor="7-2"))
    told = place.make_params(Room(77, "demo"))
    assert [told[name] for name in ("cursor", "internal_ext", "history_comment_cursor", "last_rtt")] == [
        "7-2",
        "seq:1",
        "h-3",
        "-1",
    ]


def test_at_four_fifths_of_the_quota_an_attempt_that_nobody_asked_for_waits():
    room, cut = server(fault="quota_low", rate=20, end_after_s=60.0), []

    async def drop_once(event):
        if isinstance(event, ev.Gift) and not cut:
            cut.append(event)
            await room.drop()

    told = of(run(followed(room, on_event=drop_once)), ev.Reconnecting)
    assert [event.code for event in told][:2] == ["connection_lost", "quota_low"]
    assert told[1].delay_s > 60
