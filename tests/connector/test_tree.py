import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.connector.read.profile import profile_in
from app.connector.read.room import summary_of_info, summary_of_page
from app.connector.read.streams import streams_of, streams_of_page
from app.connector.tree import count, number, person, picture
from app.errors import SidestageError

NAMES = ("user", "owner", "stats", "liveRoom", "roomId", "id", "status", "title", "flv_pull_url", "url_list",
         "pull_data", "stream_data", "streamData", "hashtag", "live_core_sdk_data", "userInfo", "statusCode",
         "webapp.user-detail", "__DEFAULT_SCOPE__", "uniqueId", "cover", "avatar_thumb")  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner),
    max_leaves=20,
)
TREES = st.dictionaries(st.sampled_from(NAMES), JSON)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [("7", 7), (7, 7), (7.9, 7), ("", None), (None, None), ("seven", None), (float("inf"), None), ([], None),
     (1 << 63, None), (-(10**400), None), ("9" * 5000, None), (-(1 << 63) + 1, -(1 << 63) + 1)],
)  # fmt: skip
def test_a_count_is_a_number_or_nothing(told, wanted):
    assert count(told) == wanted


def test_an_id_told_twice_is_the_first_that_is_told():
    assert number("", 0, "12", 13) == 12


def test_a_person_is_told_with_the_exact_id():
    told = json.loads('{"id": 7376541020663015000, "id_str": "7376541020663015005", "display_id": "anna"}')
    assert (person(told).id, person(told).unique_id) == (7376541020663015005, "anna")


def test_a_picture_is_the_first_address():
    assert picture({"url_list": [None, "https://a", "https://b"]}) == "https://a"


@pytest.mark.parametrize(
    "reader", [summary_of_info, summary_of_page, streams_of, streams_of_page, profile_in]
)
@given(told=TREES)
def test_any_json_is_read_or_refused_as_we_refuse(reader, told):
    with suppress(SidestageError):
        reader(told)
