import json

import pytest

from app.connector.read.errors import NoStream
from app.connector.read.streams import Stream, chosen, streams_of, streams_of_page
from app.errors import ProtocolError


def pulled(data, *qualities):
    return {
        "pull_data": {"stream_data": json.dumps({"data": data}), "options": {"qualities": list(qualities)}}
    }


def newer(text):
    return {"live_core_sdk_data": {"pull_data": {"stream_data": text}}}


def offered(*qualities):
    return [Stream(quality=quality, flv=f"https://a/{quality}.flv") for quality in qualities]


def test_the_json_within_the_json_names_the_qualities():
    data = {
        "hd": {"main": {"flv": "https://a/hd.flv", "hls": "https://a/hd.m3u8", "cmaf": "https://a/hd.mpd"}}
    }
    named = {"sdk_key": "hd", "name": "720p", "resolution": "1280x720", "v_codec": "h264"}
    assert streams_of({"live_core_sdk_data": pulled(data, named)}) == (
        Stream(quality="hd", flv="https://a/hd.flv", hls="https://a/hd.m3u8", cmaf="https://a/hd.mpd",
               name="720p", resolution="1280x720", codec="h264"),
    )  # fmt: skip


def test_size_and_codec_stand_in_the_parameters_where_the_options_are_silent():
    params = json.dumps({"resolution": "640x360", "VCodec": "h265"})
    (stream,) = streams_of(
        newer(json.dumps({"data": {"ld": {"main": {"flv": "https://a", "sdk_params": params}}}}))
    )
    assert (stream.resolution, stream.codec) == ("640x360", "h265")


def test_a_quality_without_an_address_is_not_offered():
    assert streams_of(newer(json.dumps({"data": {"ao": {"main": {}}}}))) == ()


def test_the_older_form_is_read_where_the_newer_is_absent():
    older = {"flv_pull_url": {"SD1": "https://a/sd.flv"}, "resolution_name": {"SD1": "360p"}}
    assert streams_of(older) == (Stream(quality="SD1", flv="https://a/sd.flv", name="360p"),)


def test_the_page_has_a_second_list_for_h265():
    data = {"hd": {"main": {"flv": "https://a/hd.flv"}}}
    assert streams_of_page({"liveRoom": {"hevcStreamData": pulled(data)}})[0].flv == "https://a/hd.flv"


def test_broken_inner_json_is_an_error_of_ours():
    with pytest.raises(ProtocolError):
        streams_of(newer("{"))


@pytest.mark.parametrize("odd", [None, [], {}, newer("[]"), {"flv_pull_url": 3}])
def test_a_room_without_streams_has_none(odd):
    assert streams_of(odd) == ()


@pytest.mark.parametrize(
    ("qualities", "wanted"),
    [
        (["origin", "hd", "sd"], "hd"),
        (["origin", "uhd_60", "sd", "ld"], "uhd_60"),
        (["ao", "ld", "sd"], "sd"),
        (["HD1", "SD2"], "HD1"),
        (["ao", "new"], "new"),
    ],
)
def test_hd_or_the_next_best_is_the_default(qualities, wanted):
    assert chosen(offered(*qualities)).quality == wanted


def test_sound_alone_is_never_the_default_and_may_be_asked_for():
    with pytest.raises(NoStream):
        chosen(offered("ao"))
    assert chosen(offered("ao"), "ao").audio_only


def test_a_quality_that_is_not_offered_names_those_that_are():
    with pytest.raises(NoStream) as raised:
        chosen(offered("hd", "sd"), "8k")
    assert raised.value.line == "The quality “8k” is not offered. There are hd, sd."


@pytest.mark.parametrize("typed", ["sd", "SD", "540p"])
def test_a_quality_may_be_called_by_its_name(typed):
    sd = Stream(quality="sd", name="540p", flv="https://a/sd.flv")
    assert chosen([*offered("hd"), sd], typed) is sd


def test_flv_is_taken_unless_it_carries_h265():
    both = {"quality": "hd", "flv": "https://a.flv", "hls": "https://a.m3u8"}
    assert Stream(**both, codec="h264").address == "https://a.flv"
    assert Stream(**both, codec="h265").address == "https://a.m3u8"
