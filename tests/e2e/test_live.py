from collections import Counter

import pytest
from rooms import followed, run, server

from app import events as ev
from app.state import RoomState


@pytest.fixture(scope="module")
def show():
    """One whole show: the server that played it, and every event that was seen."""
    room = server()
    return room, run(followed(room))


def test_every_scripted_message_is_seen_exactly_once(show):
    room, seen = show
    counted = Counter(event.msg_id for event in seen if event.msg_id)
    assert set(room.deliveries) == set(counted)
    assert set(counted.values()) == {1}


def test_nothing_is_undecodable_or_unknown(show):
    assert not [event for event in show[1] if isinstance(event, ev.Undecodable | ev.Unknown)]


def test_the_diamonds_are_the_scripts(show):
    room, seen = show
    state = RoomState()
    for event in seen:
        state.apply(event, 1_000)
    assert state.gifts.diamonds == room.diamonds > 0


def test_it_begins_connected_and_ends_ended(show):
    kinds = [event.type for event in show[1]]
    assert kinds.index("connected") < kinds.index("comment")
    assert kinds[-2:] == ["end", "disconnected"]
    assert show[1][-1].ended


def test_a_battle_opens_scores_and_ends(show):
    phases = [event.phase for event in show[1] if isinstance(event, ev.Battle)]
    assert phases.index("active") < phases.index("ended")


def test_after_a_cut_it_comes_back_says_the_gap_and_counts_nothing_twice():
    room = server()
    comments = []

    async def cut_once(event):
        if isinstance(event, ev.Comment) and not event.is_history:
            comments.append(event)
            if len(comments) == 20:
                await room.drop()

    seen = run(followed(room, on_event=cut_once))
    kinds = [event.type for event in seen]
    assert kinds.count("connected") == 2
    assert kinds.count("reconnecting") == kinds.count("gap") == 1
    assert max(Counter(event.msg_id for event in seen if event.msg_id).values()) == 1


def test_a_name_that_nobody_has_is_said():
    seen = run(followed(server(), name="nobody.here"))
    assert isinstance(seen[-1], ev.Disconnected)
    assert seen[-1].code == "no_such_user"
    assert not seen[-1].ended


def test_a_proxy_in_the_environment_is_not_asked_for_this_machine(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    seen = run(followed(server(end_after_s=1.0)))
    assert seen[-1].ended
