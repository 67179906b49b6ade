"""Similar comments, replies, mentions, and what screen readers are told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QTextLayout

from app.events import User
from app.settings import Choices
from app.state import ChatRow
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.chat.similar import is_similar
from app.ui.panes.chat.source import ChatFrame, KnownPeople
from app.ui.panes.chat.words import find_words
from tests.ui.rooms import ANNA, BORIS, NOON


def said(text, seq=1, at_ms=NOON, **fields):
    return ChatRow(at_ms, "comment", ANNA, text, seq=seq, **fields)


@pytest.mark.parametrize(
    ("text", "at_ms", "alike"),
    [
        ("LET'S GO everybody", NOON, True),
        ("let's go everybody!", NOON + 5_000, True),
        ("let's go everybody!", NOON + 5_001, False),
        ("let's stay here", NOON, False),
    ],
)
def test_what_says_nearly_the_same_within_five_seconds(text, at_ms, alike):
    assert is_similar(said(text, at_ms=at_ms), said("let's go everybody")) is alike


@pytest.fixture
def pane(qtbot):
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(420, 400)
    pane.show()
    return pane


def test_similar_comments_are_one_row_with_a_number_where_that_is_wished(pane):
    told = [said("hype!!", 1), said("other", 2), said("HYPE!!", 3), said("hype!!!!", 4)]
    pane.present(ChatFrame(told[:3]))
    assert len(pane.model.rows) == 3
    pane.prefer(Choices(chat_merge_similar=True))
    pane.present(ChatFrame([replace(told[2], seq=4)]))
    assert [(row.text, row.count) for row in pane.model.rows] == [("hype!!", 3), ("other", 1)]
    assert find_words(pane.model.rows[0]).text.endswith("×3")
    pane.prefer(Choices())
    assert len(pane.model.rows) == 4


def test_who_is_answered_stands_before_the_words():
    assert find_words(said("yes", reply_to=BORIS)).text == "↪ Борис  yes"


def test_who_is_addressed_is_bold():
    words = find_words(said("hi @boris and Борис", mentions=(BORIS,)))
    bold = {
        words.text[part.start : part.start + part.length]
        for part in words.formats
        if part.format.fontWeight() == QFont.Weight.Bold
    }
    assert bold == {"boris", "Борис"}


def test_screen_readers_get_rows_as_sentences_and_gifts_seldom(pane, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    gifts = [
        ChatRow(NOON, "gift", User(n, nickname=f"P{n}"), "sent Lion", seq=n, diamonds=n * 200) for n in (1, 2)
    ]
    small = ChatRow(NOON, "gift", ANNA, "sent Rose", seq=3, diamonds=1)
    pane.prefer(Choices())
    pane.present(ChatFrame([small]))
    assert heard == []
    pane.present(ChatFrame(gifts))
    pane.present(ChatFrame([replace(gifts[0], seq=4)]))
    assert [message[6:] for message in heard] == ["P2 sent Lion"]
    index = pane.model.index(0, 0)
    assert "sent Lion" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_name_that_goes_leftwards_does_not_turn_the_sentence_around_it(pane):
    pane.prefer(Choices(chat_joins=True))
    for name in ("שם", "Anna"):
        pane.present(ChatFrame([], crowd=KnownPeople(latest=User(id=5, nickname=name))))
        assert pane.arrival.isVisibleTo(pane)
        text = QTextLayout(pane.arrival._turn(pane.arrival.text()), pane.arrival.font())
        text.beginLayout()
        line = text.createLine()
        text.endLayout()
        begin, said = text.text().index(name), text.text().index("came in")
        assert line.cursorToX(begin)[0] < line.cursorToX(said)[0] < line.cursorToX(said + 4)[0]
