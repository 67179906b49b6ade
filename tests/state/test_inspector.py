import base64

from app import events as ev
from app.protocol.message import Message
from app.state.inspector import Inspector

LIKE = Message("WebcastLikeMessage", b"\x10\x03")
CHAT = Message("WebcastChatMessage", b"\x1a\x02hi")


def like():
    return ev.Like(method="WebcastLikeMessage", count=3)


def opened(kept=10):
    inspector = Inspector(kept)
    inspector.open()
    return inspector


def test_it_remembers_nothing_while_it_is_closed():
    inspector = Inspector()
    inspector.take(LIKE)
    inspector.note(like(), 5)
    assert (inspector.newest, inspector.since(0)) == (0, [])


def test_an_event_has_the_message_it_was_made_from():
    inspector = opened()
    inspector.take(LIKE)
    inspector.note(like(), 5)
    seen = inspector.since(0)[0]
    assert (seen.seq, seen.at_ms, seen.message, seen.size) == (1, 5, LIKE, 2)
    assert (seen.name, seen.source, seen.summary) == ("like", "like", "3 likes, 0 in all")


def test_a_batch_is_matched_in_order():
    inspector = opened()
    inspector.take(CHAT)
    inspector.take(LIKE)
    inspector.note(ev.Comment(method="WebcastChatMessage", text="hi"), 5)
    inspector.note(like(), 5)
    assert [seen.message for seen in inspector.since(0)] == [CHAT, LIKE]


def test_a_message_whose_event_never_came_is_skipped():
    inspector = opened()
    inspector.take(CHAT)
    inspector.take(LIKE)
    inspector.note(like(), 5)
    assert inspector.since(0)[0].message == LIKE


def test_of_two_of_a_kind_each_gets_its_own():
    inspector = opened()
    first, second = (Message("WebcastLikeMessage", b"\x10\x03", msg_id=number) for number in (1, 2))
    inspector.take(first)
    inspector.take(second)
    inspector.note(ev.Like(method="WebcastLikeMessage", msg_id=2), 5)
    assert inspector.since(0)[0].message == second


def test_events_of_our_own_have_no_message():
    inspector = opened()
    inspector.take(LIKE)
    inspector.note(ev.Connected(unique_id="a"), 5)
    inspector.note(like(), 5)
    assert [seen.message for seen in inspector.since(0)] == [None, LIKE]
    assert inspector.since(0)[0].write_hex() == inspector.since(0)[0].write_base64() == ""


def test_only_the_newest_are_kept_and_told_once():
    inspector = opened(kept=3)
    for at in range(5):
        inspector.note(ev.Gap(from_ms=at), at)
    assert [seen.seq for seen in inspector.since(0)] == [3, 4, 5]
    assert [seen.seq for seen in inspector.since(4)] == [5]
    assert inspector.since(5) == []


def test_bytes_as_hex_base64_tree_and_json():
    inspector = opened()
    inspector.take(CHAT)
    inspector.note(ev.Comment(method="WebcastChatMessage", text="hi"), 5)
    seen = inspector.since(0)[0]
    assert seen.write_hex().split("  ")[0] == "00000"
    assert seen.write_hex().endswith("··hi")
    assert base64.b64decode(seen.write_base64()) == CHAT.payload
    assert seen.list_nodes()[0].value == "hi"
    assert '"text": "hi"' in seen.write_json()


def test_closing_forgets():
    inspector = opened()
    inspector.note(like(), 5)
    inspector.close()
    assert inspector.since(0) == []


def test_another_kind_is_called_by_its_own_name():
    inspector = opened()
    inspector.note(ev.Other(method="WebcastHashtagMessage", name="hashtag"), 5)
    assert inspector.since(0)[0].name == "hashtag"
