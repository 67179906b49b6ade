"""Flat JSON events of the room and its host -> ours."""

from __future__ import annotations

from app.connector.managed.flat import Head, Maker
from app.connector.managed.parts import FramePart
from app.connector.managed.people import find_person, read_person, read_user
from app.events import (
    Barrage,
    Caption,
    Connected,
    Control,
    Delete,
    End,
    Envelope,
    Event,
    Goal,
    Intro,
    Join,
    Pin,
    Question,
    RoomText,
    Subscribe,
    SuperFan,
)
from app.events.decode.room import CONTROLS, ENTRANCE
from app.events.types.base import User
from app.tiktok.room import summarize_info

STREAM_ENDED = 3
RENEWED = 1
UNPINNED = 2
HIDDEN = 2


def make_question(part: FramePart, head: Head) -> Event:
    """A question of the Q&A box."""
    text = part.read_text("questionText", "text", "content")
    return Question(**head, user=read_person(part), question_id=part.read_identity("questionId"), text=text)


def make_subscribe(part: FramePart, head: Head) -> Event:
    """A subscription."""
    renewed = part.read_code("oldSubscribeStatus") == RENEWED
    return Subscribe(
        **head, user=read_person(part), months=part.read_amount("subMonth", "months"), renewed=renewed
    )


def make_super_fan(part: FramePart, head: Head) -> Event:
    """Somebody became a super fan."""
    return SuperFan(**head, user=read_person(part), phase="new", text=part.read_text("content", "text"))


def make_super_fan_join(part: FramePart, head: Head) -> Event:
    """A super fan came in."""
    return SuperFan(**head, user=read_person(part), phase="join", text=part.read_text("content", "text"))


def make_envelope(part: FramePart, head: Head) -> Event:
    """A treasure chest."""
    return Envelope(
        **head,
        user=read_person(part),
        envelope_id=part.read_text("envelopeId", "boxId"),
        diamonds=part.read_amount("coins", "diamondCount"),
        people=part.read_amount("canOpen", "peopleCount"),
        unpack_at_ms=part.read_moment_ms("unpackAt", "timestamp"),
        open=part.read_code("display") != HIDDEN,
    )


def make_caption(part: FramePart, head: Head) -> Event:
    """What the host says."""
    return Caption(
        **head,
        text=part.read_text("text"),
        language=part.read_text("language"),
        final=part.read_truth("isFinal"),
        sentence_id=part.read_identity("sentenceId", "startedAtMs"),
    )


def make_delete(part: FramePart, head: Head) -> Event:
    """Comments that a moderator removed."""
    single = part.read_identity("deletedMsgId")
    return Delete(
        **head,
        msg_ids=(*((single,) if single else ()), *part.list_identities("deletedMsgIds", "msgIds")),
        user_ids=part.list_identities("deletedUserIds", "userIds"),
    )


def make_pin(part: FramePart, head: Head) -> Event:
    """A message was pinned or unpinned."""
    operator = part.read_identity("operatorUserId")
    return Pin(
        **head,
        user=read_person(part),
        pinned=part.read_code("action") != UNPINNED,
        text=part.read_text("comment"),
        pinned_method=part.read_text("originalMsgType"),
        pinned_msg_id=part.read_identity("originalMsgId"),
        operator=User(id=operator) if operator else None,
    )


def make_goal(part: FramePart, head: Head) -> Event:
    """The host's goal; tik.tools documents its key and little else."""
    return Goal(
        **head,
        user=find_person(part.read_part("user")) or User(),
        goal_id=part.read_identity("goalId", "goalKey"),
        text=part.read_text("description", "title"),
        progress=part.read_amount("progress", "current"),
        target=part.read_amount("target"),
    )


def make_intro(part: FramePart, head: Head) -> Event:
    """The host's introduction."""
    host = read_user(part.read_part("user", "host") or part)
    return Intro(**head, user=host, text=part.read_text("description", "content"))


def make_room_text(part: FramePart, head: Head) -> Event:
    """A sentence of the platform."""
    return RoomText(**head, text=part.read_text("content", "message", "text"))


def make_barrage(part: FramePart, head: Head) -> Event:
    """A banner over the video; one kind announces who comes in."""
    user, code = read_person(part), part.read_code("msgType")
    if code == ENTRANCE and user.id:
        return Join(**head, user=user)
    return Barrage(**head, user=user, text=part.read_text("text", "content", "label"), code=code)


def make_control(part: FramePart, head: Head) -> Event:
    """The host paused, resumed or ended."""
    action = part.read_code("action", "actionCode")
    return CONTROLS.get(action, Control)(**head, action=action)


def make_end(part: FramePart, head: Head) -> Event:
    """The stream is over."""
    return End(**head, action=part.read_code("action") or STREAM_ENDED)


def make_connected(part: FramePart, head: Head) -> Event:
    """The provider is in a room; tiktok-live-connector 1.x tells it as TikTok's room/info does."""
    room = summarize_info(part.read_part("roomInfo").data)
    host = room.host if room.host.id else None
    return Connected(
        at_ms=head["at_ms"],
        room_id=part.read_identity("roomId", "room_id") or room.room_id,
        unique_id=part.read_text("uniqueId") or room.host.unique_id,
        host=host,
        title=room.title,
        started_ms=room.started_ms,
    )


TABLE: dict[str, Maker] = {
    "connected": make_connected,
    "questionNew": make_question,
    "question": make_question,
    "subscribe": make_subscribe,
    "subNotify": make_subscribe,
    "superFan": make_super_fan,
    "superFanJoin": make_super_fan_join,
    "envelope": make_envelope,
    "caption": make_caption,
    "imDelete": make_delete,
    "roomPin": make_pin,
    "goalUpdate": make_goal,
    "liveIntro": make_intro,
    "roomMessage": make_room_text,
    "room": make_room_text,
    "barrage": make_barrage,
    "control": make_control,
    "controlMessage": make_control,
    "streamEnd": make_end,
}
