"""Pictures while painting: what is wished for, decoded, kept and repainted."""

import struct
import zlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from app.events import User
from app.settings import Choices
from app.sim.web.pictures import draw_picture
from app.state import ChatRow
from app.ui import pictures as keeping
from app.ui.decoding import Shape, read_image
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.source import ChatFrame
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.leaders.pane import LeaderPane
from app.ui.pictures import Pictures
from tests.ui.rooms import ANNA, BORIS, NOON, gift
from tests.ui.shelves import settle, solid

ADDRESS = "https://pictures.example/1.webp"
SIDE = 22


def bring(qtbot, pictures, shelf, number, data):
    pictures.find("avatar", number, ADDRESS, SIDE)
    pictures.tick()
    shelf.put(("avatar", number), data)
    settle(qtbot, pictures)
    return pictures.find("avatar", number, ADDRESS, SIDE)


def test_a_missing_picture_is_wished_for_once_a_tick_and_found_when_it_came(qtbot, pictures, shelf):
    told = []
    pictures.arrived.connect(told.append)
    for _ in range(3):
        assert pictures.find("avatar", 7, ADDRESS, SIDE, 2.0) is None
    pictures.tick()
    assert [(wish.key, wish.address) for wish in shelf.wishes] == [(("avatar", 7), ADDRESS)]
    shelf.put(("avatar", 7), solid("red"))
    settle(qtbot, pictures)
    assert told == [{("avatar", 7)}]
    face = pictures.find("avatar", 7, ADDRESS, SIDE, 2.0)
    assert (face.size(), face.devicePixelRatio()) == (QSize(44, 44), 2.0)
    image = face.toImage()
    assert image.pixelColor(22, 22) == QColor("red")
    assert image.pixelColor(0, 0).alpha() == 0  # people are round


@pytest.mark.parametrize(("address", "identity"), [("", 7), (ADDRESS, 0), (ADDRESS, "")])
def test_nothing_is_wished_for_without_address_or_id(pictures, shelf, address, identity):
    assert pictures.find("avatar", identity, address, SIDE) is None
    pictures.tick()
    assert shelf.wishes == []


def test_what_is_out_of_sight_before_it_could_come_is_not_wished_for(shelf, qapp, monkeypatch):
    now = 0.0
    monkeypatch.setattr(keeping.time, "monotonic", lambda: now)
    pictures = Pictures(shelf)
    for number in range(1, 101):  # a flood: a hundred rows within a tick or two
        pictures.find("avatar", number, ADDRESS, SIDE)
    pictures.tick()
    assert shelf.wishes == []
    now = keeping.PATIENCE_S
    pictures.tick()
    assert [wish.key[1] for wish in shelf.wishes] == list(range(101 - keeping.IN_SIGHT, 101))


def test_a_picture_that_is_looked_for_again_is_the_newest_wish(shelf, qapp, monkeypatch):
    now = 0.0
    monkeypatch.setattr(keeping.time, "monotonic", lambda: now)
    pictures = Pictures(shelf)
    for number in (1, 2, 1):
        pictures.find("avatar", number, ADDRESS, SIDE)
        now += 0.01
    now += keeping.PATIENCE_S
    pictures.tick()
    assert [wish.key[1] for wish in shelf.wishes] == [2, 1]


def test_another_address_of_the_same_person_is_the_same_picture(qtbot, pictures, shelf):
    assert bring(qtbot, pictures, shelf, 7, solid("red"))
    assert pictures.find("avatar", 7, f"{ADDRESS}?again", SIDE)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_types_of_images_are_told_by_their_content(form):
    assert read_image(solid("blue", form=form), Shape(SIDE, is_round=False)).size() == QSize(SIDE, SIDE)


def test_a_picture_keeps_its_shape_unless_it_is_round():
    wide = solid("blue", 200, 50)
    assert read_image(wide, Shape(40, is_round=False)).size() == QSize(40, 10)
    assert read_image(wide, Shape(40, is_round=True)).size() == QSize(40, 40)
    assert read_image(solid("blue", 4_000, 1), Shape(40, is_round=False)).height() == 1


def huge_png():
    """Some hundred bytes that say they are 60,000 by 60,000 pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


BROKEN = {
    "cut": draw_picture("tos-avt/1")[:60],
    "head": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    "huge": huge_png(),
    "webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "empty": b"",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_decoded_is_not_wished_for_again(qtbot, pictures, shelf, data):
    assert bring(qtbot, pictures, shelf, 7, data) is None
    count = len(shelf.wishes)
    pictures.find("avatar", 7, ADDRESS, SIDE)
    pictures.tick()
    assert len(shelf.wishes) == count


def test_memory_is_bounded_and_those_shown_last_stay(qtbot, pictures, shelf, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_BYTES", 3 * SIDE * SIDE * 4)
    for number in (1, 2, 3):
        assert bring(qtbot, pictures, shelf, number, solid("red"))
    assert pictures.find("avatar", 1, ADDRESS, SIDE)
    assert bring(qtbot, pictures, shelf, 4, solid("red"))
    assert [pictures.find("avatar", n, ADDRESS, SIDE) is not None for n in (1, 2, 3, 4)] == [
        True,
        False,
        True,
        True,
    ]


def test_without_pictures_none_is_wished_for_and_none_is_shown(qtbot, pictures, shelf):
    bring(qtbot, pictures, shelf, 7, solid("red"))
    told = []
    pictures.arrived.connect(told.append)
    pictures.take(Choices(pictures=False))
    assert told == [{("avatar", 7)}]
    assert pictures.find("avatar", 7, ADDRESS, SIDE) is None
    count = len(shelf.wishes)
    pictures.tick()
    assert len(shelf.wishes) == count
    pictures.take(Choices(pictures=True))
    assert bring(qtbot, pictures, shelf, 7, solid("red"))


def people(count):
    return [User(n, f"p{n}", f"Person {n}", f"{ADDRESS}?{n}") for n in range(1, count + 1)]


def chat_of(qtbot, pictures, users):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.illustrate(pictures)
    said = [ChatRow(NOON, "comment", user, "hello", seq=seq) for seq, user in enumerate(users, 1)]
    pane.present(ChatFrame(said, is_fresh=True))
    return pane


def test_a_pane_that_nobody_sees_wishes_nothing(qtbot, pictures, shelf):
    chat_of(qtbot, pictures, people(3))
    pictures.tick()
    assert shelf.wishes == []


def test_the_chat_wishes_for_those_in_view_and_draws_their_rows_again(qtbot, pictures, shelf, monkeypatch):
    pane = chat_of(qtbot, pictures, people(100))
    with qtbot.waitActive(pane):  # the window that gets the focus is drawn anew
        pane.show()
    before = pane.view.viewport().grab().toImage()
    pictures.tick()
    wished = {wish.id for wish in shelf.wishes}
    assert 100 in wished
    assert 1 not in wished
    updates = watch_updates(monkeypatch, pane.view.viewport())
    shelf.put(("avatar", 100), solid("red"))
    settle(qtbot, pictures)
    height = pane.view.rowHeight(99)
    assert updates == [(0, pane.view.rowViewportPosition(99), pane.view.viewport().width(), height)]
    assert pane.view.viewport().grab().toImage() != before


def watch_updates(monkeypatch, widget):
    updates = []
    monkeypatch.setattr(widget, "update", lambda *area: updates.append(area), raising=False)
    return updates


@pytest.mark.parametrize(("kind", "key"), [(LeaderPane, ("avatar", ANNA.id)), (LatestPane, ("gift", 5))])
def test_gift_tables_wish_for_what_they_show_and_draw_that_again(  # noqa: PLR0913, PLR0917
    qtbot, pictures, shelf, room, monkeypatch, kind, key
):
    giver = replace(ANNA, avatar_url=ADDRESS)
    room.go_live()
    room.tell(replace(gift(3, user=giver, ended=True), icon_url=ADDRESS))
    room.tell(replace(gift(1, user=BORIS, group=2, ended=True), gift_id=6))
    made = kind()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.illustrate(pictures)
    with qtbot.waitActive(made):
        made.show()
    made.present(kind.SOURCE().frame(room.state, room.at))
    before = made.table.viewport().grab().toImage()
    pictures.tick()
    assert [wish.key for wish in shelf.wishes] == [key]
    updates = watch_updates(monkeypatch, made.table.viewport())
    shelf.put(key, solid("red"))
    settle(qtbot, pictures)
    at = next(at for at in range(2) if (0, made.table.rowViewportPosition(at)) == updates[0][:2])
    assert len(updates) == 1
    assert made.table.rowHeight(at) == updates[0][3]
    assert made.table.viewport().grab().toImage() != before


def test_nothing_is_wished_for_while_nobody_sees_the_window(shelf, pictures, qtbot):
    pictures.find("avatar", 1, ADDRESS, SIDE)
    pictures.tick()
    pictures.find("avatar", 2, ADDRESS, SIDE)
    pictures.rest(True)
    pictures.tick()
    assert not shelf.wishes
    pictures.find("avatar", 2, ADDRESS, SIDE)
    pictures.tick()
    assert [wish.key for wish in shelf.wishes] == [("avatar", 2)]


def test_who_is_out_of_sight_is_not_wished_for_though_all_others_have_their_pictures(qtbot, shelf, pictures):
    assert bring(qtbot, pictures, shelf, 1, solid("red"))
    shelf.wishes.clear()
    pictures.find("avatar", 2, ADDRESS, SIDE)
    for _ in range(keeping.LOOKS_IN_SIGHT):
        pictures.find("avatar", 1, ADDRESS, SIDE)
    pictures.find("avatar", 3, ADDRESS, SIDE)
    pictures.tick()
    assert [wish.id for wish in shelf.wishes] == [3]
