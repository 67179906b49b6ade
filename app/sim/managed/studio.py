"""The room as TikTok LIVE Studio's data socket tells it, which asks for a key first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from websockets.asyncio.server import ServerConnection

from app.protocol.schema import Wire
from app.sim.managed.dialect import GO_ON, Dialect, KnownRoom
from app.sim.managed.flat import Fields, Row, find_time_ms, find_user, read_row
from app.sim.options import STUDIO_KEY
from app.sim.room.stage import ScriptMessage

HELLO = {
    "type": "SERVER_HELLO",
    "product": "tiktok_live_studio",
    "channel": "third-party-im",
    "version": "1.0.0",
}
SERVER_SHUTDOWN, WRONG_KEY = 500, 1000
AUTH_WORDS = ("app_id", "key_id", "secret")


def make_studio_frames(batch: Sequence[ScriptMessage], now_ms: int) -> list[str]:
    """Chat, gifts and likes; ids and counts are texts."""
    told = []
    for scripted in batch:
        name, body, fields = read_row(scripted, ROWS)
        if name:
            user = find_user(body)
            payload = fields | {
                "message_id": str(scripted.msg_id),
                "room_id": str(body.common.room_id),
                "user": {"id": str(user.id), "nickname": user.nickname, "display_id": user.display_id},
            }
            frame = {
                "type": "EVENT",
                "event": name,
                "timestamp": find_time_ms(body, now_ms),
                "payload": payload,
            }
            told.append(json.dumps(frame))
    return told


def describe_studio_gift(body: Wire) -> Fields:
    """A gift in LIVE Studio's names."""
    detail = {
        "id": str(body.gift.id),
        "name": body.gift.name,
        "type": body.gift.type,
        "diamond_count": body.gift.diamond_count,
        "image_url": "",
    }
    return {
        "gift": detail,
        "group_id": str(body.group_id),
        "group_count": str(body.group_count),
        "repeat_count": str(body.repeat_count),
        "combo_count": "",
        "repeat_end": bool(body.repeat_end),
    }


ROWS: dict[str, Row] = {
    "WebcastChatMessage": ("live.chat", lambda b: {"content": b.content}),
    "WebcastGiftMessage": ("live.gift", describe_studio_gift),
    "WebcastLikeMessage": ("live.like", lambda b: {"count": str(b.count), "total": str(b.total)}),
}


async def _ask_for_key(socket: ServerConnection, known: KnownRoom, _: Mapping[str, str]) -> int:
    await socket.send(json.dumps(HELLO))
    said = json.loads(await socket.recv())
    taken = [said.get(word) for word in AUTH_WORDS] == known.rules.studio_key.split(":", 2)
    answer = {
        "type": "AUTH_RESULT",
        "success": taken,
        "app_id": said.get("app_id"),
        "message": "…",
        "server_time": known.pace.wall_ms(),
        "version": "1.0.0",
    }
    await socket.send(json.dumps(answer | ({} if taken else {"error_code": "INVALID_CREDENTIALS"})))
    return GO_ON if taken else WRONG_KEY


BYE = {"type": "DISCONNECT", "reason_code": SERVER_SHUTDOWN, "reason": "bye"}
STUDIO = Dialect(make_studio_frames, _ask_for_key, bye=json.dumps(BYE), key=STUDIO_KEY)
