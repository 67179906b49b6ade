"""Ways to damage protobuf bytes, each by name. `chance` is a Random: the same seed, the same damage."""

from app.errors import ProtocolError
from app.protocol.wire import BYTES, FIXED32, FIXED64, VARINT, walk_fields

GROUP_START, GROUP_END = 3, 4
DEEPEST = 300  # the reader refuses more than 100
GOES_IN = 0.75  # how often damage goes a level deeper
NUMBERS = (0, 1, 77, 1000, 2**31 - 1, 2**31, 2**32 - 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1)
SIZES = (2**16, 2**31 - 1, 2**31, 2**32, 2**63, 2**64 - 1)
NO_TEXT = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"ab\xe2\x82", b"\x80" * 9)
TEXTS = (
    "9" * 5000,
    "-1",
    "1e400",
    "²",
    "１２",
    "nan",
    "{",
    "}",
    "{0:user",
    "{99:x}",
    "{-1:user}",
    "{0.__class__}",
    "%s%d%",
    "\0",
    "\u202eabc",
    "\ud7ff",
    "\U0010ffff" * 50,
    "a" * 70_000,
    "_9999999999_share",
    "profile" + "9" * 5000,
)


def varint(number):
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def tag(number, kind):
    return varint(number << 3 | kind)


def sized(number, content):
    return tag(number, BYTES) + varint(len(content)) + content


def written(number, kind, value):
    if kind == BYTES:
        return sized(number, value)
    return tag(number, kind) + (varint(value) if kind == VARINT else value)


def parts(data):
    """Number, wire type and value of every field; None when the bytes are no message."""
    try:
        return [(number, kind, value) for number, kind, value, _ in walk_fields(data)]
    except ProtocolError:
        return None


# One field, damaged: (chance, number, kind, value) -> its new bytes.


def another_wire_type(chance, number, kind, value):
    samples = {VARINT: 5, FIXED64: b"12345678", BYTES: b"abc", FIXED32: b"1234"}
    other = chance.choice([one for one in samples if one != kind])
    return written(number, other, samples[other])


def lying_wire_type(chance, number, kind, value):
    told = written(number, kind, value)
    return tag(number, chance.randrange(8)) + told[len(tag(number, kind)) :]


def overlong_varint(chance, number, kind, value):
    return tag(number, VARINT) + b"\x80" * chance.choice((3, 8, 9, 10, 11, 40)) + b"\x01"


def bad_text(chance, number, kind, value):
    told = value if kind == BYTES else b""
    at = chance.randrange(len(told) + 1)
    return sized(number, told[:at] + chance.choice(NO_TEXT) + told[at:])


def odd_text(chance, number, kind, value):
    return sized(number, chance.choice(TEXTS).encode())


def odd_number(chance, number, kind, value):
    return tag(number, VARINT) + varint(chance.choice(NUMBERS))


def nested(chance, number, kind, value):
    told = value if kind == BYTES else b""
    for _ in range(chance.choice((10, 98, 101, DEEPEST))):
        told = sized(number, told)
    return told


def nested_groups(chance, number, kind, value):
    depth = chance.choice((1, 40, 99, 101, DEEPEST))
    return tag(number, GROUP_START) * depth + b"\x08\x01" + tag(number, GROUP_END) * depth


def open_group(chance, number, kind, value):
    return tag(number, chance.choice((GROUP_START, GROUP_END))) + written(number, kind, value)


def repeated(chance, number, kind, value):
    return written(number, kind, value) * chance.choice((2, 3, 50))


def lost(chance, number, kind, value):
    return b""


def huge(chance, number, kind, value):
    told = value if kind == BYTES else b""
    return tag(number, BYTES) + varint(chance.choice((*SIZES, len(told) + 1))) + told


def no_number(chance, number, kind, value):
    return written(chance.choice((0, 2**29 - 1, 2**29)), kind, value)


def renumbered(chance, number, kind, value):
    return written(chance.randrange(1, 60), kind, value)


# What stays readable comes more often: it goes further in.
READABLE = (another_wire_type, odd_text, odd_number, nested, nested_groups, repeated, lost, renumbered)
UNREADABLE = (lying_wire_type, overlong_varint, bad_text, open_group, huge, no_number)
FIELD = (*READABLE * 4, *UNREADABLE)


def within(chance, data, change):
    """Damage one field somewhere inside, so that all around it still has the right length."""
    found = parts(data)
    if not found:
        return data
    at = chance.randrange(len(found))
    number, kind, value = found[at]
    deeper = kind == BYTES and chance.random() < GOES_IN and parts(value)
    new = sized(number, within(chance, value, change)) if deeper else change(chance, number, kind, value)
    before, after = found[:at], found[at + 1 :]
    return b"".join([*(written(*one) for one in before), new, *(written(*one) for one in after)])


# The whole, damaged: (chance, data) -> data.


def truncated(chance, data):
    return data[: chance.randrange(len(data) + 1)]


def flipped(chance, data):
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut_out(chance, data):
    begin = chance.randrange(len(data) + 1)
    return data[:begin] + data[begin + chance.randrange(1, 9) :]


def stuffed(chance, data):
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at:]


def shuffled(chance, data):
    found = parts(data) or []
    chance.shuffle(found)
    return b"".join(written(*one) for one in found)


def noise(chance, data):
    return chance.randbytes(chance.randrange(64))


def field(chance, data):
    return within(chance, data, chance.choice(FIELD))


WHOLE = (truncated, flipped, cut_out, stuffed, shuffled, noise)


def damaged(chance, data):
    """One to eight damages, most of them to single fields."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        data = field(chance, data) if chance.random() < 0.95 else chance.choice(WHOLE)(chance, data)
    return data
