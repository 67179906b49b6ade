import pytest

from app.events import Other, Undecodable, Unknown
from app.events.decode.method_names import name_method
from app.events.decode.table import decode
from app.events.describe.as_json import to_json
from app.protocol.message import Message
from app.protocol.schema import list_methods
from tests.reference import webcast as w

from .wires import ANN, AT_MS, ROOM, event_of


@pytest.mark.parametrize("method", sorted(list_methods()))
def test_every_method_with_a_schema_is_read(method):
    event = decode(Message(method, b"", msg_id=5, at_ms=AT_MS))
    assert not isinstance(event, Undecodable | Unknown)
    assert (event.method, event.msg_id, event.at_ms) == (method, 5, AT_MS)


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("WebcastLinkLayerMessage", "link_layer"),
        ("WebcastLinkMicSignalingMethod", "link_mic_signaling"),
        ("WebcastBALeadGenMessage", "ba_lead_gen"),
        ("WebcastProjectDModifyH5", "project_d_modify_h5"),
    ],
)
def test_a_method_is_named_as_python_would(method, name):
    assert name_method(method) == name


def test_fields_stand_under_their_names_with_enums_in_words():
    event = event_of(w.WebcastHashtagMessage(hashtag=w.Hashtag(id=1 << 60, title="Outdoors")))
    assert isinstance(event, Other)
    assert (event.name, event.summary, event.room_id) == ("hashtag", "Outdoors", ROOM)
    assert event.fields == {"hashtag": {"id": 1 << 60, "title": "Outdoors"}}


def test_ids_within_fields_are_strings_in_json():
    event = event_of(w.WebcastHashtagMessage(hashtag=w.Hashtag(id=7)))
    assert to_json(event)["fields"] == {"hashtag": {"id": "7"}}


def test_a_summary_is_one_line():
    assert event_of(w.WebcastBottomMessage(content="Be\nkind\r\n")).summary == "Be kind"


def test_without_words_the_summary_says_what_kind_it_is():
    event = event_of(
        w.WebcastPartnershipDropsUpdateMessage(change_mode=w.PartnershipDropsUpdateMessageChangeMode(1))
    )
    assert event.summary == "partnership drops update: update"


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        (w.WebcastSubTimerStickerMessage(sticker=w.SubTimerSticker(type=1)), "sub timer sticker: "),
        (
            w.WebcastPerceptionMessage(punish_info=w.PunishEventInfo(punish_type="muting_cancel")),
            "perception: muting cancel",
        ),
        (
            w.WebcastAccessRecallMessage(scene="CONTENT_CLASSIFICATION"),
            "access recall: content classification",
        ),
    ],
    ids=["inner", "text", "capitals"],
)
def test_the_kind_may_stand_within_or_travel_as_text(body, summary):
    assert event_of(body).summary.startswith(summary)


def test_a_key_is_no_summary():
    sticker = w.Hashtag(title="pm_mt_goal_reminder")
    assert event_of(w.WebcastHashtagMessage(hashtag=sticker)).summary == "hashtag"


def test_the_sentence_that_tiktok_shows_is_the_summary():
    pattern = w.Text(
        default_pattern="{0:user} waves", pieces=[w.TextPiece(user_value=w.TextPieceUser(user=ANN))]
    )
    body = w.WebcastGreetingMessage()
    body.common = w.CommonMessageData(display_text=pattern)
    assert decode(Message("WebcastGreetingMessage", bytes(body))).summary == "Ann waves"


def test_a_field_that_no_schema_names_is_an_extra_of_a_typed_event():
    payload = bytes(w.WebcastLikeMessage(count=3)) + b"\xf8\x3f\x07" + b"\xf8\x3f\x08" + b"\xfa\x3f\x02hi"
    event = decode(Message("WebcastLikeMessage", payload))
    assert event.count == 3
    assert event.extras == {1023: (7, 8, b"hi")}


def test_a_field_that_no_schema_names_stands_at_its_place_within_others():
    payload = b"\x12\x05\xf8\x3f\x07\x08\x09"
    event = decode(Message("WebcastHashtagMessage", payload))
    assert event.fields == {"hashtag": {"id": 9, "1023": 7}}
