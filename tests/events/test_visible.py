import pytest

from app.events import User
from app.events.describe.summary import write_summary
from app.events.types.visible import is_visible

BLANK = [
    "",
    " ",
    "\u3164",
    "\u2800",
    "\u200b\u200d",
    "\ufe0f",
    "\U000e0041\U000e007f",
    "\u115f\u1160",
    "\uffa0",
    "\u2066\u2069",
    "\u00ad",
    "\u180e",
    "\u034f",
    "\u00a0\u3000",
    "\x00\x1b",
    "\ufff9",
    "\u17b4",
]


@pytest.mark.parametrize("words", BLANK, ids=ascii)
def test_characters_that_draw_nothing_show_nothing(words):
    assert not is_visible(words)
    assert not is_visible(words * 3)
    assert is_visible(f"{words}a")


@pytest.mark.parametrize(
    "words", ["Ann", "安", "👨‍👩‍👧", "नी", "\u0e33", ".", "\u0301", "🏴\U000e0067\U000e007f"]
)
def test_words_of_all_scripts_show_something(words):
    assert is_visible(words)


def test_what_stands_behind_more_blanks_than_are_read_is_not_seen():
    assert not is_visible("\u200b" * 160 + "a")


@pytest.mark.parametrize("nickname", BLANK[1:], ids=ascii)
def test_a_nickname_that_shows_nothing_is_replaced_by_the_handle(nickname):
    assert User(5, "ghost.1", nickname).name == "@ghost.1"
    assert User(5, "", nickname).name == "5"
    assert User(0, "", nickname).name == "Somebody"


def test_the_best_name_there_is():
    assert [User(5, "ann", "Ann").name, User(5, "ann").name, User(5).name, User().name] == [
        "Ann",
        "ann",
        "5",
        "Somebody",
    ]


def test_people_without_an_id_are_told_apart_by_their_names():
    keys = [
        User(5, "x").key,
        User(0, "ann", "A").key,
        User(nickname="A").key,
        User(nickname="B").key,
        User().key,
    ]
    assert keys == [5, "@ann", "A", "B", ""]


def test_a_line_names_who_has_no_id():
    from app.events import Comment, Emote

    assert write_summary(Comment(user=User(nickname="Ann"), text="hi")) == "Ann: hi"
    assert write_summary(Comment(text=" \u2800", emotes=(Emote(0, "1"), Emote(1, "1")))) == "2 emotes"
