"""The page for a glance on a screen that stands upright and is narrow, 480x800 from two metres."""

import pytest
from PySide6.QtCore import QSize

from app.ui.optics import find_arcmin
from app.ui.panes.glance.page import GlancePage
from app.ui.panes.glance.source import GlanceSource
from app.ui.text import clean_isolated
from tests.ui.scenes import NOW, SCENES

NARROW, METRES, PIXEL_MM = QSize(464, 784), 2, 0.277


def place(scene, size=NARROW):
    page = GlancePage()
    frame = GlanceSource().frame(SCENES[scene](), NOW)
    page.arrange(frame, size, METRES, PIXEL_MM, is_mirrored=False)
    assert all(
        find_arcmin(one.pixels, METRES, PIXEL_MM, page.letters.cap_em) >= 16
        for one in page.placed
        if one.text
    )
    return page.placed


def list_hosts(scene, *, ours):
    sides = SCENES[scene]().battle.current.sides
    return [clean_isolated(name, 60) for side in sides if side.is_us == ours for name in side.names]


def list_sides(scene):
    """The names of ours, and of the best other side."""
    sides = SCENES[scene]().battle.current.sides
    ours = next(side for side in sides if side.is_us)
    other = max((side for side in sides if side is not ours), key=lambda side: side.score)
    return [side.names or (side.name,) for side in (ours, other)]


@pytest.mark.parametrize("scene", ["duel", "teams"])
def test_the_names_of_all_hosts_are_whole_ours_first(scene, dressed):
    placed = place(scene)
    texts = [one.text for one in placed if one.piece == "battle"]
    ours, theirs = (list_hosts(scene, ours=side) for side in (True, False))
    assert [text for text in texts if text in {*ours, *theirs}] == ours + theirs
    assert [one.side for one in placed if one.text in theirs] == ["right"] * len(theirs)


def test_a_gift_has_its_name_and_its_worth_where_there_is_height_for_it(dressed):
    texts = " ".join(one.text for one in place("duel") if one.piece == "gift")
    assert "Rose" in texts
    assert "16" in texts


def test_where_a_lost_connection_stands_is_said_far_enough(dressed):
    texts = [one.text for one in place("lost") if one.piece == "state"]
    assert any(text.startswith("Next try in 12 s") for text in texts)


def test_the_best_stand_over_what_they_gave(dressed):
    placed = place("battles")
    number, name, worth = (one for one in placed if one.piece == "first")
    assert (number.text, number.y) == ("1", name.y)
    assert worth.y >= name.y + name.height
    assert "state" in {one.piece for one in placed}


@pytest.mark.parametrize("scene", ["duel", "teams", "sides", "punished"])
@pytest.mark.parametrize("width", [*range(300, 1000, 60)])
def test_the_phase_is_never_there_without_the_names_of_both_sides(scene, width, dressed):
    placed = place(scene, QSize(width, 784))
    battle = {one.text for one in placed if one.piece == "battle"}
    first, second = ([clean_isolated(name, 60) for name in side] for side in list_sides(scene))
    assert battle >= {first[0], second[0]} or "phase" not in {one.piece for one in placed}


@pytest.mark.parametrize("scene", ["duel", "teams", "last-seconds", "result"])
def test_where_hardly_anything_has_room_gap_and_clock_are_there(scene, dressed):
    assert [one.piece for one in place(scene, QSize(358, 784)) if one.text]
    wide = [one.text for one in place(scene, QSize(1900, 1060)) if one.piece == "battle"]
    assert {one.text for one in place(scene, QSize(358, 784)) if one.piece == "battle"} & {*wide}


@pytest.mark.parametrize("scene", ["duel", "teams", "sides"])
def test_on_an_upright_page_names_are_whole_rather_than_all_a_little_larger(scene, dressed):
    for width in range(1000, 1100, 8):
        placed = place(scene, QSize(width, 1904))
        assert not [one.text for one in placed if one.piece == "battle" and "…" in one.text]


@pytest.mark.parametrize("size", [QSize(780, 800), QSize(820, 920), QSize(1264, 784)])
def test_gap_and_clock_stand_beside_each_other_where_they_can(size, dressed):
    gap, clock = [one for one in place("last-seconds", size) if one.piece == "battle" and one.text][:2]
    assert gap.y == clock.y
