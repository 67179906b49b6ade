import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import events as ev
from app.events.describe.as_json import dumps, to_json

BIG = 7_286_184_901_295_344_427
ANN = ev.User(
    id=BIG, unique_id="ann", nickname="Ann\n💕", badges=(ev.Badge("fan_level", 4),), roles=("host",)
)


def test_always_there():
    made = to_json(ev.Like(method="WebcastLikeMessage", msg_id=BIG, room_id=5, at_ms=9, count=1, total=2))
    assert list(made)[:5] == ["type", "method", "msg_id", "room_id", "at_ms"]
    assert (made["type"], made["msg_id"], made["room_id"], made["at_ms"]) == ("like", str(BIG), "5", 9)


def test_a_person():
    user = to_json(ev.Comment(user=ANN, text="x"))["user"]
    assert (user["id"], user["unique_id"], user["nickname"]) == (str(BIG), "ann", "Ann\n💕")
    assert user["badges"] == [{"kind": "fan_level", "level": 4, "text": "", "icon_url": ""}]
    assert user["roles"] == ["host"]


def test_nobody_is_null():
    assert to_json(ev.Goal())["user"] is None


def test_gift():
    made = to_json(ev.Gift(user=ANN, gift_id=5655, group_id=1_696_447_175_732, to_user=ev.User(id=8)))
    assert (made["gift_id"], made["group_id"], made["to_user"]["id"]) == ("5655", "1696447175732", "8")


def test_lists_of_ids():
    assert to_json(ev.Delete(msg_ids=(BIG,), user_ids=(1, 2)))["msg_ids"] == [str(BIG)]


def test_top_viewers():
    made = to_json(ev.Viewers(now=1, total=2, top=(ev.TopViewer(ANN, 65, 1),)))
    assert (made["top"][0]["user"]["id"], made["top"][0]["score"]) == (str(BIG), 65)


def test_battle():
    side = ev.Side(host_id=BIG, contributors=(ev.Contributor(ANN, 3),))
    made = to_json(ev.Battle(battle_id=BIG, phase="active", sides=(side,)))
    assert (made["battle_id"], made["phase"]) == (str(BIG), "active")
    assert (made["sides"][0]["host_id"], made["sides"][0]["score"]) == (str(BIG), None)
    assert made["sides"][0]["contributors"][0]["score"] == 3


def test_unknown_fields_by_number():
    made = to_json(ev.Unknown(method="WebcastNews", fields={1: 5, 2: (b"hi", b"\xff"), 3: BIG, 4: b""}))
    assert made["fields"] == {"1": 5, "2": ["hi", "base64:/w=="], "3": str(BIG), "4": ""}


def test_a_message_with_the_name_of_an_id_is_an_object():
    fields = {"members": ({"user_id": BIG},), "depend_id": {"seq": 4}, "asset_ids": (1, 2)}
    assert to_json(ev.Other(fields=fields))["fields"] == {
        "members": [{"user_id": str(BIG)}],
        "depend_id": {"seq": 4},
        "asset_ids": ["1", "2"],
    }


def test_extras_only_when_there_are_some():
    assert "extras" not in to_json(ev.Like())
    assert to_json(ev.Like(extras={99: 1}))["extras"] == {"99": 1}


NAMED = [getattr(ev, name) for name in ev.__all__]
KINDS = [
    kind for kind in NAMED if isinstance(kind, type) and issubclass(kind, ev.Event) and kind.type != "event"
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
def test_every_event_is_one_line_of_json(kind):
    line = dumps(kind())
    assert json.loads(line)["type"] == kind.type
    assert "\n" not in line


@given(st.text())
def test_any_text_comes_back(text):
    assert json.loads(dumps(ev.Comment(text=text)))["text"] == text
