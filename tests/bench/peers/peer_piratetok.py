"""piratetok-live-py (PyPI): its router, which tells the unknown and the unreadable alike."""

from piratetok_live.events.router import decode
from piratetok_live.events.types import EventType
from serving import DECODED, UNKNOWN, serve


def outcome(events):
    return UNKNOWN if events[0].type == EventType.unknown else DECODED


serve(("piratetok-live-py", "betterproto"), decode, outcome=outcome)
