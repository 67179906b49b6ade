"""TikTokLive (PyPI), versions 6 and 7: the event class that it maps to the method, parsed."""

from importlib.metadata import version

from serving import serve
from TikTokLive.events.proto_events import EVENT_MAPPINGS

PACKAGES = {"7": ("TikTokLive", "betterproto2", "pydantic"), "6": ("TikTokLive", "betterproto")}


def decode(method, payload):
    kind = EVENT_MAPPINGS.get(method)
    return None if kind is None else kind().parse(payload)


serve(PACKAGES[version("TikTokLive")[0]], decode)
