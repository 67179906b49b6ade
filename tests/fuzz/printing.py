"""What the command line prints of things that strangers said: any value, and never more than its line."""

import json
from functools import partial
from random import Random

from app.cli.gifts import make_gift_json
from app.cli.gifts import write_gift_line as gift_line
from app.cli.info import make_summary_json, write_room
from app.cli.lines import write_event
from app.events import User
from app.events.decode.table import decode
from app.events.describe.as_json import dumps
from app.events.describe.json_text import dump_json
from app.events.describe.plain import make_plain
from app.protocol.message import Message
from app.tiktok.room import RoomSummary

from .invent import invented

NOW_MS = 1_790_000_000_000
HARMLESS = "aß語\u0e01🎤\u200d\ufe0f "
OBEYED = "\x00\x07\x1b\x7f\x85\x9b\n\r\t\u2028\u2029\u202e\u2066\u200b\u200f\ufeff\U000e0041\ud83d"
NUMBERS = (0, 1, -1, 2**31, -(2**31), 2**53, 2**63 - 1, -(2**63), 2**64, 10**30, NOW_MS, NOW_MS * 10**6)


def words(chance):
    return "".join(chance.choices(HARMLESS + OBEYED, k=chance.randrange(12)))


def value(chance):
    return chance.choice((None, True, 1.5, float("inf"), [], {}, words(chance), chance.choice(NUMBERS)))


def printed(seed, method, data):
    """Everything that is printed of one event, and of a room and a gift of odd values."""
    event, summary, gift = told(Random(seed), method, data)
    lines = [
        write_event(event),
        gift_line(make_gift_json(gift)),
        *write_room(summary, NOW_MS).removesuffix("\n").split("\n"),
    ]
    for line in lines:
        assert not set(OBEYED) & set(line), f"a line holds what a terminal obeys: {line!r}"
        assert make_plain(line) == line, "plain lines stay as they are"
        line.encode()
    for line in (dumps(event), dump_json(make_summary_json(summary)), dump_json(make_gift_json(gift))):
        assert len(line.splitlines()) == 1, "JSON of several lines"
        json.loads(line.encode())
    return "printed"


def told(chance, method, data):
    event = decode(Message(method, data, chance.choice(NUMBERS), chance.choice(NUMBERS)))
    person = User(id=chance.choice(NUMBERS), nickname=words(chance), unique_id=words(chance))
    summary = RoomSummary(
        room_id=chance.choice(NUMBERS),
        title=words(chance),
        category=words(chance),
        host=person,
        started_ms=chance.choice(NUMBERS),
        viewers=chance.choice(NUMBERS),
        likes=chance.choice(NUMBERS),
    )
    gift = {name: value(chance) for name in ("id", "name", "diamond_count", "combo", "type", "shipped")}
    return event, summary, gift


def a_print(chance):
    method, data = invented(chance)
    return method, partial(printed, chance.getrandbits(32), method), data


DOORS = (a_print,)
