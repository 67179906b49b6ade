"""Every way in through TikTok's own socket or web, each against the built-in server."""

import pytest
from rooms import followed, run, server

from app import events as ev
from app.access import Login
from app.sim import site as site_module

LOGIN = Login("0a1b2c3d", "useast5")


def seen_by(way="signed", name="demo", room=None, **options):
    room = room or server(guests=True, end_after_s=4.0)
    return room, run(followed(room, name=name, access={"way": way, **options}))


def comments(seen):
    return {event.msg_id for event in seen if isinstance(event, ev.Comment)}


@pytest.mark.parametrize("way", ["signed", "anonymous", "polling"])
def test_a_way_in_sees_every_comment_once_and_the_end(way):
    room, seen = seen_by(way)
    delivered = {number for number, method in room.deliveries.items() if method == "WebcastChatMessage"}
    assert delivered
    assert delivered <= comments(seen)
    assert len(comments(seen)) == sum(isinstance(event, ev.Comment) for event in seen)
    assert next(event.source for event in seen if isinstance(event, ev.Connected)) == way
    assert seen[-1].ended


@pytest.mark.parametrize(("way", "code"), [("anonymous", "guest_refused"), ("polling", "polling_refused")])
def test_where_guests_are_not_wanted_it_is_said(way, code):
    _, seen = seen_by(way, room=server(end_after_s=1.0))
    assert (seen[-1].code, seen[-1].ended) == (code, False)
    assert "way" in seen[-1].hint


def test_while_the_socket_is_refused_the_room_is_polled():
    room = server(guests=True, fault="handshake_device_blocked", end_after_s=4.0)
    _, seen = seen_by(room=room)
    assert any("once a second" in event.step for event in seen if isinstance(event, ev.Connecting))
    assert len(comments(seen)) > 50
    assert seen[-1].ended


def test_polls_give_way_to_the_socket_that_a_reply_offers_after_five_minutes():
    refused_once = {"fault": "handshake_device_blocked", "fault_times": 1}
    room = server(guests=True, rate=5, end_after_s=400.0, **refused_once)
    _, seen = seen_by(room=room)
    opened = [event for event in seen if isinstance(event, ev.Connected)]
    assert len(opened) == 2
    assert 300_000 <= opened[1].at_ms - opened[0].at_ms < 320_000
    numbers = [event.msg_id for event in seen if isinstance(event, ev.Comment)]
    assert len(numbers) == len(set(numbers)) > 100
    delivered = {number for number, method in room.deliveries.items() if method == "WebcastChatMessage"}
    assert delivered <= set(numbers)
    assert seen[-1].ended


def test_a_log_in_opens_polls():
    _, seen = seen_by("polling", room=server(end_after_s=2.0), login=LOGIN)
    assert seen[-1].ended


def test_a_room_is_followed_by_its_number():
    async def by_number():
        room = server(end_after_s=1.0)
        return await followed(room, name=f"room:{room.room_id}")

    seen = run(by_number())
    assert seen[-1].ended
    assert comments(seen)


def test_a_room_that_is_over_is_said():
    _, seen = seen_by(name="room:7300000000000000001")
    assert seen[-1].code == "ended"
    assert "7300000000000000001" in seen[-1].reason


class Noted:
    """What the sign provider was asked."""

    def __init__(self, monkeypatch, *, retired=False):
        self.asked = []
        original = site_module.Site.sign

        def sign(server, asked):
            self.asked.append(asked)
            if retired and not asked.parts:
                return site_module.make_answer({"code": 404}, site_module.HTTPStatus.NOT_FOUND)
            return original(server, asked)

        monkeypatch.setattr(site_module.Site, "sign", sign)


def test_a_provider_that_retired_the_classic_contract_gets_the_newer_one(monkeypatch):
    noted = Noted(monkeypatch, retired=True)
    _, seen = seen_by()
    assert [asked.parts.get("room_id") is None for asked in noted.asked] == [True, False]
    assert seen[-1].ended


def test_a_log_in_stays_away_from_a_provider_that_was_not_allowed(monkeypatch):
    noted = Noted(monkeypatch)
    seen_by(login=LOGIN)
    told = str([(asked.params, list(asked.headers.raw_items())) for asked in noted.asked])
    assert LOGIN.session_id not in told


def test_a_log_in_goes_to_the_very_host_that_was_allowed(monkeypatch):
    noted = Noted(monkeypatch)
    seen_by(login=Login("0a1b2c3d", "useast5", frozenset({"127.0.0.1"})))
    assert [(asked.params["session_id"], asked.params["tt_target_idc"]) for asked in noted.asked] == [
        ("0a1b2c3d", "useast5")
    ]


def test_the_quota_is_told():
    _, seen = seen_by()
    quota = next(event for event in seen if isinstance(event, ev.Quota))
    assert (quota.limit, quota.left) == (2500, 2499)
