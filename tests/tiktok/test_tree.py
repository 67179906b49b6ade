import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import SidestageError
from app.tiktok.profile import parse_profile
from app.tiktok.room import summarize_info, summarize_page
from app.tiktok.streams import list_page_streams, read_streams
from app.tiktok.tree import (
    fit_line,
    is_true,
    read_amount,
    read_count,
    read_identity,
    read_moment_ms,
    read_number,
    read_person,
    read_picture,
    read_text,
)

NAMES = (
    "user",
    "owner",
    "stats",
    "liveRoom",
    "roomId",
    "id",
    "status",
    "title",
    "flv_pull_url",
    "url_list",
    "pull_data",
    "stream_data",
    "streamData",
    "hashtag",
    "live_core_sdk_data",
    "userInfo",
    "statusCode",
    "webapp.user-detail",
    "__DEFAULT_SCOPE__",
    "uniqueId",
    "cover",
    "avatar_thumb",
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner),
    max_leaves=20,
)
TREES = st.dictionaries(st.sampled_from(NAMES), JSON)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("7", 7),
        (7, 7),
        (7.9, 7),
        ("", None),
        (None, None),
        ("seven", None),
        (float("inf"), None),
        ([], None),
        (1 << 63, None),
        (-(10**400), None),
        ("9" * 5000, None),
        (-(1 << 63) + 1, -(1 << 63) + 1),
    ],
)
def test_a_count_is_a_number_or_nothing(told, wanted):
    assert read_count(told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (-1, None),
        ("-470", None),
        (0, 0),
        ("0", 0),
        (True, None),
        ("1_0", None),
        (" 7 ", 7),
        ("٣", None),
        (float("nan"), None),
        (-0.5, 0),
    ],
)
def test_an_amount_is_not_below_nothing(told, wanted):
    assert read_amount(told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (1_790_000_000, 1_790_000_000_000),
        (1_790_000_000_000, 1_790_000_000_000),
        ("1790000000", 1_790_000_000_000),
        (1_790_000_000_000_000, 0),
        (1_790_000_000_000_000_000, 0),
        (2**62, 0),
        (2**63 - 1, 0),
        (10**400, 0),
        (-1, 0),
        (946_684_800, 946_684_800_000),
        (946_684_799, 0),
        (4_102_444_799, 4_102_444_799_000),
        (4_102_444_800, 0),
        (float("inf"), 0),
        (None, 0),
        ("soon", 0),
        ({}, 0),
    ],
)
def test_a_time_lies_between_2000_and_2100(told, wanted):
    assert read_moment_ms(told) == wanted


@pytest.mark.parametrize("told", [True, 1, "1", 2, "true", " TRUE ", 1.0])
def test_a_flag_that_is_set(told):
    assert is_true(told)


@pytest.mark.parametrize("told", [False, 0, "0", "", "false", None, {}, [], "no", float("nan"), {"a": 1}])
def test_a_flag_that_is_not_set(told):
    assert not is_true(told)


def test_texts_can_be_written_and_words_for_a_sentence_are_one_line():
    assert read_text("cut \ud83d") == "cut ?"
    assert read_text(5) == ""
    assert fit_line(" a\x1b[31m\n\u202eb\u200b\u2028c\ud83d ") == "a [31m b c?"
    assert fit_line("x" * 500) == "x" * 120 + "…"


def test_an_id_is_above_nothing():
    assert read_identity("-5", 0, "12") == 12
    assert read_person({"id": -5}).id == 0


def test_an_id_told_twice_is_the_first_that_is_told():
    assert read_number("", 0, "12", 13) == 12


def test_a_person_is_told_with_the_exact_id():
    told = json.loads('{"id": 7376541020663015000, "id_str": "7376541020663015005", "display_id": "anna"}')
    assert (read_person(told).id, read_person(told).unique_id) == (7376541020663015005, "anna")


def test_a_picture_is_the_first_address():
    assert read_picture({"url_list": [None, "https://a", "https://b"]}) == "https://a"


@pytest.mark.parametrize(
    "reader", [summarize_info, summarize_page, read_streams, list_page_streams, parse_profile]
)
@given(told=TREES)
def test_any_json_is_read_or_refused_as_we_refuse(reader, told):
    with suppress(SidestageError):
        reader(told)
