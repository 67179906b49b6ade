"""The names over a battle of two: a half each, and what the other side does not need."""

import pytest

from app import events as ev
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleFrame
from tests.ui.rooms import HOST, NOON, RIVAL

LONG = "Tom der Große von Nebenan"


@pytest.fixture
def pane(qtbot):
    pane = BattlePane()
    qtbot.addWidget(pane)
    pane.resize(340, 260)
    pane.show()
    return pane


def show(room, pane, ours, theirs):
    sides = tuple(
        ev.Side(user.id, 9, host=ev.User(user.id, user.unique_id, name))
        for user, name in ((HOST, ours), (RIVAL, theirs))
    )
    room.tell(ev.Battle(battle_id=1, phase="active", sides=sides, start_ms=NOON, duration_s=300, at_ms=NOON))
    pane.present(BattleFrame(room.state.battle.current, NOON))
    pane.grab()
    return [side.lines[0] for side in pane.board.duel.names]


def has_place(line):
    return line.name.measure(line.name.text()) <= line.name.contentsRect().width()


def test_a_long_name_has_what_a_short_one_leaves(room, pane, lettering):
    room.go_live()
    ours, theirs = show(room, pane, "Mo", LONG[:13])
    assert has_place(ours)
    assert has_place(theirs)


def test_two_long_names_have_a_half_each(room, pane):
    room.go_live()
    ours, theirs = show(room, pane, LONG, LONG)
    assert abs(ours.width() - theirs.width()) <= 1


def test_two_short_names_begin_at_the_edges(room, pane):
    room.go_live()
    ours, theirs = show(room, pane, "Mo", "Jo")
    assert abs(ours.width() - theirs.width()) <= 1


def test_the_shorter_of_two_that_are_too_long_is_whole(room, pane):
    room.go_live()
    ours, theirs = show(room, pane, LONG, "Jo")
    assert has_place(theirs)
    assert ours.width() > 2 * theirs.width()
