import json

import pytest

from app.errors import ProtocolError
from app.errors.reading import NoStream
from app.tiktok.room import RoomSummary
from app.tiktok.streams import (
    Stream,
    check_open,
    choose_preferred,
    choose_stream,
    list_page_streams,
    read_streams,
)


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
    assert read_streams({"live_core_sdk_data": pulled(data, named)}) == (
        Stream(
            quality="hd",
            flv="https://a/hd.flv",
            hls="https://a/hd.m3u8",
            cmaf="https://a/hd.mpd",
            name="720p",
            resolution="1280x720",
            codec="h264",
        ),
    )


def test_size_and_codec_stand_in_the_parameters_where_the_options_are_silent():
    params = json.dumps({"resolution": "640x360", "VCodec": "h265"})
    (stream,) = read_streams(
        newer(json.dumps({"data": {"ld": {"main": {"flv": "https://a", "sdk_params": params}}}}))
    )
    assert (stream.resolution, stream.codec) == ("640x360", "h265")


def test_a_quality_without_an_address_is_not_offered():
    assert read_streams(newer(json.dumps({"data": {"ao": {"main": {}}}}))) == ()


def test_the_older_form_is_read_where_the_newer_is_absent():
    older = {"flv_pull_url": {"SD1": "https://a/sd.flv"}, "resolution_name": {"SD1": "360p"}}
    assert read_streams(older) == (Stream(quality="SD1", flv="https://a/sd.flv", name="360p"),)


def test_the_page_has_a_second_list_for_h265():
    data = {"hd": {"main": {"flv": "https://a/hd.flv"}}}
    assert list_page_streams({"liveRoom": {"hevcStreamData": pulled(data)}})[0].flv == "https://a/hd.flv"


def both(plain, hevc):
    return {"liveRoom": {"streamData": plain, "hevcStreamData": hevc}}


def lists(**told):
    """A list of qualities: `name=codec`, or with `flv` or `hls` alone as `name=(codec, form)`."""
    data = {}
    for name, (codec, *forms) in told.items():
        addresses = {form: f"https://a/{name}-{codec}.{form}" for form in forms or ("flv", "hls")}
        data[name] = {"main": addresses | {"sdk_params": json.dumps({"VCodec": codec})}}
    return pulled(data)


def test_qualities_of_both_lists_are_offered_in_h264_where_both_have_them():
    found = list_page_streams(
        both(lists(hd=["h264"], ld=["h265"]), lists(hd=["h265"], ld=["h264"], origin=["h265"]))
    )
    assert [(one.quality, one.codec) for one in found] == [("hd", "h264"), ("ld", "h264"), ("origin", "h265")]


def test_a_quality_that_can_be_recorded_goes_before_one_that_cannot():
    plain = pulled({"hd": {"main": {"cmaf": "https://a/hd.mpd"}}})
    (stream,) = list_page_streams(both(plain, lists(hd=["h265", "hls"])))
    assert stream.codec == "h265"


BROKEN = {"pull_data": {"stream_data": "{"}}


@pytest.mark.parametrize("lists", [(lists(hd=["h264"]), BROKEN), (BROKEN, lists(hd=["h264"]))])
def test_a_broken_list_costs_itself_only(lists):
    assert [stream.quality for stream in list_page_streams(both(*lists))] == ["hd"]


@pytest.mark.parametrize("other", [BROKEN, {}, None])
def test_where_nothing_else_is_told_a_broken_list_is_an_error(other):
    with pytest.raises(ProtocolError):
        list_page_streams(both(BROKEN, other))


def test_the_older_form_is_read_where_the_newer_is_broken():
    assert read_streams(newer("{") | {"flv_pull_url": {"SD1": "https://a/sd.flv"}})[0].quality == "SD1"


def test_broken_parameters_cost_no_stream():
    told = newer(json.dumps({"data": {"ld": {"main": {"flv": "https://a", "sdk_params": "{"}}}}))
    assert [stream.codec for stream in read_streams(told)] == [""]


@pytest.mark.parametrize(
    "codec", ["h265", "H265", "HEVC", "hevc", "265", "bytevc1", "ByteVC1", "h.265", "hvc1.1.6.L93"]
)
def test_h265_by_all_its_names_is_not_read_in_flv(codec):
    stream = Stream(quality="hd", flv="https://a/hd.flv", codec=codec)
    assert stream.is_h265
    assert not stream.is_recordable
    assert Stream(quality="hd", flv="https://a/hd.flv", hls="https://a/hd.m3u8", codec=codec).is_recordable
    assert read_streams(lists_as_info(codec))[0].codec == "h265"


def lists_as_info(codec):
    return {"live_core_sdk_data": lists(hd=[codec])}


@pytest.mark.parametrize("codec", ["h264", "H264", "avc", "bytevc2", ""])
def test_other_codecs_are_not_h265(codec):
    assert not Stream(quality="hd", flv="https://a", codec=codec).is_h265


def test_the_default_is_one_that_can_be_recorded():
    told = list_page_streams(both(lists(hd=["h265", "flv"], sd=["h265", "flv"], ld=["h264", "flv"]), {}))
    assert choose_stream(told).quality == "ld"
    assert choose_preferred(told) is choose_stream(told)


@pytest.mark.parametrize(
    "odd", [{"flv": "http://a/x.flv"}, {"cmaf": "https://a/x.mpd"}, {"hls": "ftp://a/x.m3u8"}]
)
def test_what_is_not_fetched_is_not_the_default(odd):
    assert choose_stream([Stream(quality="hd", **odd), *offered("sd")]).quality == "sd"
    with pytest.raises(NoStream):
        choose_stream([Stream(quality="hd", **odd)])


def test_where_nothing_can_be_recorded_a_sentence_says_so():
    streams = [Stream(quality="hd", flv="https://a", codec="bytevc1"), *offered("ao")]
    with pytest.raises(NoStream, match="can be recorded"):
        choose_stream(streams)
    assert choose_preferred(streams) is None
    with pytest.raises(NoStream, match="hd cannot be recorded") as raised:
        choose_stream(streams, "hd")
    assert raised.value.hint == "There are ao."


def test_names_of_a_server_are_clean_in_the_sentence():
    with pytest.raises(NoStream) as raised:
        choose_stream([Stream(quality="h\x1bd\u202e", flv="https://a")], "8\x1bk")
    assert raised.value.line.isprintable()


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (RoomSummary(room_id=7, subscribers_only=True), "is for subscribers only"),
        (RoomSummary(room_id=7, paid_event=True), "is a paid event"),
    ],
)
def test_a_room_that_shows_its_video_to_some_says_to_whom(room, words):
    with pytest.raises(NoStream, match=words):
        check_open([RoomSummary(room_id=7), room])
    check_open([RoomSummary(room_id=7)])


def test_broken_inner_json_is_an_error_of_ours():
    with pytest.raises(ProtocolError):
        read_streams(newer("{"))


@pytest.mark.parametrize("odd", [None, [], {}, newer("[]"), {"flv_pull_url": 3}])
def test_a_room_without_streams_has_none(odd):
    assert read_streams(odd) == ()


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
    assert choose_stream(offered(*qualities)).quality == wanted


def test_sound_alone_is_never_the_default_and_may_be_asked_for():
    with pytest.raises(NoStream):
        choose_stream(offered("ao"))
    assert choose_stream(offered("ao"), "ao").has_sound_only


def test_a_quality_that_is_not_offered_names_those_that_are():
    with pytest.raises(NoStream) as raised:
        choose_stream(offered("hd", "sd"), "8k")
    assert raised.value.line == "The quality “8k” is not offered. There are hd, sd."


@pytest.mark.parametrize("typed", ["sd", "SD", "540p"])
def test_a_quality_may_be_called_by_its_name(typed):
    sd = Stream(quality="sd", name="540p", flv="https://a/sd.flv")
    assert choose_stream([*offered("hd"), sd], typed) is sd


def test_flv_is_taken_unless_it_carries_h265():
    both = {"quality": "hd", "flv": "https://a.flv", "hls": "https://a.m3u8"}
    assert Stream(**both, codec="h264").address == "https://a.flv"
    assert Stream(**both, codec="h265").address == "https://a.m3u8"
