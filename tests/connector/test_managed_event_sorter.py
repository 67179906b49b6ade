import pytest

from app import events as ev
from app.connector.managed.event_sorter import EventSorter
from app.protocol.visit import Visit

NOW = 1_000


def hearing_of(source, *, own=False):
    return EventSorter(source, "ann", Visit(), own=own)


def heard(hearing, *events):
    return [(event.type, event.room_id, event.msg_id) for event in hearing.sort(events, NOW)]


def comment(msg_id, room_id=5):
    return ev.Comment(msg_id=msg_id, room_id=room_id)


def test_the_room_comes_first_even_when_nobody_told_it():
    assert heard(hearing_of("euler"), comment(1)) == [("connected", 5, 0), ("comment", 5, 1)]


def test_what_cannot_be_read_opens_no_room():
    told = heard(hearing_of("euler"), ev.Undecodable(), comment(1))
    assert [kind for kind, _, _ in told] == ["undecodable", "connected", "comment"]


def test_a_room_that_is_named_late_with_its_host_is_told():
    hearing = hearing_of("tikfinity", own=True)
    heard(hearing, comment(1, room_id=0))
    (room,) = hearing.sort([ev.Connected(room_id=7, host=ev.User(9))], NOW)
    assert (room.host.id, room.source, room.unique_id) == (9, "tikfinity", "ann")


def test_the_room_is_announced_once():
    room = ev.Connected(room_id=5)
    assert heard(hearing_of("euler"), room, room, comment(1)) == [("connected", 5, 0), ("comment", 5, 1)]


def test_what_came_before_is_dropped_over_attempts():
    visit = Visit()
    hearing = EventSorter("euler", "ann", visit)
    heard(hearing, comment(1))
    hearing.begin()
    assert heard(hearing, comment(1), comment(2)) == [("connected", 5, 0), ("comment", 5, 2)]
    assert visit.seen.repeated == 1


def test_a_message_of_another_room_is_dropped():
    assert heard(hearing_of("euler"), comment(1), comment(2, room_id=6))[1:] == [("comment", 5, 1)]


def test_another_room_is_another_stream_when_the_peer_tells_of_its_own_only():
    hearing = hearing_of("studio", own=True)
    assert heard(hearing, comment(1), comment(2, room_id=6))[2:] == [("connected", 6, 0), ("comment", 6, 2)]


def test_a_new_stream_after_a_new_attempt():
    hearing = hearing_of("euler")
    heard(hearing, comment(1))
    hearing.begin()
    assert heard(hearing, ev.Connected(room_id=6), comment(2, room_id=6))[0] == ("connected", 6, 0)


def test_a_room_that_is_named_late_is_not_announced_again():
    hearing = hearing_of("studio", own=True)
    first = [event.room_id for event in hearing.enter(1)]
    assert first == [0]
    assert heard(hearing, comment(1), comment(2)) == [("comment", 5, 1), ("comment", 5, 2)]


@pytest.mark.parametrize("msg_id", [0])
def test_without_an_id_nothing_is_a_repetition(msg_id):
    assert len(heard(hearing_of("euler"), comment(msg_id), comment(msg_id))) == 3


def test_the_room_is_entered_now_even_when_it_begins_with_old_news():
    entered, _ = hearing_of("studio").sort([ev.Comment(at_ms=5, msg_id=1)], NOW)
    assert entered.at_ms == NOW
