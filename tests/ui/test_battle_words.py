"""What is said of cards, challenges and battles before, and what is copied of them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import Contributor, User
from app.state import BattleRecord, BattleView, SideView
from app.state.battle_items import Item
from app.ui import battle_items as items
from app.ui import battle_records as records
from app.ui import battle_words as words
from app.ui.panes.battle.ranking import choose_rows
from app.ui.several_names import fit_names
from app.ui.tables_out import FORMULAS
from tests.ui.geometry import measure_plain, read_plain
from tests.ui.rooms import ANNA, NOON

US = SideView(10, "Mira", score=15_230, is_us=True, outcome="win", contributors=(Contributor(ANNA, 900),))
THEM = SideView(20, "Rex", score=13_990, outcome="lose")
RECORD = BattleRecord(1, NOON, 300, (US, THEM), 8_400)


def fight(*played, phase="active"):
    return BattleView(1, phase, (US, THEM), end_ms=NOON + 60_000, items=played)


def play(kind, **fields):
    return Item(1, kind, **{"until_ms": NOON + 33_000} | fields)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (play("use_critical_strike_card", multiplier=5, player="Anna"), "×5 glove 00:33 (Anna)"),
        (play("use_smoke_card"), "mist 00:33"),
        (play("use_special_effect_card"), "thunder 00:33"),
        (play("use_extra_time_card"), "extra time 00:33"),
        (play("use_top3_card", multiplier=3), "×3 00:33"),
        (play("award_card_notice", text="Anna got a magic mist."), "Anna got a magic mist. 00:33"),
        (play("challenge", progress=4, target=7, multiplier=2), "challenge 4 of 7 00:33"),
        (play("reward", multiplier=2), "×2 challenge met 00:33"),
        (play("use_smoke_card", until_ms=NOON), ""),
        (play("something_new"), ""),
    ],
)
def test_an_item_says_what_how_long_and_who(item, said):
    assert items.list_side_items(fight(item), US, NOON) == ([said] if said else [])


def test_two_items_have_a_line_each_of_more_nobody_is_named_who_played_them():
    mist, wave = play("use_smoke_card", player="Anna"), play("use_wave_card", player="Boris")
    two, three = fight(mist, wave), fight(mist, wave, play("use_potion_card"))
    assert items.list_side_items(two, US, NOON) == ["mist 00:33 (Anna)", "wave 00:33 (Boris)"]
    assert items.list_side_items(two, US, NOON, most=1) == ["mist 00:33 · wave 00:33"]
    assert items.list_side_items(three, US, NOON) == ["mist 00:33", "wave 00:33 · potion 00:33"]


def test_an_item_stands_with_the_side_that_it_is_for():
    battle = fight(play("use_smoke_card", host_id=20), play("use_top2_card", host_id=10, multiplier=2))
    assert items.list_side_items(battle, THEM, NOON) == ["mist 00:33"]
    assert items.list_all_items(battle, NOON) == ["Rex: mist 00:33", "Mira: ×2 00:33"]


@pytest.mark.parametrize("phase", ["preparing", "ended", "punishment", "done"])
def test_items_hold_only_while_the_battle_is_on(phase):
    assert items.list_items(fight(play("use_smoke_card"), phase=phase), NOON) == []


@pytest.mark.parametrize(("passed_ms", "shown"), [(0, "00:00"), (42_900, "00:42"), (180_000, "03:00")])
def test_the_punishment_counts_up(passed_ms, shown):
    battle = BattleView(1, "punishment", (US, THEM), punish_ms=NOON)
    assert words.word_clock(battle, NOON + passed_ms) == shown


def test_the_gap_of_several_is_to_the_best_of_the_others():
    third = SideView(30, "Sara", score=99_000)
    assert words.find_gap(BattleView(1, "active", (US, THEM, third))) == ("−83,770", "▼ behind")


def test_a_team_of_many_keeps_all_names_in_three_lines():
    names = tuple("ABCDE")
    assert words.list_names(SideView(10, names=names)) == [
        "A",
        "B",
        "\u2068C\u2069 + \u2068D\u2069 + \u2068E\u2069",
    ]
    assert words.list_names(SideView(10, names=names[:2])) == ["A", "B"]


def test_where_there_is_no_room_ours_is_shown_behind_the_best():
    ranks = list(enumerate((THEM, THEM, THEM, US), 1))
    assert [rank for rank, _ in choose_rows(ranks, 2)] == [1, 4]
    assert [rank for rank, _ in choose_rows(ranks, 4)] == [1, 2, 3, 4]
    assert choose_rows(ranks, 0) == []


def test_a_battle_before_says_how_it_ended():
    assert records.title_record(RECORD) == ("Won against \u2068Rex\u2069", "us")
    assert records.split_title(RECORD) == ("Won · ", "▲ ", ["Rex"])
    assert records.write_scores(RECORD) == "15,230 : 13,990"
    assert read_plain(records.detail_record(RECORD)).endswith("05:00 · MVP Anna")
    assert records.write_earned(RECORD) == "earned 💎 8,400"


def test_a_battle_of_which_little_is_known_says_what_is_known():
    unknown = BattleRecord(1, 0, 0, (SideView(10, "A"), SideView(20, "B")), None)
    assert read_plain(records.title_record(unknown)[0]) == "Battle with A, B"
    assert (records.detail_record(unknown), records.write_earned(unknown)) == ("", "")


def test_of_a_team_before_each_host_is_named():
    team = SideView(20, names=("Tom der Große", "Ken"), score=9)
    record = BattleRecord(1, NOON, 300, (US, team), 8_400)
    assert read_plain(records.title_record(record)[0]) == "Won against Tom der Große + Ken"
    assert records.split_title(record) == ("Won · ", "▲ ", ["Tom der Große", "Ken"])


def cut(text, room):
    return text if len(text) <= room else f"{text[: int(room) - 1]}…"


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (30, "Tom der Große, Ken"),
        (12, "Tom de…, Ken"),
        (8, "To…, Ken"),
        (7, "Tom… +1"),
        (4, "… +1"),
    ],
)
def test_a_long_name_takes_no_room_from_a_short_one(room, said):
    assert read_plain(fit_names(["Tom der Große", "Ken"], room, measure_plain, cut)) == said


@given(st.lists(st.text("abc", min_size=1, max_size=30), min_size=1, max_size=6), st.integers(10, 90))
def test_names_beside_each_other_have_equal_parts_of_what_there_is(names, room):
    said = read_plain(fit_names(names, room, measure_plain, cut))
    assert len(said) <= room
    parts = said.partition(" +")[0].split(", ")
    short = [len(part) for part in parts if part.endswith("…")]
    whole = [len(part) for part in parts if not part.endswith("…")]
    assert not short or max(short) - min(short) <= 1
    assert not short or not whole or max(whole) <= max(short) + 1


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"quoted', "two\nlines", "a\tb", "plain")


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_copied_is_a_table_without_formulas(name):
    rival = SideView(20, name, score=13_990, hosts=(User(20, "", name),))
    copied = records.copy_records([BattleRecord(1, NOON, 300, (US, rival), 8_400)] * 2)
    rows = list(csv.reader(io.StringIO(copied), csv.excel_tab))
    assert [len(row) for row in rows] == [len(records.COLUMNS)] * 3
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULAS)]
    assert rows[1][3:] == ["Won", "15230", "13990", "05:00", "8400", "Anna"]
