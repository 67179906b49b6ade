"""Who is on which side of a battle, in whatever words its frames tell it, and who of them we are."""

from dataclasses import replace

import pytest

from app import events as ev
from app.events import Side, User
from app.state import RoomState
from tests.state.battle_frames import FOE, MATE, NOON, THEM, US, board, frame, hosts

TEAMS = (Side(US, 13, team_id=1, members=(US, MATE)), Side(THEM, 9, team_id=2, members=(THEM, FOE)))


def sides_of(*frames, host=US):
    shown = board(host)
    for at, told in enumerate(frames):
        shown.present(told, NOON + at)
    return [(side.name, side.score, side.is_us, side.outcome) for side in shown.current.sides]


OPENING = frame(0, 0, sides=hosts(US, MATE, THEM, FOE))
FINISH = frame(0, 0, 300_000, phase="ended", sides=TEAMS)


def test_hosts_of_the_opening_become_two_teams_with_their_names():
    told = [("Host", 13, True, "win"), ("Foe 1", 9, False, "lose")]
    assert sides_of(OPENING, FINISH) == told
    assert sides_of(OPENING, FINISH, host=MATE) == [("Mate", 13, True, "win"), *told[1:]]


def test_all_names_of_a_team_are_known():
    shown = board()
    for told in (OPENING, FINISH):
        shown.present(told, NOON)
    assert [side.names for side in shown.current.sides] == [("Host", "Mate"), ("Foe 1", "Foe 2")]


def test_hosts_told_alone_after_their_teams_are_no_sides():
    alone = replace(
        OPENING, phase="ended", at_ms=NOON + 301_000, sides=hosts(US, MATE, THEM, FOE, scores=(1, 2, 3, 4))
    )
    assert [(name, score) for name, score, *_ in sides_of(FINISH, alone)] == [("Host", 13), ("Foe 1", 9)]


@pytest.mark.parametrize("members", [(US,), (MATE,), ()])
def test_a_frame_that_misses_members_of_a_team_tells_of_the_same_team(members):
    fewer = (Side(min(members, default=0), 20, team_id=1, members=members), Side(0, 9, team_id=2))
    told = sides_of(OPENING, FINISH, replace(FINISH, at_ms=NOON + 301_000, sides=fewer))
    assert told == [("Host", 20, True, "win"), ("Foe 1", 9, False, "lose")]


def test_teams_without_a_number_are_known_by_whom_they_share():
    numberless = tuple(replace(side, team_id=0) for side in TEAMS)
    assert len(sides_of(OPENING, FINISH, replace(FINISH, sides=numberless))) == 2


def test_until_somebody_says_who_the_host_is_no_side_is_ours():
    shown = board(host=0)
    shown.present(frame(90, 100, 300_000, phase="ended"), NOON + 300_000)
    assert [side.is_us for side in shown.current.sides] == [False, False]
    seen = shown.revision
    shown.host_id = THEM
    assert [(side.host_id, side.is_us, side.outcome) for side in shown.current.sides] == [
        (THEM, True, "win"),
        (US, False, "lose"),
    ]
    assert shown.revision > seen


def test_a_host_who_is_on_no_side_makes_none_ours():
    shown = board(host=7)
    shown.present(frame(1, 2), NOON)
    assert not any(side.is_us for side in shown.current.sides)


HOST = User(THEM, "host.x", "Host", roles=("host",))
PLAIN = replace(HOST, roles=())
TELLS = {
    "the introduction": (ev.Intro(user=PLAIN, text="hi"), ""),
    "a comment of the host": (ev.Comment(user=HOST, text="hi"), ""),
    "a like of the host": (ev.Like(user=HOST), ""),
    "a gift of the host": (ev.Gift(user=HOST, gift_id=9), ""),
    "whoever has the name that is followed": (ev.Comment(user=PLAIN, text="hi"), "Host.X"),
    "a battle that names its hosts": (
        frame(0, 0, battle_id=9, sides=(Side(THEM, 1, host=PLAIN), Side(US, 2))),
        "host.x",
    ),
    "another way in": (ev.Connected(room_id=7, host=PLAIN), ""),
}


@pytest.mark.parametrize("way", TELLS)
def test_the_host_is_learnt_and_what_was_shown_is_corrected(way):
    event, unique_id = TELLS[way]
    state = RoomState()
    state.apply(ev.Connected(room_id=7, unique_id=unique_id), NOON)
    gift = ev.Gift(user=User(5), to_user=PLAIN, gift_id=1, diamonds=1, msg_id=4)
    state.apply(frame(90, 100, 1_000, battle_id=9), NOON)
    state.apply(gift, NOON)
    before = state.gifts.since(0)[0].to_user
    state.apply(event, NOON)
    state.apply(replace(gift, msg_id=5), NOON)
    assert before == PLAIN
    assert [row.to_user for row in state.gifts.since(0) if row.gift_id == 1] == [None, None]
    assert state.connection.status.host.id == THEM
    assert [side.host_id for side in state.battle.current.sides if side.is_us] == [THEM]
    assert state.gifts.diamonds == 2


def test_a_gift_of_a_guest_stays_theirs_when_the_host_is_learnt():
    state = RoomState()
    state.apply(ev.Connected(room_id=7), NOON)
    state.apply(ev.Gift(user=User(5), to_user=User(6), gift_id=1, msg_id=4), NOON)
    state.apply(ev.Intro(user=HOST), NOON)
    assert state.gifts.since(0)[0].to_user == User(6)


def test_connecting_again_by_a_way_that_tells_less_forgets_nothing_of_the_room():
    state = RoomState()
    state.apply(ev.Connected(room_id=7, unique_id="host.x", host=HOST, title="Hi", started_ms=NOON - 5), NOON)
    state.apply(ev.Connected(room_id=7, unique_id="host.x"), NOON)
    state.apply(ev.Connected(unique_id="host.x"), NOON)
    told = state.connection.status
    assert (told.room_id, told.host, told.title, told.started_ms) == (7, HOST, "Hi", NOON - 5)
    state.apply(ev.Connected(room_id=8, unique_id="somebody.else"), NOON)
    told = state.connection.status
    assert (told.room_id, told.host, told.title, told.started_ms) == (8, None, "", 0)
    assert state.battle.host_id == 0


@pytest.mark.parametrize("started_ms", [NOON * 1000, 2**63 - 1, -5, NOON + 2 * 86_400_000])
def test_a_stream_does_not_begin_at_a_time_that_cannot_be(started_ms):
    state = RoomState()
    state.apply(ev.Connected(room_id=7, started_ms=started_ms), NOON)
    assert state.connection.status.started_ms == 0
