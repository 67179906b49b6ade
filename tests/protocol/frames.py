"""Frames as a server would send them."""

import gzip

from app.protocol import im
from tests.reference import webcast

ROOM = 7_223_940_929_482_340_343
NEVER_MS = 1_700_000_000_000


def chat(msg_id=1, room_id=ROOM, text="hello", method="WebcastChatMessage"):
    common = webcast.CommonMessageData(method=method, msg_id=msg_id, room_id=room_id)
    payload = bytes(webcast.WebcastChatMessage(common=common, content=text))
    return im.BaseProtoMessage(method=method, payload=payload, msg_id=msg_id)


def result(*messages, **fields):
    return bytes(im.ProtoMessageFetchResult(messages=list(messages), **fields))


def push(payload, payload_type="msg", log_id=77, **headers):
    pairs = [im.PushHeader(key=key, value=value) for key, value in headers.items()]
    frame = im.WebcastPushFrame(
        log_id=log_id, headers=pairs, payload_encoding="pb", payload_type=payload_type, payload=payload
    )
    return bytes(frame)


def zipped(payload, **headers):
    return push(gzip.compress(payload, mtime=0), compress_type="gzip", **headers)


def sent(connection):
    return [im.WebcastPushFrame.parse(frame) for frame in connection.data_to_send()]
