"""Nobody is known by a replaced recording, and it still says what happened."""

import base64

import pytest
from google.protobuf.descriptor import FieldDescriptor

from app.events.decode.table import decode
from app.protocol.message import Message
from app.protocol.schema import find_reader, list_methods
from app.record.identities import OTHER, Replacer
from app.record.identity_table import STAYS
from app.record.last_minute import KEPT_MS, MOST, MOST_BYTES, LastMinute
from tests.golden.captures import messages

TREATMENTS = frozenset({"", "person", "thing", "name", "handle", "words", "key", "level"})
TEXTS = (FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES)
COUNTED = {"gift_id"}  # what everybody gives, and what it is called by TikTok
OF_NOBODY = {("Gift", "id")}
FIELDS = [(kind, name, treatment) for kind, fields in STAYS.items() for name, treatment in fields.items()]


@pytest.mark.parametrize(("kind", "name", "treatment"), FIELDS)
def test_each_row_names_a_field_and_no_text_and_no_id_stays_as_it_is(kind, name, treatment):
    field = find_reader(kind).DESCRIPTOR.fields_by_name[name]
    assert treatment in TREATMENTS
    if field.message_type is None and not treatment:
        assert field.type not in TEXTS
        words = {*name.split("_")}
        assert not words & {"id", "ids", "uid", "key"} or name in COUNTED or (kind, name) in OF_NOBODY
    is_map = field.message_type is not None and field.message_type.GetOptions().map_entry
    if is_map:
        assert treatment in {"person", "thing"}
    elif field.message_type is not None:
        assert not treatment
        assert field.message_type.name in STAYS


def list_identities(wire):
    """Every text of strangers, and every number that is long enough to be an id."""
    for field, value in wire.ListFields():
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            inner = [value[key] for key in value]
            yield from (key for key in value if isinstance(key, int) and key > 10**6)
        else:
            inner = value if field.is_repeated else [value]
        for one in inner:
            if hasattr(one, "ListFields"):
                yield from list_identities(one)
            elif is_identity(field.name, one):
                yield one


def is_identity(name, one):
    if isinstance(one, str):
        return name in {"nickname", "nick_name", "display_id", "content", "sec_uid"}
    return name.endswith(("id", "uid")) and one > 10**6


def list_values(wire):
    for field, value in wire.ListFields():
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            yield from value
            inner = [value[key] for key in value]
        else:
            inner = value if field.is_repeated else [value]
        for one in inner:
            if hasattr(one, "ListFields"):
                yield from list_values(one)
            else:
                yield one


KNOWN = [one for one in messages() if one.method in list_methods()]


@pytest.mark.parametrize("message", KNOWN, ids=lambda one: one.method)
def test_nobody_is_known_and_the_same_happened(message):
    told = Replacer().replace(message)
    before = {*list_identities(find_reader(message.method).FromString(message.payload))}
    after = {*list_values(find_reader(message.method).FromString(told.payload))}
    assert not {one for one in before if f"{one}".strip("x ")} & after
    if message.method in STAYS:
        assert decode(told).type == decode(message).type
    else:
        assert not told.payload


def test_the_same_person_and_the_same_streak_are_the_same_everywhere():
    gifts = [one for one in messages() if one.method == "WebcastGiftMessage"]
    before = [decode(one) for one in gifts]
    after = [decode(one) for one in Replacer().replace_all(gifts)]
    for name in ("group_id", "gift_id", "count", "diamonds", "streakable", "ended"):
        kept = [getattr(one, name) for one in after]
        told = [getattr(one, name) for one in before]
        if name == "group_id":
            assert [kept.index(one) for one in kept] == [told.index(one) for one in told]
        else:
            assert kept == told
    people = [one.user.id for one in before]
    assert [people.index(one) for one in people] == [
        [one.user.id for one in after].index(other.user.id) for other in after
    ]
    assert all(one.user.nickname == f"Person {one.user.id}" for one in after)


def write(method, **fields):
    wire = find_reader(method)()
    for name, value in fields.items():
        setattr(wire, name, value)
    return Message(method, wire.SerializeToString())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("call me 0151 2345678!", "xxxx xx xxxx xxxxxxx!"),
        ("@mira.live ❤️", "@xxxx.xxxx xx"),
        ("ä\u202eb\ud7ff", "xxxx"),
        ("{0:user} gave {12}", "{0:xxxx} xxxx {xx}"),
    ],
)
def test_words_become_letters_that_say_nothing(text, kept):
    replaced = Replacer().replace(write("WebcastChatMessage", content=text))
    assert find_reader("WebcastChatMessage").FromString(replaced.payload).content == kept


def test_a_key_that_could_be_something_else_is_left_out():
    for text, kept in (("en", "en"), ("mira 7", ""), ("a_71234567890123", ""), ("x" * 65, "")):
        replaced = Replacer().replace(write("WebcastChatMessage", content_language=text))
        assert find_reader("WebcastChatMessage").FromString(replaced.payload).content_language == kept


def test_what_no_schema_names_is_left_out_and_what_makes_no_sense_keeps_its_method_only():
    secret = base64.b64decode("ygYGc2VjcmV0")  # field 105: "secret"
    told = Replacer().replace(Message("WebcastChatMessage", write("WebcastChatMessage").payload + secret))
    assert b"secret" not in told.payload
    assert Replacer().replace(Message("WebcastChatMessage", b"\xff\xff")).payload == b""
    assert Replacer().replace(Message("WebcastMira71234", b"\x0a\x01a")) == Message(OTHER, b"")


def at(at_ms, size=1):
    return Message("WebcastChatMessage", b"x" * size, at_ms=at_ms)


def test_a_minute_is_kept():
    ring = LastMinute()
    for at_ms in (0, 1_000, KEPT_MS, KEPT_MS + 500):
        ring.take(at(at_ms))
    assert [one.at_ms for one in ring.list()] == [1_000, KEPT_MS, KEPT_MS + 500]
    assert ring.size == 3


def test_it_is_bounded_by_bytes_and_by_number():
    ring = LastMinute()
    for _ in range(MOST + 10):
        ring.take(at(0))
    assert len(ring.list()) == MOST
    ring.take(at(0, MOST_BYTES - 5))
    assert (len(ring.list()), ring.size) == (6, MOST_BYTES)
    ring.take(at(0, MOST_BYTES + 1))
    assert (ring.list(), ring.size) == ([], 0)


def test_it_holds_the_bytes_that_came():
    ring, message = LastMinute(), at(0)
    ring.take(message)
    assert ring.list()[0] is message
