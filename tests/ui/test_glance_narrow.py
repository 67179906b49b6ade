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
