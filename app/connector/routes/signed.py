"""The usual way in: look the room up, have the first fetch result signed, open TikTok's socket."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from app.access import Access
from app.connector.routes.polling import Poller, PollStream, make_fallback_error
from app.connector.routes.room import RoomStream, SocketPass
from app.connector.routes.wire import WireRoute
from app.connector.signer import Signature, Signer
from app.errors import Blocked, HandshakeRefused, SidestageError, SignerError
from app.events import Connecting, Event, Quota
from app.network.web import Web
from app.tiktok.find import find
from app.tiktok.lookup import Room
from app.tiktok.target import Target
from app.words import connector as words


class SignedRoute(WireRoute):
    """TikTok's own socket, opened with a signature of the sign provider; polls while it is refused."""

    source = "signed"

    def __init__(self, target: Target, access: Access, **options: Any) -> None:
        super().__init__(target, access, **options)
        self._signer = Signer(access, lambda: self._clock.now_ms() / 1000)
        self._spent = 0
        self._told: Quota | None = None

    async def _prepare(self, web: Web, *, waiting: bool) -> AsyncGenerator[Event, None]:
        if not waiting:
            yield Connecting(step=words.LOOKING.fill(handle=self._target.label))
        room = await self._find_room(web, spend=not waiting)
        yield Connecting(step=words.ASKING_PROVIDER)
        await (self._signer.permit if self._spent else self._signer.look)(web)
        self._spent += 1
        signed = await self._sign(web, room)
        for event in self._make_quota_events():
            yield event
        if isinstance(signed, SidestageError):
            raise signed
        yield Connecting(step=words.OPENING)
        room = replace(room, room_id=room.room_id or signed.room_id)
        self._opening = partial(self._open, web, room, signed)

    @asynccontextmanager
    async def _open(self, web: Web, room: Room, signed: Signature) -> AsyncIterator[RoomStream]:
        ends = self._access.endpoints
        way_in = SocketPass(signed.result, signed.cookies, signed.user_agent, ends.sign_url)
        poller = partial(Poller, self._room, self._access, web, room, signed.cookies)
        async with AsyncExitStack() as stack:
            yield SwitchingStream(partial(self._room.open, room), poller, stack, way_in, ends.webcast_url)

    async def _sign(self, web: Web, room: Room) -> Signature | SidestageError:
        """Ask for the signature; a refusal is a value, so that the quota is told before it is raised."""
        try:
            signed = await self._signer.sign(web, room.room_id, room.unique_id)
        except SidestageError as error:
            return error
        if room.room_id or signed.room_id:
            return signed
        return SignerError(words.NO_ROOM_SIGNED)

    async def _find_room(self, web: Web, *, spend: bool) -> Room:
        """Find the room; where TikTok hides it, the sign provider may still know it by name."""
        try:
            return await find(web, self._access.endpoints, self._target, spend=spend)
        except Blocked:
            if not (spend and self._target.unique_id):
                raise
            return Room(0, self._target.unique_id)

    def _make_quota_events(self) -> list[Event]:
        """Make the event for the tightest period of the quota, when it has changed."""
        if not self._signer.quota:
            return []
        tightest = min(self._signer.quota, key=lambda left: left.left / left.limit)
        event = tightest.event(self._clock.now_ms())
        same = self._told is not None and (self._told.span, self._told.left) == (event.span, event.left)
        self._told = event
        return [] if same else [event]


class SwitchingStream:
    """The socket; polls while it is refused, until a poll offers another socket.

    Args:
        open_socket: opens one, given what opens it.
        make_poller: makes what asks instead.
        stack: closes what was opened.
        way_in: of the first socket.
        offered_by: who names later ones.
    """

    def __init__(
        self,
        open_socket: Callable[[SocketPass], AbstractAsyncContextManager[RoomStream]],
        make_poller: Callable[[], Poller],
        stack: AsyncExitStack,
        way_in: SocketPass,
        offered_by: str,
    ) -> None:
        self._open_socket, self._make_poller, self._stack = open_socket, make_poller, stack
        self._way_in, self._offered_by = way_in, offered_by
        self._stream: RoomStream | None = None
        self._refusal: HandshakeRefused | None = None

    async def read_next_events(self) -> Iterable[Event] | None:
        """See `RoomStream`."""
        if self._stream is None and self._refusal is None:
            return await self._try_socket()
        stream = self._stream = self._stream or await self._begin_polling()
        events = await stream.read_next_events()
        if events is not None or not (isinstance(stream, PollStream) and stream.offer):
            return events
        self._way_in = replace(self._way_in, result=stream.offer, named_by=self._offered_by)
        return await self._try_socket()

    async def _try_socket(self) -> Iterable[Event] | None:
        self._stream = self._refusal = None
        try:
            stream = await self._stack.enter_async_context(self._open_socket(self._way_in))
        except HandshakeRefused as refusal:
            self._refusal = refusal
            return [Connecting(step=words.POLLING_INSTEAD)]
        self._stream = stream
        return await stream.read_next_events()

    async def _begin_polling(self) -> RoomStream:
        """Ask once, and give the stream of polls; if this fails, the socket's refusal is what counts."""
        assert self._refusal  # noqa: S101 - only then anybody polls
        try:
            return await self._make_poller().enter(self._way_in.result)
        except SidestageError as error:
            raise make_fallback_error(self._refusal, error) from error
