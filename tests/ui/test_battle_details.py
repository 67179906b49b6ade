"""The second line of a battle that is over: who gave most comes before when it was."""

import pytest

from app import events as ev
from app.state import BattleRecord, SideView
from app.ui.battle_records import detail_record, fit_details
from tests.ui.geometry import measure_plain, read_plain
from tests.ui.rooms import NOON

BEST = tuple(
    ev.Contributor(ev.User(at, name, name), 9 - at) for at, name in enumerate(("Big Al", "Maximiliane", "Jo"))
)
RECORD = BattleRecord(
    1, NOON, 300, (SideView(10, "Us", is_us=True, contributors=BEST), SideView(20, "Rex")), 8_400
)


def cut(text, room):
    return text if len(text) <= room else f"{text[: int(room) - 1]}…"


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (60, "00 · 05:00 · MVP Big Al, Maximiliane, Jo"),
        (38, "00 · 05:00 · MVP Big Al, Maxim…, Jo"),
        (32, "00 · 05:00 · MVP Bi…, Ma…, Jo"),
        (30, "MVP Big Al, Maxim…, Jo"),
        (22, "05:00 · MVP Big Al +2"),
        (20, "MVP Big …, Maxi…, Jo"),
        (12, "MVP Big … +2"),
    ],
)
def test_each_of_the_best_keeps_a_part_of_the_name(room, said):
    line = read_plain(fit_details(RECORD, room, measure_plain, cut))
    assert line.endswith(said)
    assert len(line) <= room


def test_where_there_is_room_all_is_said_as_for_screen_readers():
    assert fit_details(RECORD, 80, measure_plain, cut) == detail_record(RECORD)


def test_of_nobody_the_time_stays():
    empty = BattleRecord(1, NOON, 300, (SideView(10, "Us", is_us=True), SideView(20, "Rex")), None)
    assert fit_details(empty, 80, measure_plain, cut) == detail_record(empty)
