import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UsageError
from app.tiktok.target import Target, parse_link, parse_target, read_unique_id


@pytest.mark.parametrize(
    "typed",
    [
        "some.name_1",
        "@some.name_1",
        "  @some.name_1 \n",
        "https://www.tiktok.com/@some.name_1",
        "https://www.tiktok.com/@some.name_1/live?enter_from=x",
        "tiktok.com/@some.name_1/live",
        "http://m.tiktok.com/@some.name_1/",
        "https://www.tiktok.com/%40some.name_1/live",
        "https://www.tiktok.com/@some.name_1%20",
        "https://www.tiktok.com/@some.name_1%E2%80%8B/live",
        "https://www.tiktok.com/%EF%BC%A0some.name_1",
    ],
)
def test_names_and_addresses(typed):
    assert read_unique_id(typed) == "some.name_1"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "@",
        "a b",
        "@@twice",
        "x" * 31,
        "naïve",
        "https://example.com/@name",
        "https://www.tiktok.com/",
        "https://tiktok.com.evil.example/@name",
        "https://www.tiktok.com/live",
        "https://[::1/@name",
    ],
)
def test_what_cannot_be_a_name_is_refused_in_one_sentence(typed):
    with pytest.raises(UsageError) as error:
        read_unique_id(typed)
    assert "\n" not in error.value.line


@given(st.text())
def test_any_text_is_a_name_or_refused(typed):
    with contextlib.suppress(UsageError):
        assert read_unique_id(typed).isascii()


@pytest.mark.parametrize(("typed", "word"), [("room:abc", "room"), ("id:", "user"), ("room:1", "room")])
def test_a_number_that_is_none_is_said(typed, word):
    with pytest.raises(UsageError, match=f"not the number of a {word}"):
        parse_target(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "@Demo",
        "DEMO",
        "tiktok.com/@DEMO",
        "@demo\u200b",
        "\ufeff@demo",
        "\u2068@de\u00admo\u2069",
        "\u202e@demo\u202c",
        "＠ｄｅｍｏ",
        "@demo.",
        "@demo,",
        "“@demo”",
        "(@demo)",
        "*@demo*",
        "@demo\ufe0f",
        "@demo\u3164",
        "\u00a0@demo\u3000",
        "@demo/live",
        "@demo?lang=en",
        "www.tiktok.com/@demo#x",
        "m.tiktok.com/@demo",
        "HTTPS://WWW.TIKTOK.COM/@Demo/LIVE",
        "https://www.tiktok.com/de-DE/@demo/live",
        "https://www.tiktok.com/hk/@demo",
        "tiktok.com/zh-Hant-TW/@demo/live",
        "Look at https://www.tiktok.com/@demo/live?enter_from=share now!",
        "live:https://www.tiktok.com/@demo/live",
        "(https://www.tiktok.com/@demo)",
        "<https://www.tiktok.com/@demo>",
        "see tiktok.com/@demo.",
        "//www.tiktok.com/@demo",
        "https://example.com/ and https://www.tiktok.com/@demo",
        "https://www.tiktok.com/@demo/live看直播",
        "https://www.tiktok.com/@demo/video/7300000000000000001",
        "https://www.tiktok.com:443/＠demo",
    ],
)
def test_what_people_paste_is_the_name_in_small_letters(typed):
    assert parse_target(typed) == Target("demo")


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("https://m.tiktok.com/share/live/7300000000000000001/", Target(room_id=7300000000000000001)),
        ("tiktok.com/share/live/7300000000000000001?language=en", Target(room_id=7300000000000000001)),
        (
            "Join! https://www.tiktok.com/de/share/live/7300000000000000001.",
            Target(room_id=7300000000000000001),
        ),
        ("https://m.tiktok.com/h5/share/usr/6641141594707361797.html", Target(user_id=6641141594707361797)),
        ("https://www.tiktok.com/t/ZTabc123/", Target(link="https://www.tiktok.com/t/ZTabc123/")),
        ("http://vm.tiktok.com/ZMabc123", Target(link="https://vm.tiktok.com/ZMabc123/")),
        ("Watch https://vt.tiktok.com/ZSabc123/看直播", Target(link="https://vt.tiktok.com/ZSabc123/")),
        (
            "７３００００００００００００００００1",
            Target(room_id=7300000000000000001, user_id=7300000000000000001),
        ),
        ("ROOM: 7300000000000000001\u200b", Target(room_id=7300000000000000001)),
    ],
)
def test_shared_links_and_numbers(typed, target):
    assert parse_target(typed) == target
    assert parse_target(target.spelling) == target


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.tiktok.com/@naïve/live",
        "https://a.example/?u=https://www.tiktok.com/@name",
        "eviltiktok.com/@name",
        "https://www.tiktok.com@evil.example/@name",
        "@anna b",
        "come to @demo now",
        "evil.example/tiktok.com/@name",
        "https://www.tiktok.com/foryou",
        "https://vm.tiktok.com/",
        "\u200b",
        "99999999999999999999",
        "room:99999999999999999999",
        "https://www.tiktok.com/share/live/",
        "tiktok.com/share/video/7300000000000000001",
    ],
)
def test_what_could_be_the_wrong_room_is_refused(typed):
    with pytest.raises(UsageError):
        parse_target(typed)


def test_a_short_link_says_that_it_is_one():
    assert str(parse_target("https://vm.tiktok.com/ZMabc123/")) == "the short link vm.tiktok.com/ZMabc123/"


@given(st.text())
def test_what_is_read_means_the_same_when_typed_again(typed):
    with contextlib.suppress(UsageError):
        target = parse_target(typed)
        assert parse_target(target.spelling) == target


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("sidestage://@some.name_1", Target("some.name_1")),
        ("sidestage://some.name_1/", Target("some.name_1")),  # as browsers write it
        ("SIDESTAGE:@Some.Name_1", Target("some.name_1")),
        ("sidestage://%40some.name_1/live?from=x#y", Target("some.name_1")),
        ("sidestage://live/@some.name_1", Target("some.name_1")),
        ("sidestage://live/7223940929482340343", Target(room_id=7223940929482340343)),
        ("sidestage://room:7223940929482340343", Target(room_id=7223940929482340343)),
    ],
)
def test_links_of_our_own(link, target):
    assert parse_link(link) == parse_target(link) == target


@pytest.mark.parametrize(
    "link",
    [
        "sidestage://",
        "sidestage://live/",
        "sidestage://@a b",
        "sidestage://--screenshot",
        "sidestage://@mira/../../etc/passwd",
        "sidestage://@mira@evil.example/",
        "sidestage://https://evil.example/@mira",
        "sidestage://%73%69destage://@mira",
        "sidestage://@mira%00",
        "sidestage://@$(reboot)",
        "sidestage://live/" + "9" * 40,
        "sidestage://@" + "x" * 10_000,
        "sidestage://[::1",
        "sidestage://\ud83d",
    ],
)
def test_a_link_of_our_own_that_names_nobody_gets_a_sentence(link):
    with pytest.raises(UsageError) as refusal:
        parse_link(link)
    assert len(refusal.value.line) < 250


@pytest.mark.parametrize(
    "words", ["hunter2", "", "correct horse", "7223940929482340343", "\x00", "a" * 5_000]
)
def test_words_that_are_no_link_are_not_followed_and_not_repeated(words):
    with pytest.raises(UsageError) as refusal:
        parse_link(words)
    assert not words or words not in refusal.value.line


@pytest.mark.parametrize(
    "link", ["@mira", "https://www.tiktok.com/@mira/live", "tiktok.com/@mira", "room:7123456"]
)
def test_names_and_addresses_are_links(link):
    assert parse_link(link) == parse_target(link)
