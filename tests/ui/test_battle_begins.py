"""A battle that begins is seen, whatever somebody looked at before."""

from dataclasses import replace

import pytest

from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleSource
from tests.ui.rooms import NOON, battle


@pytest.fixture
def pane(qtbot):
    pane = BattlePane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    return pane


def tell(room, pane, **fields):
    room.tell(replace(battle(9, 3, fields.pop("phase", "active")), **fields))
    pane.present(BattleSource().frame(room.state, room.at))


def end_first(room, pane):
    room.go_live()
    tell(room, pane, battle_id=1)
    tell(room, pane, battle_id=1, phase="done")


@pytest.mark.parametrize("times", [1, 3])
def test_it_comes_before_the_battles_of_before(room, pane, times):
    end_first(room, pane)
    for _ in range(times):
        pane.show_history()
    assert pane.table.isVisible()
    tell(room, pane, battle_id=2, start_ms=NOON + 900_000)
    assert pane.board.isVisible()
    assert not pane.before.isChecked()


def test_who_looks_back_during_a_battle_is_left_alone(room, pane):
    end_first(room, pane)
    tell(room, pane, battle_id=2, start_ms=NOON + 900_000)
    pane.show_history()
    tell(room, pane, battle_id=2, start_ms=NOON + 900_000, phase="ended")
    assert pane.table.isVisible()


def test_looking_back_where_no_battle_is_shown_hides_none_that_comes(room, pane):
    end_first(room, pane)
    frame = BattleSource().frame(room.state, room.at)
    pane.present(replace(frame, battle=None))
    pane.show_history()
    tell(room, pane, battle_id=2, start_ms=NOON + 900_000)
    assert pane.board.isVisible()
