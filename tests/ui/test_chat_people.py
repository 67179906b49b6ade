"""The card of a person, judgements and pins, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app import events as ev
from app.session import Tell
from app.state import ChatRow
from app.state.facts import Judgement, Opinion, Pinning, Regard
from app.ui.labels import Label, NameLabel
from app.ui.panes.chat.person_card import PersonCard
from app.ui.panes.chat.their_rows import TheirRows
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.rooms import ANNA, BORIS, NOON, Room, comment, gift, look_again

# The offscreen platform has no keyboard and no mouse to grab for a popup.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Living(Room):
    """A room that does what the session does with facts."""

    def request(self, command):
        super().request(command)
        if isinstance(command, Tell):
            self.state.tell(command.fact, self.at)


@pytest.fixture
def living():
    return Living()


@pytest.fixture
def window(qtbot, living):
    window = show_window(qtbot, MainWindow(living), (1280, 800))
    living.go_live()
    living.tell(comment("hello", msg_id=1), comment("again", msg_id=2), gift(30, ended=True))
    living.tell(comment("privet", user=BORIS, msg_id=3))
    look_again(window, living)
    return window


def open_card(window, living, qtbot):
    view = window.panes["chat"].view
    qtbot.keyClick(view, Qt.Key.Key_Up)
    while view.find_current_row().user != ANNA:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    window.panes["chat"].show_person()
    look_again(window, living)
    return window.panes["chat"].deeds.card


@POPUP
def test_the_card_says_who_what_and_how_much(window, living, qtbot):
    card = open_card(window, living, qtbot)
    assert "2 comments" in card.facts.text()
    assert "30 gifts, 30 diamonds" in card.facts.text()
    assert [card.list.item(at).text()[6:] for at in range(card.list.count())] == [
        "Anna: hello",
        "Anna: again",
        "Anna sent Rose ×30 · 30 diamonds",
    ]
    living.tell(comment("more", msg_id=9))
    look_again(window, living)
    assert card.list.count() == 4
    card.close()


def draw_row(qtbot, text):
    rows = TheirRows()
    qtbot.addWidget(rows)
    rows.resize(340, 120)
    rows.present([ChatRow(NOON, "comment", ev.User(8, "noa", "נועה כהן"), text, seq=1)])
    return rows.grab().toImage()


def test_rows_that_mix_directions_are_not_cut(qtbot):
    said = "can you play the song of yesterday again {}"
    assert draw_row(qtbot, said.format("please")) != draw_row(qtbot, said.format("tonight"))


def test_the_last_of_their_rows_is_in_view_whole_however_many_lines_it_has(qtbot):
    rows = TheirRows()
    qtbot.addWidget(rows)
    said = "save your gifts for the end " * 3
    rows.present([ChatRow(NOON, "comment", ANNA, said, seq=at) for at in range(9)])
    rows.resize(300, 120)
    rows.show()
    rows.grab()
    last = rows.visualItemRect(rows.item(8))
    assert rows.viewport().rect().contains(last)
    assert last.height() > 40
    rows.resize(240, 150)
    rows.grab()
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.item(8)))


@POPUP
def test_return_opens_the_card_and_escape_closes_it(window, living, qtbot):
    view = window.panes["chat"].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    card = window.panes["chat"].deeds.card
    assert living.state.people.regarded == BORIS.id
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert living.state.people.regarded == ""


@POPUP
def test_a_click_on_the_name_opens_the_card(window, living, qtbot):
    view = window.panes["chat"].view
    at = view.rows.find(view.rows.newest)
    place = QPoint(view.layouts.fonts.name_x + 5, view.rowViewportPosition(at) + 8)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert living.commands[-1] == Tell(Regard(BORIS.id))
    window.panes["chat"].deeds.card.close()


@POPUP
def test_a_note_is_kept_for_the_stream_when_the_card_closes(window, living, qtbot):
    card = open_card(window, living, qtbot)
    card.note.setText("plays chess")
    card.close()
    assert living.state.people.find_opinion(ANNA.id) == Opinion("", "plays chess")
    again = open_card(window, living, qtbot)
    assert again.note.text() == "plays chess"
    again.close()


@POPUP
def test_who_is_hidden_goes_and_comes_back_by_the_card(window, living, qtbot):
    chat = window.panes["chat"]
    card = open_card(window, living, qtbot)
    card.hide_person.click()
    look_again(window, living)
    assert {row.user for row in chat.model.rows if row.kind == "comment"} == {BORIS}
    card.highlight.click()
    look_again(window, living)
    assert ANNA in {row.user for row in chat.model.rows}
    assert chat.view.layouts.rules.people == {ANNA.id}
    card.close()


@POPUP
def test_by_the_row_s_own_actions(window, living, qtbot):
    chat = window.panes["chat"]
    qtbot.keyClick(chat.view, Qt.Key.Key_Up)
    chat.highlight_person()
    chat.hide_person()
    told = [one.fact for one in living.commands if isinstance(one, Tell)]
    assert told == [
        Judgement(BORIS.id, Opinion("highlighted")),
        Judgement(BORIS.id, Opinion("hidden")),
    ]


@POPUP
def test_the_profile_is_opened_only_after_its_address_was_shown(window, living, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()))
    card = open_card(window, living, qtbot)
    card.profile.click()
    assert seen == []
    assert card.question.isVisible()
    card.open_it.click()
    assert seen == ["https://www.tiktok.com/@anna"]


@POPUP
def test_a_row_is_pinned_and_taken_down(window, living, qtbot):
    chat = window.panes["chat"]
    qtbot.keyClick(chat.view, Qt.Key.Key_Up)
    chat.pin_row()
    look_again(window, living)
    assert chat.pinned.isVisible()
    assert "privet" in chat.pinned.said.text()
    qtbot.mouseClick(chat.pinned.down, Qt.MouseButton.LeftButton)
    look_again(window, living)
    assert not chat.pinned.isVisible()
    assert living.commands[-1] == Tell(Pinning(None))


@POPUP
def test_what_the_room_pins_stands_on_top_until_it_is_taken_down_or_removed(window, living):
    chat = window.panes["chat"]
    for end in (ev.Pin(pinned=False), ev.Delete(msg_ids=(77,), at_ms=NOON)):
        living.tell(ev.Pin(user=BORIS, text="be kind", pinned_msg_id=77, at_ms=NOON))
        look_again(window, living)
        assert "be kind" in chat.pinned.said.text()
        assert chat.pinned.isVisible()
        living.tell(end)
        look_again(window, living)
        assert not chat.pinned.isVisible()


@POPUP
def test_every_part_of_the_card_is_reached_by_tab(window, living, qtbot):
    card = open_card(window, living, qtbot)
    reached = set()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget() or card, Qt.Key.Key_Tab)
    assert {card.note, card.list, card.highlight, card.hide_person, card.profile} <= reached
    card.close()


@POPUP
def test_hostile_names_are_plain(qtbot):
    window = MainWindow(Room())
    qtbot.addWidget(window)
    eve = ev.User(5, "eve/../x", "<b>Eve</b>\n" + "x" * 500, badges=(ev.Badge("fan_level", 3),))
    card = PersonCard(eve, "https://www.tiktok.com", window.pictures, window)
    names = [label.text() for label in card.findChildren(NameLabel)]
    assert all("\n" not in name for name in names)
    assert [label.text() for label in card.badges.findChildren(Label)] == ["fan level 3"]
    assert card._link.address == "https://www.tiktok.com/@eve%2F..%2Fx"
    card.deleteLater()
