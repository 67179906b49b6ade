"""Frames and fetch results as the server sends them (protocol.md c, d.4)."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence

from app.protocol.schema import Wire
from app.sim.room.stage import ScriptMessage
from app.sim.wire import encode, make

HEARTBEAT_MS = 10_000
FETCH_INTERVAL_MS = 1000
SOCKET = 1  # fetch_type
GZIP_LEVEL = 1


def make_fetch_result(batch: Sequence[ScriptMessage], now_ms: int, **fields: object) -> Wire:
    """A batch of messages with cursor and internal_ext as opaque as TikTok's."""
    last = batch[-1].msg_id if batch else 0
    return make(
        "ProtoMessageFetchResult",
        messages=[scripted.wire for scripted in batch],
        cursor=f"{now_ms}_{last}_1_1_0_0",
        fetch_interval=FETCH_INTERVAL_MS,
        now=now_ms,
        internal_ext=f"fetch_time:{now_ms}|start_time:0|ack_ids:,,|flag:0|seq:1|next_cursor:{now_ms}_{last}",
        heartbeat_duration=HEARTBEAT_MS,
        **fields,
    )


def make_first_result(
    batch: Sequence[ScriptMessage], now_ms: int, push_server: str, params: Mapping[str, str]
) -> bytes:
    """What the sign provider hands out: where the socket is, and the older comments."""
    result = make_fetch_result(
        batch,
        now_ms,
        fetch_type=SOCKET,
        is_first=True,
        push_server=push_server,
        route_params=dict(params),
        history_no_more=True,
    )
    return encode(result)


def make_poll_result(batch: Sequence[ScriptMessage], now_ms: int, place: int, push_server: str) -> bytes:
    """The answer to a poll; its cursor says where the next one goes on. It offers a socket, too."""
    result = make_fetch_result(batch, now_ms, fetch_type=SOCKET, push_server=push_server)
    result.cursor = f"{now_ms}-{place}"
    return encode(result)


def make_push_frame(payload_type: str, result: Wire, log_id: int, *, compressed: bool) -> bytes:
    """A frame with a fetch result, gzipped when the client asked for it."""
    payload = encode(result)
    headers = [
        {"key": "compress_type", "value": "gzip" if compressed else "none"},
        {"key": "im_cursor", "value": result.cursor},
    ]
    packed = gzip.compress(payload, GZIP_LEVEL, mtime=0) if compressed else payload
    return encode(
        make(
            "WebcastPushFrame",
            seq_id=log_id,
            log_id=log_id,
            service=2138,
            method=8,
            headers=headers,
            payload_encoding="pb",
            payload_type=payload_type,
            payload=packed,
        )
    )
