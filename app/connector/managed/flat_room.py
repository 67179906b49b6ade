"""Flat JSON events of the room and its host -> ours."""

from __future__ import annotations

from app.connector.managed.flat import Head, Maker
from app.connector.managed.parts import Part
from app.connector.managed.people import find_person, person, read_user
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


def question(part: Part, head: Head) -> Event:
    """A question of the Q&A box."""
    text = part.text("questionText", "text", "content")
    return Question(**head, user=person(part), question_id=part.identity("questionId"), text=text)


def subscribe(part: Part, head: Head) -> Event:
    """A subscription."""
    renewed = part.code("oldSubscribeStatus") == RENEWED
    return Subscribe(**head, user=person(part), months=part.amount("subMonth", "months"), renewed=renewed)


def super_fan(part: Part, head: Head) -> Event:
    """Somebody became a super fan."""
    return SuperFan(**head, user=person(part), phase="new", text=part.text("content", "text"))


def super_fan_join(part: Part, head: Head) -> Event:
    """A super fan came in."""
    return SuperFan(**head, user=person(part), phase="join", text=part.text("content", "text"))


def envelope(part: Part, head: Head) -> Event:
    """A treasure chest."""
    return Envelope(
        **head,
        user=person(part),
        envelope_id=part.text("envelopeId", "boxId"),
        diamonds=part.amount("coins", "diamondCount"),
        people=part.amount("canOpen", "peopleCount"),
        unpack_at_ms=part.moment_ms("unpackAt", "timestamp"),
        open=part.code("display") != HIDDEN,
    )


def caption(part: Part, head: Head) -> Event:
    """What the host says."""
    return Caption(
        **head,
        text=part.text("text"),
        language=part.text("language"),
        final=part.truth("isFinal"),
        sentence_id=part.identity("sentenceId", "startedAtMs"),
    )


def delete(part: Part, head: Head) -> Event:
    """Comments that a moderator removed."""
    single = part.identity("deletedMsgId")
    return Delete(
        **head,
        msg_ids=(*((single,) if single else ()), *part.identities("deletedMsgIds", "msgIds")),
        user_ids=part.identities("deletedUserIds", "userIds"),
    )


def pin(part: Part, head: Head) -> Event:
    """A message was pinned or unpinned."""
    operator = part.identity("operatorUserId")
    return Pin(
        **head,
        user=person(part),
        pinned=part.code("action") != UNPINNED,
        text=part.text("comment"),
        pinned_method=part.text("originalMsgType"),
        pinned_msg_id=part.identity("originalMsgId"),
        operator=User(id=operator) if operator else None,
    )


def goal(part: Part, head: Head) -> Event:
    """The host's goal; tik.tools documents its key and little else."""
    return Goal(
        **head,
        user=find_person(part.part("user")) or User(),
        goal_id=part.identity("goalId", "goalKey"),
        text=part.text("description", "title"),
        progress=part.amount("progress", "current"),
        target=part.amount("target"),
    )


def intro(part: Part, head: Head) -> Event:
    """The host's introduction."""
    host = read_user(part.part("user", "host") or part)
    return Intro(**head, user=host, text=part.text("description", "content"))


def room_text(part: Part, head: Head) -> Event:
    """A sentence of the platform."""
    return RoomText(**head, text=part.text("content", "message", "text"))


def barrage(part: Part, head: Head) -> Event:
    """A banner over the video; one kind announces who comes in."""
    user, code = person(part), part.code("msgType")
    if code == ENTRANCE and user.id:
        return Join(**head, user=user)
    return Barrage(**head, user=user, text=part.text("text", "content", "label"), code=code)


def control(part: Part, head: Head) -> Event:
    """The host paused, resumed or ended."""
    action = part.code("action", "actionCode")
    return CONTROLS.get(action, Control)(**head, action=action)


def end(part: Part, head: Head) -> Event:
    """The stream is over."""
    return End(**head, action=part.code("action") or STREAM_ENDED)


def make_connected(part: Part, head: Head) -> Event:
    """The provider is in a room; tiktok-live-connector 1.x tells it as TikTok's room/info does."""
    room = summarize_info(part.part("roomInfo").data)
    host = room.host if room.host.id else None
    return Connected(
        at_ms=head["at_ms"],
        room_id=part.identity("roomId", "room_id") or room.room_id,
        unique_id=part.text("uniqueId") or room.host.unique_id,
        host=host,
        title=room.title,
        started_ms=room.started_ms,
    )


TABLE: dict[str, Maker] = {
    "connected": make_connected,
    "questionNew": question,
    "question": question,
    "subscribe": subscribe,
    "subNotify": subscribe,
    "superFan": super_fan,
    "superFanJoin": super_fan_join,
    "envelope": envelope,
    "caption": caption,
    "imDelete": delete,
    "roomPin": pin,
    "goalUpdate": goal,
    "liveIntro": intro,
    "roomMessage": room_text,
    "room": room_text,
    "barrage": barrage,
    "control": control,
    "controlMessage": control,
    "streamEnd": end,
}
