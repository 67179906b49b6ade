"""TikTok LIVE Studio's local data socket, protocol 1.0.0.

Facts from the public repository liangpeiran-bit/tiktok-live-studio-local-data-access (2026-08); whether it
speaks for TikTok was not verified. The program says hello, we send the key that was issued for us, then it
sends `live.chat`, `live.gift` and `live.like`. It does not say when a stream ends.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, field, fields, replace

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from app.access import Access
from app.clock import REAL, Clock
from app.connector.managed.closing import clean_words
from app.connector.managed.flat import Maker, make_comment, make_gift, make_like
from app.connector.managed.flat_decode import decode_event
from app.connector.managed.opening import open_peer
from app.connector.managed.parts import FramePart, find_part, parse_frame
from app.connector.managed.ports import HERE, find_first, find_listening
from app.connector.managed.route import JsonRoute
from app.connector.socket import close, read_frame
from app.errors import ConnectionLost, ProtocolError, SidestageError, SignerLimited, UsageError
from app.errors.bridges import BridgeMissing, BridgeRefused
from app.events import Event
from app.protocol.visit import Visit
from app.tiktok.target import Target
from app.tiktok.tree import choose_sent_ms
from app.words import providers as words
from app.words.phrase import Phrase

# Its documents named the first range until August 2026, since then the second.
PORTS = (range(30_000, 30_016), range(49_152, 65_536))
PATH = "/v1/third-party"
VERSION = "1.0.0"
HELLO = {
    "type": "SERVER_HELLO",
    "product": "tiktok_live_studio",
    "channel": "third-party-im",
    "version": VERSION,
}
HELLO_S = 3.0  # a stranger on one of the ports must not hold us up
ANSWER_S = 20.0  # as long as the program waits for the key
EVENTS: dict[str, Maker] = {"live.chat": make_comment, "live.gift": make_gift, "live.like": make_like}
REFUSALS = {
    "INVALID_FORMAT": words.STUDIO_FORMAT,
    "ACCESS_DISABLED": words.STUDIO_ACCESS_OFF,
    "INVALID_CREDENTIALS": words.STUDIO_KEY_REFUSED,
}
BYES = {
    100: words.STUDIO_USER_ENDED,
    400: words.STUDIO_KEY_REFUSED,
    510: words.STUDIO_CHANGED,
}


@dataclass(frozen=True, slots=True)
class StudioKey:
    """What TikTok issues for a program; never shown, not even by repr."""

    app_id: str = field(repr=False)
    key_id: str = field(repr=False)
    secret: str = field(repr=False)

    @classmethod
    def read(cls, text: str) -> StudioKey:
        """Read `app_id:key_id:secret`.

        Raises:
            UsageError: it is not that.
        """
        parts = text.strip().split(":", 2)
        if len(parts) != len(fields(cls)) or not all(parts):
            raise UsageError(words.STUDIO_WANTS_KEY, hint=words.STUDIO_KEY_SHAPE)
        return cls(*parts)

    @property
    def frame(self) -> str:
        """The first thing we say."""
        return json.dumps(
            {
                "type": "AUTH",
                "app_id": self.app_id,
                "key_id": self.key_id,
                "secret": self.secret,
                "version": VERSION,
            }
        )


class Studio(JsonRoute):
    """TikTok LIVE Studio on this machine.

    Args:
        target: whom the user expects; the program only tells of its own creator.
        access: addresses, timeouts and the key.
        clock: tells the time.

    Raises:
        UsageError: the key is missing or no key.
    """

    source = "studio"
    peer = "TikTok LIVE Studio"
    local = True
    greets_within_s = 2.0  # it says nothing of the room until somebody writes

    def __init__(
        self, target: Target, access: Access, *, clock: Clock = REAL, visit: Visit | None = None
    ) -> None:
        super().__init__(target, access, clock=clock, visit=visit)
        self._key = StudioKey.read(access.key)

    def _open_socket(self) -> AbstractAsyncContextManager[ClientConnection]:
        return self._open_admitted()

    @asynccontextmanager
    async def _open_admitted(self) -> AsyncIterator[ClientConnection]:
        async with AsyncExitStack() as stack:
            socket = await self._find_program(stack)
            await self._admit(socket)
            yield socket

    async def _find_program(self, stack: AsyncExitStack) -> ClientConnection:
        """Find the first place where the program says hello. Only that place gets the key."""
        chosen = self._access.address
        async with aclosing(find_places(chosen)) as batches:
            async for urls in batches:
                if socket := await find_first(self._greet(url, stack) for url in urls):
                    return socket
        hint = words.START_STUDIO.fill(tried=describe_search(chosen))
        raise BridgeMissing(words.STUDIO_MISSING, hint=hint)

    async def _greet(self, url: str, stack: AsyncExitStack) -> ClientConnection | None:
        """Open the socket and wait for the hello; None without one. The stack closes the socket."""
        access = replace(self._access, open_timeout_s=min(HELLO_S, self._access.open_timeout_s))
        now_s = self._now_ms() / 1000
        with suppress(SidestageError):  # whatever a stranger answers
            socket = await stack.enter_async_context(
                open_peer(self.peer, url, access, now_s=now_s, local=True)
            )
            if is_hello(await _read_part(socket, HELLO_S)):
                return socket
            await close(socket)
        return None

    async def _admit(self, socket: ClientConnection) -> None:
        """Show the key.

        Raises:
            SidestageError: the program does not take it.
        """
        with suppress(ConnectionClosed):  # what it said before is still to be read
            await socket.send(self._key.frame)
        answer = await _read_part(socket, ANSWER_S)
        if answer.read_text("type") != "AUTH_RESULT":
            raise ConnectionLost(words.STUDIO_NO_ANSWER)
        if not answer.read_truth("success"):
            raise self._make_refusal_error(answer)

    def _make_refusal_error(self, answer: FramePart) -> SidestageError:
        code = answer.read_text("error_code")
        if code == "CONNECTION_LIMIT":
            return SignerLimited(words.STUDIO_TOO_MANY, hint=words.CLOSE_ONE)
        if code in REFUSALS:
            return BridgeRefused(REFUSALS[code], hint=words.STUDIO_CHECK)
        key = self._key
        if reason := clean_words(answer.read_text("message"), key.secret, key.key_id, key.app_id):
            return ConnectionLost(words.STUDIO_SAID.fill(reason=reason))
        return ConnectionLost(words.STUDIO_GAVE_NO_REASON)

    def _read_events(self, frame: object, at_ms: int) -> list[Event]:
        part = find_part(frame)
        kind = part.read_text("type")
        if kind == "DISCONNECT":
            raise make_leaving_error(part.read_code("reason_code"))
        if kind != "EVENT":
            return []
        made_ms = choose_sent_ms(part.data.get("timestamp"), at_ms)
        return [decode_event(part.read_text("event"), part.read_part("payload"), made_ms, EVENTS)]


def list_addresses(studio_url: str) -> tuple[str, ...]:
    """List where it may be: the address that was set, or all ports in turn."""
    bases = (studio_url,) if studio_url else tuple(f"ws://{HERE}:{port}" for one in PORTS for port in one)
    return tuple(base if base.endswith(PATH) else f"{base}{PATH}" for base in bases)


async def find_places(studio_url: str) -> AsyncGenerator[Sequence[str]]:
    """Find where to ask for it, in batches: the address that was set, or the ports where somebody listens."""
    urls = list_addresses(studio_url)
    if studio_url:
        yield urls
        return
    async with aclosing(find_listening(urls)) as batches:
        async for batch in batches:
            yield batch


def describe_search(studio_url: str) -> Phrase:
    """Say where it was looked for."""
    if studio_url:
        return words.TRIED_ADDRESS
    first, second = (f"{ports[0]}–{ports[-1]}" for ports in PORTS)
    return words.TRIED_PORTS.fill(first=first, second=second)


def is_hello(said: FramePart) -> bool:
    """Whether it is LIVE Studio, in a version of the protocol that we know."""
    return all(said.data.get(name) == value for name, value in HELLO.items())


def make_leaving_error(code: int) -> SidestageError:
    """Make the error for the reason that the program gives when it leaves."""
    if code in BYES:
        return BridgeRefused(BYES[code], hint=words.STUDIO_CONNECT_AGAIN)
    return ConnectionLost(words.STUDIO_ENDED)


async def _read_part(socket: ClientConnection, wait_s: float) -> FramePart:
    """Read the next thing the program says; an empty part when it says nothing or no sense.

    Raises:
        ConnectionLost: it closed.
    """
    frame = await read_frame(socket, asyncio.get_running_loop().time() + wait_s)
    try:
        return find_part(parse_frame(frame)) if isinstance(frame, str) else FramePart({})
    except ProtocolError:
        return FramePart({})
