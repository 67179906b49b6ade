"""A fault in one pane, wherever it comes from, closes that pane, and its way back works."""

import pytest

from app.words import placeholder as words
from tests.ui.faulty import PLACES, ROWS, Live


@pytest.fixture(params=ROWS)
def name(request):
    return request.param


@pytest.fixture
def live(qtbot, monkeypatch, name):
    live = Live(qtbot, monkeypatch, "idle" if name == "page" else "busy")
    live.look()
    live.see(name)
    yield live
    live.window.feed.stop()
    live.window.close()


def close_and_make_anew(live, name, place, frames, patch):
    """One fault in a pane, and the way back; frames are those that each pane was given."""
    others = {one: pane for one, pane in live.panes.items() if one != name}
    with patch.context() as inner:
        PLACES[place](live, name, inner)
        assert [type(one) for one in live.faults] == [ZeroDivisionError], place
        assert live.settle() == [True], place
        closed = live.panes[name]
        assert closed.isVisible(), place
        whole = words.CLOSED.fill(pane=closed.accessibleName())
        assert closed.sentence.text() in {whole, words.SHORT}, place
        assert closed.accessibleDescription() == whole, place
        frames.clear()
        live.look()
        assert all(live.settle()), place  # a last breath of the pane that is deleted closes no other
        assert not frames, place
    assert {one: pane for one, pane in live.panes.items() if one != name} == others, place
    assert live.window.isVisible(), place
    closed.button.click()
    assert not live.panes[name].is_closed, place
    assert live.panes[name].isVisible(), place
    assert not live.faults, place
    assert frames[0] == ROWS[name].kind.SOURCE().frame(live.stage.state, live.stage.clock), place


def test_the_pane_is_closed_and_made_anew_and_the_others_go_on(live, name, monkeypatch):
    """In whatever place it fails, and however often it was made anew before."""
    frames = []
    live.window.feed.channels[name].frames.connect(frames.append)
    for place in PLACES:
        close_and_make_anew(live, name, place, frames, monkeypatch)
