"""Messages that the schema allows and no server would send: any field, the oddest values."""

from google.protobuf.descriptor import FieldDescriptor

from app.protocol.schema import find_reader, list_methods

from .damage import NUMBERS, TEXTS

DEEPEST = 6
MOST = 12  # fields of a message; at most half of them
REAL = (0.0, -1.5, 1e308, float("inf"), float("nan"))
LONGEST = 4300  # digits that Python takes for a number
WORDS = (
    *(text for text in TEXTS if len(text) <= LONGEST or not text[-1].isdigit()),
    "",
    "0",
    "12",
    "abc",
    "pm_mt_guidance_viewer_5_share",
    "live_room_enter_toast",
    "ttlive_superfan",
)


def invented(chance):
    """Name and bytes of a message of any method that the schema knows."""
    method = chance.choice(sorted(list_methods()))
    wire = find_reader(method)()
    fill(chance, wire, DEEPEST)
    return method, wire.SerializeToString()


def fill(chance, wire, depth):
    found = list(wire.DESCRIPTOR.fields)
    for field in chance.sample(found, min(MOST, -(-len(found) // 2))):
        if field.message_type is None:
            set_plain(chance, wire, field)
        elif depth:
            set_message(chance, getattr(wire, field.name), field, depth - 1)


def set_plain(chance, wire, field):
    if field.is_repeated:
        getattr(wire, field.name).extend(value(chance, field) for _ in range(chance.randrange(3)))
    else:
        setattr(wire, field.name, value(chance, field))


def set_message(chance, place, field, depth):
    if field.message_type.GetOptions().map_entry:
        set_entry(chance, place, field.message_type.fields_by_name, depth)
    elif field.is_repeated:
        for _ in range(chance.randrange(3)):
            fill(chance, place.add(), depth)
    else:
        place.SetInParent()
        fill(chance, place, depth)


def set_entry(chance, place, parts, depth):
    key = value(chance, parts["key"])
    if parts["value"].message_type is None:
        place[key] = value(chance, parts["value"])
    else:
        fill(chance, place[key], depth)


def value(chance, field):
    kind = field.cpp_type
    if kind in LIMITS:
        low, high = LIMITS[kind]
        return chance.choice([one for one in (*NUMBERS, -1, low) if low <= one <= high])
    return {
        FieldDescriptor.CPPTYPE_STRING: lambda: text(chance, field),
        FieldDescriptor.CPPTYPE_BOOL: lambda: chance.random() < 0.5,
        FieldDescriptor.CPPTYPE_DOUBLE: lambda: chance.choice(REAL),
        FieldDescriptor.CPPTYPE_FLOAT: lambda: chance.choice(REAL),
    }[kind]()


def text(chance, field):
    told = chance.choice(WORDS)
    return told if field.type == FieldDescriptor.TYPE_STRING else told.encode()


LIMITS = {
    FieldDescriptor.CPPTYPE_INT32: (-(2**31), 2**31 - 1),
    FieldDescriptor.CPPTYPE_INT64: (-(2**63), 2**63 - 1),
    FieldDescriptor.CPPTYPE_UINT32: (0, 2**32 - 1),
    FieldDescriptor.CPPTYPE_UINT64: (0, 2**64 - 1),
    FieldDescriptor.CPPTYPE_ENUM: (-(2**31), 2**31 - 1),
}
