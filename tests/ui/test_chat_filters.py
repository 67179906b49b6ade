"""Which rows are shown, and which stand out: pure."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.events import Badge, User
from app.settings import Choices
from app.settings.options import OPTIONS
from app.state import ChatRow
from app.ui.panes.chat.filters import FILTERS, Sieve, make_sieve
from app.ui.panes.chat.highlights import find_mark, make_rules
from app.ui.panes.chat.model import ChatModel
from app.ui.panes.chat.sentences import write_line
from app.ui.panes.chat.source import ChatFrame
from app.ui.panes.chat.wordlist import WordList
from tests.ui.rooms import ANNA, BORIS, NOON

MODERATOR = replace(BORIS, badges=(Badge("moderator"),))
ROWS = (
    ChatRow(NOON, "comment", ANNA, "hello there"),
    ChatRow(NOON, "comment", MODERATOR, "be nice"),
    ChatRow(NOON, "comment", ANNA, "what is this?"),
    ChatRow(NOON, "question", ANNA, "a song"),
    ChatRow(NOON, "follow", ANNA, "followed"),
    ChatRow(NOON, "share", BORIS, "shared"),
    ChatRow(NOON, "gift", ANNA, "sent Rose", diamonds=5),
    ChatRow(NOON, "gift", ANNA, "sent Lion", diamonds=29_999),
    ChatRow(NOON, "notice", text="Connected."),
)
NONE = frozenset()


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("all", [0, 1, 2, 3, 4, 5, 7, 8]),
        ("chat", [0, 1, 2, 3]),
        ("gifts", [7]),
        ("follows", [4, 5]),
        ("questions", [2, 3]),
        ("mods", [1]),
    ],
)
def test_a_chip_shows_its_rows(name, places):
    sieve = make_sieve(Choices(), name, NONE)
    assert [at for at, row in enumerate(ROWS) if sieve.can_pass(row)] == places


def test_there_is_a_chip_for_every_filter_of_the_field():
    assert list(FILTERS) == ["all", "chat", "gifts", "follows", "questions", "mods"]


@pytest.mark.parametrize(
    ("choices", "people", "places"),
    [
        ({"chat_hidden_words": ("HELLO",)}, NONE, [1, 2]),
        ({"chat_hidden_people": ("@Boris",)}, NONE, [0, 2]),
        ({}, frozenset({ANNA.id}), [1]),
    ],
)
def test_words_and_people_are_hidden(choices, people, places):
    sieve = make_sieve(Choices(**choices), "all", people)
    assert [at for at, row in enumerate(ROWS[:3]) if sieve.can_pass(row)] == places


def test_what_was_removed_is_hidden_where_that_is_wished():
    row = replace(ROWS[0], is_deleted=True)
    assert make_sieve(Choices(), "all", NONE).can_pass(row)
    assert not make_sieve(Choices(chat_hide_deleted=True), "all", NONE).can_pass(row)


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("ass", "a class act", False),
        ("ass", "you ASS!", True),
        ("straße", "STRASSE", True),
        ("follow me", "please Follow, me now", True),
        ("follow me", "follow meg", False),
        ("傻", "你傻吗", True),
        ("😂", "ha😂ha", True),
        ("", "anything", False),
    ],
)
def test_words_are_found_whole_whatever_their_capitals(word, text, stands):
    assert WordList([word]).is_in(text) is stands


def test_hundreds_of_words_come_in_by_pasting_one_a_line():
    pasted = "\n".join(f"word{number}" for number in range(500))
    words = OPTIONS["chat_hidden_words"].kind.read_kept(pasted)
    assert len(words) == 500
    assert WordList(words).is_in("this is WORD499.")


@given(st.lists(st.tuples(st.sampled_from(ROWS), st.booleans()), max_size=30), st.sampled_from([*FILTERS]))
def test_rows_that_come_under_a_filter_are_those_that_it_finds_later(told, name):
    """Also where a row changes after it was shown, or before it is."""
    early, late = ChatModel(100), ChatModel(100)
    sieve = make_sieve(Choices(chat_hide_deleted=True), name, NONE)
    early.sift(sieve)
    for seq, (row, is_deleted) in enumerate(told, 1):
        numbered = replace(row, seq=seq)
        for model in (early, late):
            model.present(ChatFrame([numbered]))
            if is_deleted and seq > 2:
                gone = replace(model.log[seq - 3], is_deleted=True)
                model.present(ChatFrame([], [gone]))
    late.sift(sieve)
    assert early.rows == late.rows


def test_a_filter_finds_older_rows_than_those_that_were_shown():
    model = ChatModel(100)
    model.present(ChatFrame([replace(ROWS[7 if n == 1 else 0], seq=n) for n in range(1, 5_000)]))
    model.sift(Sieve("gifts"))
    assert [row.seq for row in model.rows] == [1]


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"text": "hi @mira.plays!"}, "mention"),
        ({"text": "mimi you are great"}, "mention"),
        ({"text": "x", "mentions": (User(9, "Mira.Plays"),)}, "mention"),
        ({"text": "we have a giveaway"}, "keyword"),
        ({"user": BORIS}, "person"),
        ({"user": User(77)}, "top_gifter"),
        ({"is_first": True}, "first"),
        ({"is_first": True, "kind": "follow"}, ""),
        ({}, ""),
    ],
)
def test_what_stands_out(fields, mark):
    choices = Choices(chat_keywords=("giveaway",), chat_own_names=("Mimi",))
    rules = make_rules(choices, "mira.plays", frozenset({BORIS.id}), frozenset({77}))
    assert find_mark(replace(ROWS[0], **fields), rules) == mark


def test_first_comments_need_not_stand_out():
    rules = make_rules(Choices(chat_newcomers=False), "", NONE, NONE)
    assert find_mark(replace(ROWS[0], is_first=True), rules) == ""


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((BORIS,), "Anna and Борис followed"),
        ((BORIS, User(9, "c", "Cleo")), "Anna, Борис and 1 other followed"),
    ],
)
def test_a_run_names_two_and_counts_the_rest(others, said):
    row = replace(ROWS[4], others=others, count=1 + len(others))
    assert write_line(row)[6:].replace("\u2068", "").replace("\u2069", "") == said
