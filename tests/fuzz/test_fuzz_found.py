"""What a campaign has found, one line each as it printed it."""

import base64
import json

import pytest

from app.events import Undecodable
from app.events.decode.table import decode
from app.events.describe.as_json import dumps
from app.protocol.message import Message

FOUND = [
    '{"method": "WebcastLinkLayerMessage", "payload_b64": "mgcA"}',
    '{"method": "WebcastAvatarGenerateResultMessage", "payload_b64": "EgsaCRkAAAAAAAD4fw=="}',
    '{"method": "WebcastRoomStreamAdaptationMessage", "payload_b64": "GgUNAACAfw=="}',
]


def no_constant(name):
    raise AssertionError(f"{name} is not JSON")


@pytest.mark.parametrize("line", FOUND)
def test_an_event_is_json_that_every_reader_takes(line):
    told = json.loads(line)
    event = decode(Message(told["method"], base64.b64decode(told["payload_b64"])))
    assert not isinstance(event, Undecodable)
    json.loads(dumps(event), parse_constant=no_constant)
