"""Reads captured messages."""

import base64
import gzip
import json
from pathlib import Path

from app.protocol.message import Message
from app.protocol.methods import normalise

HERE = Path(__file__).parent
GOLDEN = HERE / "messages.jsonl.gz"
SHARED = HERE.parents[2] / "shared" / "captures" / "messages.jsonl.gz"
FILES = [path for path in (GOLDEN, SHARED) if path.exists()]
AT_MS = 1_700_000_000_000


def rows(path=GOLDEN):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def message_of(row):
    return Message(normalise(row["method"]), base64.b64decode(row["payload_b64"]), at_ms=AT_MS)


def messages(path=GOLDEN):
    return [message_of(row) for row in rows(path)]
