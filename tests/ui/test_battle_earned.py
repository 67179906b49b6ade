"""What was earned in a battle is a figure: it is never cut, however narrow the pane."""

import pytest

from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.battle.source import BattleSource
from tests.ui.scenes import NOW, SCENES

STOPPED_MS = 9_000  # so long ago the last score came


@pytest.mark.parametrize("passed_ms", [0, STOPPED_MS])
@pytest.mark.parametrize("scene", ["busy", "duel", "teams", "sides", "huge"])
@pytest.mark.parametrize("width", [180, 220, 260, 300, 420])
def test_it_is_whole_also_beside_the_age_of_the_score(qtbot, lettering, scene, width, passed_ms):
    pane = BattlePane()
    qtbot.addWidget(pane)
    pane.resize(width, 260)
    pane.show()
    pane.present(BattleSource().frame(SCENES[scene](), NOW + passed_ms))
    pane.grab()
    words, look = pane.board.earned.choose_wording()
    assert words.rpartition("💎")[2] == pane.board.earned.text().rpartition("💎")[2]
    assert (
        pane.board.earned.measure(words) * look.pixelSize()
        <= (pane.board.earned.width() + 1) * pane.board.earned.font().pixelSize()
    )
    if not passed_ms:
        assert pane.board.earned.width() == pane.board.width()
