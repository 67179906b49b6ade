import json

import pytest

from app.connector.streams import Stream, streams_of
from app.errors import ProtocolError


def newer(text: str) -> dict[str, object]:
    return {"live_core_sdk_data": {"pull_data": {"stream_data": text}}}


def test_the_json_within_the_json_names_the_qualities() -> None:
    data = {"hd": {"main": {"flv": "https://a/hd.flv", "hls": "https://a/hd.m3u8"}}, "ao": {"main": {}}}
    assert streams_of(newer(json.dumps({"data": data}))) == (
        Stream("hd", "https://a/hd.flv", "https://a/hd.m3u8"),
    )


def test_the_older_form_is_read_where_the_newer_is_absent() -> None:
    assert streams_of({"flv_pull_url": {"SD1": "https://a/sd.flv"}}) == (
        Stream("SD1", "https://a/sd.flv", ""),
    )


def test_broken_inner_json_is_an_error_of_ours() -> None:
    with pytest.raises(ProtocolError):
        streams_of(newer("{"))


@pytest.mark.parametrize("odd", [None, [], {}, newer("[]"), {"flv_pull_url": 3}])
def test_a_room_without_streams_has_none(odd: object) -> None:
    assert streams_of(odd) == ()
