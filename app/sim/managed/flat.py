"""The room as flat JSON events: what tik.tools, TikFinity and LIVE Studio make of the wire's messages.

One table of what a message tells; each of the three dresses it in its own names and frames.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from app.protocol.methods import normalise
from app.protocol.schema import Wire, reader
from app.sim.room.stage import Scripted

Told: TypeAlias = dict[str, Any]
FOLLOW_KEY = "pm_main_follow_message_viewer_2"
STREAM_ENDED = 3
TOOLS_STATUSES = {1: 1, 2: 3, 3: 3, 4: 3}  # settings.status of the wire to tik.tools' scale


def person(user: Wire) -> Told:
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


def gift(body: Wire) -> Told:
    """Running count and price of one, as on the wire."""
    return {
        "giftId": body.gift_id, "giftName": body.gift.name, "diamondCount": body.gift.diamond_count,
        "repeatCount": body.repeat_count, "repeatEnd": bool(body.repeat_end), "giftType": body.gift.type,
        "groupId": str(body.group_id),
    }  # fmt: skip


def tools_gift(body: Wire) -> Told:
    """tik.tools adds an id, and the guest it is for."""
    to_user = {"toUser": person(body.to_user)} if body.HasField("to_user") else {}
    return gift(body) | {"transactionId": body.order_id} | to_user


def tools_social(body: Wire) -> Told:
    """A word says what it was."""
    return {"action": "follow" if body.common.display_text.key == FOLLOW_KEY else "share"}


def tools_battle(body: Wire) -> Told:
    """The hosts and how long it takes."""
    teams = [{"hostUserId": str(one.key), "user": {"nickname": one.value.user.nick_name}}
             for one in body.anchors_info]  # fmt: skip
    return {"battleId": str(body.battle_id), "status": TOOLS_STATUSES.get(body.battle_settings.status, 2),
            "battleDuration": body.battle_settings.duration, "teams": teams}  # fmt: skip


def tools_armies(body: Wire) -> Told:
    """Scores and the clock."""
    settings = body.battle_settings
    left_ms = max(0, settings.end_time_ms - body.update_battle_score_time)
    hosts = [{"hostUserId": str(host), "teamTotalScore": army.hostscore, "contributors": _rows(army)}
             for host, army in sorted(body.armies.items())]  # fmt: skip
    return {"battleId": str(body.battle_id), "status": 3 if body.trigger_reason == 2 else 1,  # noqa: PLR2004
            "durationSec": settings.duration, "serverTsMs": body.update_battle_score_time,
            "secsRemaining": left_ms // 1000, "hosts": hosts}  # fmt: skip


def link_armies(body: Wire) -> Told:
    """Scores in the connector's names."""
    armies = [{"hostUserId": str(host), "points": army.hostscore, "participants": _rows(army)}
              for host, army in sorted(body.armies.items())]  # fmt: skip
    return {"battleStatus": body.trigger_reason, "battleArmies": armies}


def _rows(army: Wire) -> list[Told]:
    return [{"userId": str(one.user_id), "score": one.score, "nickname": one.nickname}
            for one in army.user_armies]  # fmt: skip


def viewers(body: Wire) -> Told:
    """Counts and the top viewers."""
    top = [{"user": person(row.user), "coinCount": row.score} for row in body.ranks]
    return {"viewerCount": body.total, "totalViewers": body.total_user, "topViewers": top}


def emotes(body: Wire) -> Told:
    """A comment of pictures."""
    return {"emotes": [{"emoteId": one.emote_id} for one in body.emote_list]}


Row: TypeAlias = tuple[str, Callable[[Wire], Told]]
BOTH: dict[str, Row] = {
    "WebcastChatMessage": ("chat", lambda b: {"comment": b.content, "language": b.content_language}),
    "WebcastMemberMessage": ("member", lambda b: {"actionId": b.action, "memberCount": b.member_count}),
    "WebcastQuestionNewMessage": ("questionNew", lambda b: {"questionText": b.data.content}),
    "WebcastEmoteChatMessage": ("emote", emotes),
    "WebcastLiveIntroMessage": ("liveIntro", lambda b: {"description": b.content}),
}  # fmt: skip
TIKTOOLS: dict[str, Row] = BOTH | {
    "WebcastGiftMessage": ("gift", tools_gift),
    "WebcastLikeMessage": ("like", lambda b: {"likeCount": b.count, "totalLikes": b.total}),
    "WebcastSocialMessage": ("social", tools_social),
    "WebcastRoomUserSeqMessage": ("roomUserSeq", viewers),
    "WebcastCaptionMessage": ("caption", lambda b: {"text": b.content[0].content, "isFinal": b.definite,
                                                    "sentenceId": str(b.sentence_id)}),
    "WebcastImDeleteMessage": ("imDelete", lambda b: {"deletedMsgId": str(b.delete_msg_ids[0])}),
    "WebcastRoomPinMessage": ("roomPin", lambda b: {"comment": b.chat_message.content, "action": b.action,
                                                    "originalMsgId": str(b.pin_msg_id)}),
    "WebcastLinkMicBattle": ("battle", tools_battle),
    "WebcastLinkMicArmies": ("battleArmies", tools_armies),
    "WebcastRoomMessage": ("roomMessage", lambda b: {"content": b.content}),
    "WebcastSubNotifyMessage": ("subNotify", lambda b: {"subMonth": b.sub_month}),
    "WebcastRankUpdateMessage": ("rankUpdate", lambda b: {"rank": b.updates[0].own_rank}),
    "WebcastControlMessage": ("control", lambda b: {"action": b.action}),
}  # fmt: skip
TIKFINITY: dict[str, Row] = BOTH | {
    "WebcastGiftMessage": ("gift", gift),
    "WebcastLikeMessage": ("like", lambda b: {"likeCount": b.count, "totalLikeCount": b.total}),
    "WebcastSocialMessage": ("social", lambda b: {"displayType": b.common.display_text.key}),
    "WebcastRoomUserSeqMessage": ("roomUser", viewers),
    "WebcastSubNotifyMessage": ("subscribe", lambda b: {"subMonth": b.sub_month}),
    "WebcastLinkMicArmies": ("linkMicArmies", link_armies),
    "WebcastControlMessage": ("streamEnd", lambda b: {"action": b.action}),
}


def tiktools_frames(batch: Sequence[Scripted], now_ms: int) -> list[str]:
    """A frame an event, the person inside `user`."""
    told = []
    for scripted in batch:
        name, body, fields = _told(scripted, TIKTOOLS)
        if name:
            head = {"type": name, "msgId": str(scripted.msg_id), "timestamp": _at_ms(body, now_ms)}
            user = {"user": person(_user(body))} if _user(body) else {}
            told.append(json.dumps({"event": name, "data": head | user | fields}))
    return told


def tikfinity_frames(batch: Sequence[Scripted], now_ms: int) -> list[str]:
    """A frame an event, the person flat beside it; a follow or share comes twice, as in the connector."""
    told = []
    for scripted in batch:
        name, body, fields = _told(scripted, TIKFINITY)
        head = {"msgId": str(scripted.msg_id), "createTime": str(_at_ms(body, now_ms))} if name else {}
        user = person(_user(body)) if name and _user(body) else {}
        names = (name, tools_social(body)["action"]) if name == "social" else (name,) if name else ()
        told += [json.dumps({"event": one, "data": user | head | fields}) for one in names]
    return told


def studio_frames(batch: Sequence[Scripted], now_ms: int) -> list[str]:
    """Chat, gifts and likes; ids and counts are texts."""
    told = []
    for scripted in batch:
        name, body, fields = _told(scripted, STUDIO)
        if name:
            user = _user(body)
            payload = fields | {"message_id": str(scripted.msg_id), "room_id": str(body.common.room_id),
                                "user": {"id": str(user.id), "nickname": user.nickname,
                                         "display_id": user.display_id}}  # fmt: skip
            frame = {"type": "EVENT", "event": name, "timestamp": _at_ms(body, now_ms), "payload": payload}
            told.append(json.dumps(frame))
    return told


def studio_gift(body: Wire) -> Told:
    """A gift in LIVE Studio's names."""
    detail = {"id": str(body.gift.id), "name": body.gift.name, "type": body.gift.type,
              "diamond_count": body.gift.diamond_count, "image_url": ""}  # fmt: skip
    return {"gift": detail, "group_id": str(body.group_id), "group_count": str(body.group_count),
            "repeat_count": str(body.repeat_count), "combo_count": "",
            "repeat_end": bool(body.repeat_end)}  # fmt: skip


STUDIO: dict[str, Row] = {
    "WebcastChatMessage": ("live.chat", lambda b: {"content": b.content}),
    "WebcastGiftMessage": ("live.gift", studio_gift),
    "WebcastLikeMessage": ("live.like", lambda b: {"count": str(b.count), "total": str(b.total)}),
}


def _told(scripted: Scripted, table: dict[str, Row]) -> tuple[str, Wire, Told]:
    method = normalise(scripted.method)
    body = reader(method).FromString(scripted.wire.payload)
    name, tell = table.get(method, ("", lambda _: {}))
    return name, body, tell(body)


def _at_ms(body: Wire, now_ms: int) -> int:
    return int(body.common.create_time) or now_ms


def _user(body: Wire) -> Wire:
    """Whoever did it; a question has its person inside."""
    holder = body.data if body.DESCRIPTOR.name == "WebcastQuestionNewMessage" else body
    told = "user" in holder.DESCRIPTOR.fields_by_name and holder.HasField("user")
    return holder.user if told else None
