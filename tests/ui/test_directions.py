"""Names that are written from the right, beside each other in one line, stay in the order they are told."""

import pytest
from PySide6.QtGui import QTextLayout

from app.events import Contributor, User
from app.state import BattleRecord, BattleView, ChatRow, SideView
from app.ui.battle_records import detail_record, fit_details, title_record
from app.ui.gift_rows import isolate_name
from app.ui.labels import NameLabel
from app.ui.look import make_font
from app.ui.panes.chat.pin_line import PinLine
from app.ui.panes.glance.battle_pieces import write_battle
from app.ui.panes.viewers.marks import make_battle_mark
from app.ui.panes.viewers.source import ViewersSource
from app.ui.several_names import fit_names
from app.words import battle as words
from app.words import show, use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import measure_plain
from tests.ui.rooms import NOON
from tests.words.pseudo import Pseudo

LEILA, OMAR = "ليلى", "عمر"
BEST = tuple(Contributor(User(at, name, name), 9 - at) for at, name in enumerate((LEILA, OMAR)))
US = SideView(10, "Mira", score=20, is_us=True, outcome="win", contributors=BEST)
TEAM = SideView(20, names=(LEILA, OMAR), score=9, outcome="lose")
RECORD = BattleRecord(1, NOON, 300, (US, TEAM), 8_400)


@pytest.fixture(autouse=True)
def _application(qtbot):
    """Fonts need one."""


def find_place(line, part):
    """Where the first letter of a part of a text ends that is drawn in one line, px from its left."""
    layout = QTextLayout(line, make_font(20))
    layout.beginLayout()
    row = layout.createLine()
    layout.endLayout()
    return row.cursorToX(line.index(part) + 1)[0]  # at its edges Qt tells those of the line


def is_in_order(line, *parts):
    places = [find_place(line, part) for part in parts]
    return places == sorted(places)


def cut(text, room):
    return text if len(text) <= room else f"{text[: int(room) - 1]}…"


def test_a_battle_before_names_a_team_and_its_best_in_order():
    assert is_in_order(isolate_name(title_record(RECORD)[0]), "Won", LEILA, OMAR)
    assert is_in_order(isolate_name(detail_record(RECORD)), "MVP", LEILA, OMAR)
    assert is_in_order(isolate_name(fit_details(RECORD, 14, measure_plain, cut)), "MVP", LEILA, OMAR)


def test_names_that_share_little_room_stay_in_order():
    said = fit_names((f"{LEILA} {LEILA}", f"{OMAR} {OMAR}"), 14, measure_plain, cut)
    assert said.count("…") == 2
    assert is_in_order(isolate_name(f"{show(words.AHEAD_MARK)} {said}"), LEILA, OMAR)


def test_names_from_the_left_follow_each_other_from_the_right_in_a_language_that_does():
    use_catalogue(Pseudo(is_rtl=True))
    try:
        record = BattleRecord(1, NOON, 300, (US, SideView(20, names=("Tom", "Ken"), outcome="lose")), 1)
        line = isolate_name(title_record(record)[0])
    finally:
        use_catalogue(ENGLISH)
    assert is_in_order(line, "Ken", "Tom")


def test_teams_on_the_page_for_afar_and_on_the_graph_keep_their_order(room):
    battle = BattleView(1, "active", (US, TEAM), end_ms=NOON + 60_000)
    row = write_battle(battle, NOON).rows[1]
    (team,) = (cell.texts[0] for cell in row.cells if LEILA in cell.texts[0])
    assert is_in_order(team, LEILA, OMAR)
    room.go_live()
    room.state.battle.history.append(RECORD)
    span = ViewersSource().frame(room.state, NOON).battles[0]
    assert is_in_order(make_battle_mark(span).words[0], "Won", LEILA, OMAR)


def test_two_who_followed_stand_in_order_where_that_is_pinned(qtbot):
    line = PinLine()
    qtbot.addWidget(line)
    line.present(ChatRow(NOON, "follow", User(1, "a", LEILA), "", others=(User(2, "b", OMAR),), count=2))
    assert is_in_order(line.said._turn(line.said.text()), LEILA, OMAR)


@pytest.mark.parametrize("name", ["\u2068a", "a\u2069b", "\u2068a\u2068b\u2069", "\u202ea"])
def test_a_mark_without_its_pair_is_left_out(qtbot, name):
    label = NameLabel(name)
    qtbot.addWidget(label)
    label.present(name)
    assert label.text().count("\u2068") == label.text().count("\u2069")
    assert "\u202e" not in label.text()
