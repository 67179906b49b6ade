"""Read several rooms at once: comments and gifts, each line with its room. Who is not live yet is waited for.

    python docs/examples/several_rooms.py @anna @boris @cora

A room that fails says why and leaves the others alone. Each room takes a signature of its own: without a key
the public sign provider allows a few an hour.
"""

import asyncio
import sys
from collections import Counter
from contextlib import aclosing

from app.client import LiveClient
from app.errors import SidestageError
from app.events import Comment, Disconnected, Event, Gift


def describe(event: Event) -> str:
    """A line for what is shown, else nothing."""
    match event:
        case Comment():
            return f"{event.user.name}: {event.text}"
        case Gift(ended=True):
            return f"{event.user.name} gave {event.gift_name} x{event.count}"
        case Disconnected():
            return f"over: {event.reason}"
    return ""


async def read_room(client: LiveClient, counts: Counter[str]) -> None:
    """Follow one room until it ends."""
    async with aclosing(client.events()) as events:
        async for event in events:
            counts[client.unique_id] += 1
            if line := describe(event):
                print(f"@{client.unique_id}  {line}")


async def read_rooms(names: list[str]) -> Counter[str]:
    """Follow all until the last one ends; gives the number of events of each."""
    counts: Counter[str] = Counter()
    clients = [LiveClient(name, patient=True) for name in names]
    await asyncio.gather(*(read_room(client, counts) for client in clients))
    return counts


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("usage: several_rooms.py @creator @creator ...")
    try:
        asyncio.run(read_rooms(sys.argv[1:]))
    except SidestageError as error:
        sys.exit(error.line)
    except KeyboardInterrupt:
        pass
