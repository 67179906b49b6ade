"""The room as flat JSON events: what tik.tools and TikFinity make of the wire's messages.

One table of what a message tells; each dresses it in its own names and frames.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from websockets.asyncio.server import ServerConnection

from app.protocol.methods import normalise
from app.protocol.schema import Wire, find_reader
from app.sim.managed.dialect import ENDED, GO_ON, Dialect, KnownRoom
from app.sim.room.stage import ScriptMessage
from app.sim.web.answers import TITLE

Fields: TypeAlias = dict[str, Any]
FOLLOW_KEY = "pm_main_follow_message_viewer_2"
TOOLS_STATUSES = {1: 1, 2: 3, 3: 3, 4: 3}  # settings.status of the wire to tik.tools' scale


def describe_person(user: Wire) -> Fields:
    """A person in the names both tik.tools and TikFinity use."""
    urls = user.avatar_thumb.url_list
    levels = {badge.scene_type: badge.privilege_log_extra.level for badge in user.badge_list}
    return {
        "userId": str(user.id),
        "uniqueId": user.display_id,
        "nickname": user.nickname,
        "profilePictureUrl": urls[0] if urls else None,
        "followRole": user.follow_info.follow_status,
        "gifterLevel": int(levels.get(8) or 0),
        "teamMemberLevel": int(levels.get(10) or 0),
    }


def describe_wire_gift(body: Wire) -> Fields:
    """Running count and price of one, as on the wire."""
    return {
        "giftId": body.gift_id,
        "giftName": body.gift.name,
        "diamondCount": body.gift.diamond_count,
        "repeatCount": body.repeat_count,
        "repeatEnd": bool(body.repeat_end),
        "giftType": body.gift.type,
        "groupId": str(body.group_id),
    }


def describe_tools_gift(body: Wire) -> Fields:
    """The gift in the names of tik.tools: with an id, and the guest it is for."""
    to_user = {"toUser": describe_person(body.to_user)} if body.HasField("to_user") else {}
    return describe_wire_gift(body) | {"transactionId": body.order_id} | to_user


def describe_tools_social(body: Wire) -> Fields:
    """The word for a follow or a share."""
    return {"action": "follow" if body.common.display_text.key == FOLLOW_KEY else "share"}


def describe_tools_battle(body: Wire) -> Fields:
    """The hosts and the length of a battle."""
    teams = [
        {"hostUserId": str(one.key), "user": {"nickname": one.value.user.nick_name}}
        for one in body.anchors_info
    ]
    return {
        "battleId": str(body.battle_id),
        "status": TOOLS_STATUSES.get(body.battle_settings.status, 2),
        "battleDuration": body.battle_settings.duration,
        "teams": teams,
    }


def describe_tools_armies(body: Wire) -> Fields:
    """Scores and remaining time of a battle."""
    settings = body.battle_settings
    left_ms = max(0, settings.end_time_ms - body.update_battle_score_time)
    hosts = [
        {"hostUserId": str(host), "teamTotalScore": army.hostscore, "contributors": _list_rows(army)}
        for host, army in sorted(body.armies.items())
    ]
    return {
        "battleId": str(body.battle_id),
        "status": 3 if body.trigger_reason == 2 else 1,  # noqa: PLR2004
        "durationSec": settings.duration,
        "serverTsMs": body.update_battle_score_time,
        "secsRemaining": left_ms // 1000,
        "hosts": [*hosts, *_list_team_hosts(body)],
    }


def _list_team_hosts(body: Wire) -> list[Fields]:
    """The score of a team stands with each of its hosts, who gave with the first."""
    return [
        {
            "hostUserId": str(host.user_id),
            "teamTotalScore": team.team_total_score,
            "teamIdx": team.team_id,
            "contributors": [] if at else _list_rows(team.user_armies),
        }
        for team in body.team_armies
        for at, host in enumerate(team.team_user)
    ]


def describe_link_armies(body: Wire) -> Fields:
    """Scores of a battle in the names of TikFinity."""
    armies = [
        {"hostUserId": str(host), "points": army.hostscore, "participants": _list_rows(army)}
        for host, army in sorted(body.armies.items())
    ]
    return {"battleStatus": body.trigger_reason, "battleArmies": armies}


def _list_rows(army: Wire) -> list[Fields]:
    return [
        {"userId": str(one.user_id), "score": one.score, "nickname": one.nickname} for one in army.user_armies
    ]


def describe_viewers(body: Wire) -> Fields:
    """Counts and the top viewers."""
    top = [{"user": describe_person(row.user), "coinCount": row.score} for row in body.ranks]
    return {"viewerCount": body.total, "totalViewers": body.total_user, "topViewers": top}


def describe_emotes(body: Wire) -> Fields:
    """The pictures of a comment."""
    return {"emotes": [{"emoteId": one.emote_id} for one in body.emote_list]}


Row: TypeAlias = tuple[str, Callable[[Wire], Fields]]
BOTH: dict[str, Row] = {
    "WebcastChatMessage": ("chat", lambda b: {"comment": b.content, "language": b.content_language}),
    "WebcastMemberMessage": ("member", lambda b: {"actionId": b.action, "memberCount": b.member_count}),
    "WebcastQuestionNewMessage": ("questionNew", lambda b: {"questionText": b.data.content}),
    "WebcastEmoteChatMessage": ("emote", describe_emotes),
    "WebcastLiveIntroMessage": ("liveIntro", lambda b: {"description": b.content}),
}
TOOLS_ROWS: dict[str, Row] = BOTH | {
    "WebcastGiftMessage": ("gift", describe_tools_gift),
    "WebcastLikeMessage": ("like", lambda b: {"likeCount": b.count, "totalLikes": b.total}),
    "WebcastSocialMessage": ("social", describe_tools_social),
    "WebcastRoomUserSeqMessage": ("roomUserSeq", describe_viewers),
    "WebcastCaptionMessage": (
        "caption",
        lambda b: {"text": b.content[0].content, "isFinal": b.definite, "sentenceId": str(b.sentence_id)},
    ),
    "WebcastImDeleteMessage": ("imDelete", lambda b: {"deletedMsgId": str(b.delete_msg_ids[0])}),
    "WebcastRoomPinMessage": (
        "roomPin",
        lambda b: {"comment": b.chat_message.content, "action": b.action, "originalMsgId": str(b.pin_msg_id)},
    ),
    "WebcastLinkMicBattle": ("battle", describe_tools_battle),
    "WebcastLinkMicArmies": ("battleArmies", describe_tools_armies),
    "WebcastRoomMessage": ("roomMessage", lambda b: {"content": b.content}),
    "WebcastSubNotifyMessage": ("subNotify", lambda b: {"subMonth": b.sub_month}),
    "WebcastRankUpdateMessage": ("rankUpdate", lambda b: {"rank": b.updates[0].own_rank}),
    "WebcastControlMessage": ("control", lambda b: {"action": b.action}),
}
FINITY_ROWS: dict[str, Row] = BOTH | {
    "WebcastGiftMessage": ("gift", describe_wire_gift),
    "WebcastLikeMessage": ("like", lambda b: {"likeCount": b.count, "totalLikeCount": b.total}),
    "WebcastSocialMessage": ("social", lambda b: {"displayType": b.common.display_text.key}),
    "WebcastRoomUserSeqMessage": ("roomUser", describe_viewers),
    "WebcastSubNotifyMessage": ("subscribe", lambda b: {"subMonth": b.sub_month}),
    "WebcastLinkMicArmies": ("linkMicArmies", describe_link_armies),
    "WebcastControlMessage": ("streamEnd", lambda b: {"action": b.action}),
}


def make_tiktools_frames(batch: Sequence[ScriptMessage], now_ms: int) -> list[str]:
    """One frame for each event, with the person under `user`."""
    told = []
    for scripted in batch:
        name, body, fields = read_row(scripted, TOOLS_ROWS)
        if name:
            head = {"type": name, "msgId": str(scripted.msg_id), "timestamp": find_time_ms(body, now_ms)}
            user = {"user": describe_person(find_user(body))} if find_user(body) else {}
            told.append(json.dumps({"event": name, "data": head | user | fields}))
    return told


def make_tikfinity_frames(batch: Sequence[ScriptMessage], now_ms: int) -> list[str]:
    """One frame for each event, with the fields of the person beside it; a follow or share comes twice."""
    told = []
    for scripted in batch:
        name, body, fields = read_row(scripted, FINITY_ROWS)
        head = {"msgId": str(scripted.msg_id), "createTime": str(find_time_ms(body, now_ms))} if name else {}
        user = describe_person(find_user(body)) if name and find_user(body) else {}
        names = (name, describe_tools_social(body)["action"]) if name == "social" else (name,) if name else ()
        told += [json.dumps({"event": one, "data": user | head | fields}) for one in names]
    return told


def read_row(scripted: ScriptMessage, table: dict[str, Row]) -> tuple[str, Wire, Fields]:
    """The name that a table has for a message, empty for none, the body, and what is told of it."""
    method = normalise(scripted.method)
    body = find_reader(method).FromString(scripted.wire.payload)
    name, tell = table.get(method, ("", lambda _: {}))
    return name, body, tell(body)


def find_time_ms(body: Wire, now_ms: int) -> int:
    """When the message was made."""
    return int(body.common.create_time) or now_ms


def find_user(body: Wire) -> Wire:
    """The person of a message; that of a question is one level deeper."""
    holder = body.data if body.DESCRIPTOR.name == "WebcastQuestionNewMessage" else body
    told = "user" in holder.DESCRIPTOR.fields_by_name and holder.HasField("user")
    return holder.user if told else None


async def _greet_by_tiktools(socket: ServerConnection, known: KnownRoom, params: Mapping[str, str]) -> int:
    if refusal := known.find_refusal(params):
        return refusal
    room_id, host = str(known.broadcast.room_id), known.broadcast.script.crowd.host
    told = {"roomId": room_id, "uniqueId": known.name, "user": {"userId": str(host.id)}}
    await socket.send(json.dumps({"event": "roomInfo", "roomId": room_id, "data": told}))
    return GO_ON


async def _greet_by_tikfinity(socket: ServerConnection, known: KnownRoom, _: Mapping[str, str]) -> int:
    host = known.broadcast.script.crowd.host
    owner = {"id": host.id, "id_str": str(host.id), "display_id": known.name, "nickname": host.nickname}
    room = {"id_str": str(known.broadcast.room_id), "title": TITLE, "owner": owner}
    await socket.send(
        json.dumps({"event": "connected", "data": {"roomId": room["id_str"], "roomInfo": room}})
    )
    return GO_ON


TIKTOOLS = Dialect(make_tiktools_frames, _greet_by_tiktools, end_code=ENDED)
TIKFINITY = Dialect(make_tikfinity_frames, _greet_by_tikfinity)
