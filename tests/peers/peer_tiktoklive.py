"""TikTokLive (PyPI) pointed at the built-in server by its own settings; prints what it saw as JSON.

Run by run.py inside an environment of its own: peer_tiktoklive.py BASE_URL NAME
"""

import asyncio
import json
import sys
from collections import Counter

from TikTokLive import TikTokLiveClient
from TikTokLive.client.web.web_settings import WebDefaults
from TikTokLive.events import ConnectEvent, LiveEndEvent
from TikTokLive.events.proto_events import EVENT_MAPPINGS, GiftEvent


def counter(table, key):
    """A listener that counts."""

    async def count(_):
        table[key] += 1

    return count


async def main(base, name):
    WebDefaults.tiktok_app_url = base
    WebDefaults.tiktok_sign_url = base
    WebDefaults.tiktok_webcast_url = f"{base}/webcast"
    client = TikTokLiveClient(unique_id=f"@{name}")
    methods, typed, diamonds = Counter(), Counter(), Counter()

    for method, kind in EVENT_MAPPINGS.items():
        client.on(kind)(counter(methods, method))
    for kind in (ConnectEvent, LiveEndEvent):
        client.on(kind)(counter(typed, kind.__name__))

    @client.on(GiftEvent)
    async def gift(event):
        key = (event.user.id, event.gift_id, event.group_id)
        diamonds[key] = max(diamonds[key], event.repeat_count * event.gift.diamond_count)

    await client.connect()
    told = {"methods": methods, "typed": typed, "diamonds": sum(diamonds.values())}
    sys.stdout.write(json.dumps(told) + "\n")


asyncio.run(main(*sys.argv[1:]))
