"""The room as Euler Stream's cloud socket tells it: the wire's messages as JSON, under the older names.

Names and frames as others recorded them in 2026; a few messages come in the names of the newest schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from google.protobuf.json_format import MessageToDict
from websockets.asyncio.server import ServerConnection

from app.protocol.methods import normalise
from app.protocol.schema import Wire, find_reader
from app.sim.managed.dialect import ENDED, GO_ON, Dialect, KnownRoom
from app.sim.room.people import Person
from app.sim.room.stage import ScriptMessage

OLD_NAMES: dict[str, dict[str, str]] = {
    "User": {"id": "userId", "displayId": "uniqueId", "avatarThumb": "profilePicture", "badgeList": "badges"},
    "ImageModel": {"urlList": "mUrls"},
    "Gift": {"name": "giftName", "type": "giftType", "image": "giftImage"},
    "BadgeStruct": {"sceneType": "badgeScene", "privilegeLogExtra": "logExtra"},
    "WebcastGiftMessage": {"gift": "giftDetails"},
    "WebcastChatMessage": {"content": "comment"},
    "WebcastLikeMessage": {"total": "totalLikeCount"},
    "WebcastRoomUserSeqMessage": {"total": "viewerCount", "ranks": "ranksList"},
    "Contributor": {"score": "coinCount"},
    "WebcastQuestionNewMessage": {"data": "details"},
    "WebcastLinkMicArmies": {"armies": "battleItems", "triggerReason": "battleStatus"},
    "WebcastLinkMicBattle": {"anchorsInfo": "anchorInfo"},
    "BattleUserArmies": {"userArmies": "userArmy", "hostscore": "hostScore"},
}


def make_frames(batch: Sequence[ScriptMessage], now_ms: int) -> list[str]:
    """One frame for a batch."""
    return [_make_frame([make_message(scripted) for scripted in batch], now_ms)] if batch else []


def make_greeting(room_id: int, host: Person, name: str, now_ms: int) -> list[str]:
    """What the provider says first: about itself, and about the room of the creator called @name."""
    told = {"id": str(room_id), "isLive": True, "title": "Tonight: requests", "currentViewers": 100}
    user = {"uniqueId": name, "nickname": host.nickname, "userId": str(host.id)}
    room = {"type": "roomInfo", "data": {"roomInfo": told, "user": user, "uniqueId": name}}
    return [_make_frame([{"type": "workerInfo", "data": {"workerId": "sim"}}, room], now_ms)]


def make_message(scripted: ScriptMessage) -> dict[str, Any]:
    """One message of the script."""
    body = find_reader(normalise(scripted.method)).FromString(scripted.wire.payload)
    data = MessageToDict(body, use_integers_for_enums=True)
    return {"type": scripted.method, "data": _rename_fields(data, body.DESCRIPTOR)}


def _make_frame(messages: list[dict[str, Any]], now_ms: int) -> str:
    return json.dumps({"timestamp": now_ms, "messages": messages})


def _rename_fields(data: dict[str, Any], kind: Wire) -> dict[str, Any]:
    names, fields = OLD_NAMES.get(kind.name, {}), {one.json_name: one for one in kind.fields}
    return {
        names.get(key, key): _rename_value(value, fields[key].message_type) for key, value in data.items()
    }


def _rename_value(value: Any, kind: Wire) -> Any:
    if kind is None:
        return value
    inner = kind.fields_by_name.get("value")
    if kind.GetOptions().map_entry:
        return {key: _rename_value(one, inner.message_type) for key, one in value.items()}
    if isinstance(value, list):
        keyed = {"key", "value"} == set(kind.fields_by_name)
        told = [_rename_fields(one, kind) for one in value]
        return {one["key"]: one["value"] for one in told} if keyed else told
    return _rename_fields(value, kind)


async def _greet(socket: ServerConnection, known: KnownRoom, params: Mapping[str, str]) -> int:
    if refusal := known.find_refusal(params):
        return refusal
    room = known.broadcast
    for frame in make_greeting(room.room_id, room.script.crowd.host, known.name, known.pace.wall_ms()):
        await socket.send(frame)
    return GO_ON


EULER = Dialect(make_frames, _greet, end_code=ENDED)
