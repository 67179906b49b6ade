from hypothesis import given
from hypothesis import strategies as st

from app.events.describe.tree import read_tree
from app.protocol.message import Message
from app.protocol.schema import list_methods
from tests.reference import webcast as w


def by_name(nodes):
    return {node.name: node for node in nodes}


def tree(body):
    return read_tree(Message(type(body).__name__, bytes(body)))


def test_fields_have_number_name_type_and_value():
    node = tree(w.WebcastLikeMessage(count=3))[0]
    assert (node.number, node.name, node.kind, node.value) == (2, "count", "int32", "3")


def test_messages_hold_their_fields_and_repeated_ones_are_counted():
    top = by_name(
        tree(w.WebcastLikeMessage(user=w.User(nickname="Ann", real_time_icons=[w.ImageModel()] * 2)))
    )
    user = by_name(top["user"].nodes)
    assert (top["user"].kind, user["nickname"].value) == ("User", "Ann")
    assert [name for name in user if name.startswith("real")] == ["real_time_icons[0]", "real_time_icons[1]"]


def test_an_enum_tells_word_and_number():
    assert tree(w.WebcastControlMessage(action=3))[0].value == "stream_ended (3)"


def test_entries_of_a_map_stand_under_their_keys():
    body = w.WebcastLinkMicBattle(tracking_extra={"a": "b"})
    assert (tree(body)[0].name, tree(body)[0].value) == ("tracking_extra[a]", "b")


def test_a_field_without_a_name_is_guessed_and_says_so():
    payload = b"\xfa\x3f\x02hi" + b"\xf8\x3f\x07" + b"\xfa\x3f\x02\x08\x05"
    text, number, message = read_tree(Message("WebcastLikeMessage", payload))
    assert (text.kind, text.value) == ("string?", "hi")
    assert (number.kind, number.value) == ("number?", "7")
    assert (message.kind, message.nodes[0].value) == ("message?", "5")


def test_an_unknown_method_is_guessed():
    assert [node.value for node in read_tree(Message("WebcastNews", b"\x08\x05\x12\x02hi"))] == ["5", "hi"]


def test_bytes_that_are_nothing_stay_bytes():
    assert read_tree(Message("WebcastChatMessage", b"\x0a\xff"))[0].value == "0a ff"


@given(st.sampled_from([*sorted(list_methods())[:40], "WebcastNews"]), st.binary(max_size=300))
def test_any_bytes_have_a_tree(method, payload):
    read_tree(Message(method, payload))


def test_messages_within_messages_end():
    payload = b"\x08\x05"
    for _ in range(60):
        payload = b"\x0a" + bytes([len(payload)]) + payload
    node, depth = read_tree(Message("WebcastNews", payload))[0], 1
    while node.nodes:
        node, depth = node.nodes[0], depth + 1
    assert depth < 12
