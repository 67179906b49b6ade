"""However much strangers send, every part of the state has a bound; and what is joined late is right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events import Gift, User
from app.state import PARTS, ChatLog, ChatRow, GiftLedger, RoomState, ViewerSeries

NOON = 1_800_000_000_000
CAP = Gift(user=User(1), gift_id=7000, gift_name="Cap", diamonds=10, streakable=True)


TAKEN = {kind for part in PARTS.values() for kind in part.TAKES if issubclass(kind, ev.Event)} - {ev.Event}


@pytest.mark.parametrize("kind", sorted(TAKEN, key=str))
def test_what_is_looked_up_by_its_class_has_no_classes_below_it(kind):
    assert kind.__subclasses__() in ([], [ev_open for ev_open in kind.__subclasses__() if _is_open(ev_open)])


def _is_open(kind):
    """The twin that app.frozen fills."""
    return kind.__name__.startswith("Open")


ARRIVING = (
    ev.Like(method="m"),
    ev.Connecting(),
    ev.Connected(room_id=1),
    ev.Pause(method="m"),
    ev.Quota(limit=1),
    ev.Reconnecting(),
    ev.Comment(method="m", user=User(3, "mira"), text="hi"),
    ev.Gap(),
    ev.Disconnected(),
    ev.Intro(method="m", user=User(10, "host")),
)


@given(st.lists(st.tuples(st.sampled_from(ARRIVING), st.booleans())))
def test_when_something_came_last_is_the_same_however_often_it_is_looked_at(steps):
    often, once, last_ms = RoomState(), RoomState(), 0
    for now_ms, (event, noted) in enumerate(steps, NOON):
        for state in (often, once):
            state.apply(event, now_ms)
            if noted:
                state.note("No.", now_ms)
        if event.method or isinstance(event, ev.Connected):
            last_ms = now_ms
        assert often.connection.status.last_event_ms == last_ms
    assert once.connection.status == often.connection.status
    assert once.connection.status is once.connection.status


def test_a_status_that_was_handed_out_stays_as_it_was():
    state = RoomState()
    state.apply(ev.Like(method="m"), NOON)
    before = state.connection.status
    state.apply(ev.Like(method="m"), NOON + 5)
    assert (before.last_event_ms, state.connection.status.last_event_ms) == (NOON, NOON + 5)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=150),
    st.lists(st.tuples(st.sets(st.integers(0, 6)), st.integers(0, 9)), max_size=3),
)
def test_the_rows_of_a_person_are_found_among_those_that_are_kept(rows, deletions):
    log = ChatLog(kept=20)
    for number, (person, at_ms) in enumerate(rows, 1):
        log.append(ChatRow(at_ms, "comment", User(person), "x", number))
    for people, at_ms in deletions:
        log.delete((), people, at_ms)
    gone = [
        any(
            row.user.id and row.user.id in people and row.at_ms <= (at_ms or 9) for people, at_ms in deletions
        )
        for row in log.since(0)
    ]
    assert [row.is_deleted for row in log.since(0)] == gone
    assert sorted(row.seq for row in log.list_edits(0)) == [row.seq for row in log.since(0) if row.is_deleted]
    kept = [seq for numbers in log._by_person.values() for seq in numbers]
    assert sorted(kept) == [row.seq for row in log.since(0) if row.user.id]
    assert all(log._by_person.values())


def test_changes_are_told_in_order_from_any_of_them():
    log = ChatLog()
    for number in range(1, 6):
        log.append(ChatRow(NOON, "comment", User(number), "x", number))
    log.delete((4, 2, 5), ())
    assert [row.seq for row in log.list_edits(0)] == [4, 2, 5]
    assert [row.seq for row in log.list_edits(1)] == [2, 5]
    assert log.list_edits(3) == []


def test_what_is_looked_up_in_the_chat_goes_with_its_rows():
    log = ChatLog(kept=100)
    for number in range(1, 5_000):
        log.append(ChatRow(NOON, "comment", User(number), "x", number))
    assert len(log._rows) == len(log._by_msg_id) == len(log._by_person) <= 110


def test_streaks_and_kinds_of_gifts_go_with_their_rows():
    ledger = GiftLedger(kept=100)
    for number in range(1, 15_000):
        ledger.settle(replace(CAP, user=User(number), gift_id=number, at_ms=NOON + number), NOON)
    assert len(ledger._rows) == len(ledger._streaks._runs) == 100
    assert len(ledger._open) <= 100
    assert len(ledger._known) == 10_000


def test_one_streak_after_another_of_one_person_is_one_memory():
    ledger = GiftLedger(kept=100)
    for number in range(1, 1_000):
        ledger.settle(replace(CAP, ended=True, msg_id=number, at_ms=NOON + 1_000 * number), NOON)
    (runs,) = ledger._streaks._runs.values()
    assert (ledger.count, len(runs.began_ms)) == (999, 16)
    assert len(ledger._rows) == 100


def test_a_price_that_is_learnt_late_reaches_the_rows_that_waited():
    ledger = GiftLedger()
    for number in (1, 2):
        ledger.settle(replace(CAP, diamonds=0, user=User(number), msg_id=number), NOON)
    assert ledger.diamonds == 0
    assert len(ledger.settle(replace(CAP, user=User(3), msg_id=3), NOON)) == 3
    assert ledger.diamonds == 30


def test_the_sides_of_a_battle_are_bounded():
    state = RoomState()
    for number in range(1, 3_000):
        hosts = (
            ev.Side(number, score=1, host=User(number)),
            ev.Side(5_000, team_id=1, score=2, members=(5_000, 5_000 + number)),
        )
        state.apply(ev.Battle(battle_id=1, phase="active", sides=hosts, at_ms=NOON), NOON)
    sides = state.battle._sides
    assert max(len(sides._records), len(sides._hosts)) <= 100
    assert max(len(record.members) for record in sides._records) <= 100
    assert state.battle.current.sides


@given(
    st.lists(st.tuples(st.sampled_from(("count", "gap", "back", "clear")), st.integers(0, 9)), max_size=60)
)
def test_samples_are_one_object_until_there_is_another(steps):
    series, now_ms = ViewerSeries(kept=8), NOON
    for step, number in steps:
        before = series.list_samples()
        now_ms += -60_000 if step == "back" else 1_000 * number
        if step == "gap":
            series.break_line(now_ms)
        elif step == "clear":
            series.clear()
        else:
            series.present(ev.Viewers(now=number), now_ms)
        assert series.list_samples() == tuple(series._samples)
        assert series.list_samples() is series.list_samples()
        assert len(before) <= 12
