"""Sidestage itself: a message decoded. With the word `new`, nobody was ever seen before."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from serving import DECODED, FAILED, UNKNOWN, serve

from app.bench.messages import Cast
from app.events import Undecodable, Unknown
from app.events.decode.table import decode
from app.protocol.message import Message
from app.protocol.methods import normalise

OUTCOMES = {Undecodable: FAILED, Unknown: UNKNOWN}


def event(method, payload):
    return decode(Message(normalise(method), payload))


def outcome(told):
    return OUTCOMES.get(type(told), DECODED)


class Strangers:
    """The same messages, with other people in every pass."""

    def __init__(self):
        self.cast = None

    def __call__(self, messages, turn):
        if self.cast is None:
            self.cast = Cast(Message(normalise(method), payload) for method, payload in messages)
        changed = self.cast.change_people(turn + 1)
        return [(method, one.payload) for (method, _), one in zip(messages, changed, strict=True)]


serve(("protobuf",), event, outcome=outcome, renewed=Strangers() if "new" in sys.argv else None)
