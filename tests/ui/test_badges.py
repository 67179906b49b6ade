"""Badges as pictures: behind a name and on the card of a person."""

from dataclasses import replace

import pytest

from app import events as ev
from app.pictures.wish import name_picture
from app.settings import Choices
from app.sim.web.pictures import draw_picture
from app.state import ChatRow
from app.ui.panes.chat.badge_line import BadgeLine
from app.ui.panes.chat.badges import list_chips
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from tests.ui.rooms import ANNA, NOON
from tests.ui.shelves import settle, solid

ADDRESS = "https://p16.example/webcast-va/fans_badge_icon_lv10_v1.png~tplv-obj.webp"
BADGE = ev.Badge("fan_level", 12, icon_url=ADDRESS)
KEY = "badge", name_picture(ADDRESS)


@pytest.fixture
def chat(qtbot, pictures):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(420, 300)
    pane.illustrate(pictures)
    with qtbot.waitActive(pane):  # the window that gets the focus is drawn anew
        pane.show()
    fan = replace(ANNA, badges=(BADGE,))
    pane.present(ChatFrame([ChatRow(NOON, "comment", fan, "hello " * 20, seq=1)], is_fresh=True))
    return pane


def find_places(pane):
    """Where the parts of the row are."""
    layout = pane.view.layouts.find_layout(pane.model.rows[0], pane.view.viewport().width())
    return (
        layout.height,
        layout.x,
        layout.chips_x,
        layout.lines,
        pane.view.layouts.fonts.chip_width(*layout.chips),
    )


def bring(qtbot, pictures, shelf, surface, data):
    """The picture of a surface before the badge's picture came, and after."""
    before = surface.grab().toImage()
    pictures.tick()
    shelf.put(KEY, data)
    settle(qtbot, pictures)
    return before, surface.grab().toImage()


@pytest.mark.parametrize(
    "address",
    [
        "https://p77.example/webcast-va/fans_badge_icon_lv10_v1.png~tplv-obj.image",
        "http://p16.example/webcast-va/fans_badge_icon_lv10_v1.png?x-expires=1&sig=2",
    ],
)
def test_a_badge_is_the_same_wherever_its_picture_lies(address):
    assert name_picture(address) == name_picture(ADDRESS)


@pytest.mark.parametrize("address", ["https://p16.example/", "nonsense", "https://[/x"])
def test_of_what_names_no_picture_each_is_its_own(address):
    assert name_picture(address) != name_picture(ADDRESS)
    assert name_picture(address)


def test_a_role_has_the_picture_of_its_badge():
    icon = ev.Badge("moderator", icon_url="https://p16.example/moderator.png")
    (chip,) = list_chips(replace(ANNA, roles=("moderator",), badges=(icon,)))
    assert chip == ("shield", "good", "", icon.icon_url)


def test_the_chat_shows_the_picture_when_it_came_and_no_row_moves(qtbot, chat, pictures, shelf):
    places = find_places(chat)
    before, after = bring(qtbot, pictures, shelf, chat.view.viewport(), solid("red"))
    assert [(wish.key, wish.address) for wish in shelf.wishes] == [(KEY, ADDRESS)]
    assert before != after
    assert "#ff0000" in {after.pixelColor(x, y).name() for x in range(after.width()) for y in range(40)}
    assert find_places(chat) == places


def test_without_pictures_the_drawn_badge_stands_again(qtbot, chat, pictures, shelf):
    before, _ = bring(qtbot, pictures, shelf, chat.view.viewport(), solid("red"))
    pictures.take(Choices(pictures=False))
    assert chat.view.viewport().grab().toImage() == before


def test_a_picture_too_flat_to_be_read_as_small_as_a_letter_is_not_shown(qtbot, chat, pictures, shelf):
    before, after = bring(qtbot, pictures, shelf, chat.view.viewport(), solid("red", 200, 50))
    assert before == after


def test_the_card_shows_the_picture_beside_its_words(qtbot, pictures, shelf):
    line = BadgeLine(replace(ANNA, badges=(BADGE, ev.Badge("other"))), pictures)
    qtbot.addWidget(line)
    line.resize(300, 40)
    line.show()
    before, after = bring(qtbot, pictures, shelf, line, solid("red"))
    assert "#ff0000" in {after.pixelColor(x, 9).name() for x in range(20)}
    assert before != after
    assert len(line.parts) == 1


def test_the_built_in_server_draws_a_picture_for_each_badge():
    assert draw_picture("moderater_badge_icon~tplv-obj.webp") != draw_picture(
        "grade_badge_icon_lite_lv5_v1.png"
    )
