"""The names over a battle of two: a half each, and what the other side does not need."""

import pytest

from app import events as ev
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleFrame
from tests.ui.geometry import settle
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


def cheer(room, pane, ours, theirs):
    """A battle with these contributors at each side."""
    best = [
        [ev.Contributor(ev.User(at, name, name), 900 - at) for at, name in enumerate(names, base)]
        for names, base in ((ours, 100), (theirs, 200))
    ]
    sides = tuple(
        ev.Side(user.id, 9, host=user, contributors=tuple(people))
        for user, people in zip((HOST, RIVAL), best, strict=True)
    )
    room.tell(ev.Battle(battle_id=1, phase="active", sides=sides, start_ms=NOON, duration_s=300, at_ms=NOON))
    pane.present(BattleFrame(room.state.battle.current, NOON))
    settle(pane)
    return [[row.name for row in side.rows if row.name.text()] for side in pane.board.duel.best]


def is_whole(name):
    return name.measure(name.text()) <= name.contentsRect().width()


@pytest.mark.parametrize("size", [(374, 398), (456, 360)])
def test_a_contributor_with_a_long_name_has_what_those_of_the_other_side_leave(room, pane, lettering, size):
    room.go_live()
    pane.resize(*size)
    ours, theirs = cheer(room, pane, ["Anna", "Maximiliane Al"], ["Bo", "Jo"])
    assert all(map(is_whole, ours))
    assert all(map(is_whole, theirs))
    ours, theirs = cheer(room, pane, ["Anna", "Maximiliane Alexandra"], ["Maximiliane Alexandra", "Jo"])
    assert abs(ours[0].parentWidget().width() - theirs[0].parentWidget().width()) <= 2
