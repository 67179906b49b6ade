"""The usual way in: look the room up, have the first fetch result signed, open TikTok's socket."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from app.access import Access
from app.connector.routes.polling import Poller, fallback_failed
from app.connector.routes.room import Pass
from app.connector.routes.wire import WireRoute
from app.connector.signer import Signature, Signer
from app.errors import Blocked, HandshakeRefused, SidestageError, SignerError
from app.events import Connecting, Event, Quota
from app.network.web import Web
from app.protocol.fetch import FetchResult
from app.tiktok.find import find
from app.tiktok.lookup import Room
from app.tiktok.target import Target


class Signed(WireRoute):
    """TikTok's own socket, opened with a signature of the sign provider; polls while it is refused."""

    source = "signed"

    def __init__(self, target: Target, access: Access, **options: Any) -> None:
        super().__init__(target, access, **options)
        self._poller = Poller(self._room, access, self._clock)
        self._signer = Signer(access, lambda: self._clock.now_ms() / 1000)
        self._spent = 0
        self._told: Quota | None = None

    async def attempt(self, *, waiting: bool) -> AsyncGenerator[Event, None]:
        """See `Route`."""
        async with Web(self._access) as web:
            if not waiting:
                yield Connecting(step=f"Looking for {self._target} …")
            room = await self._found(web, spend=not waiting)
            yield Connecting(step="Asking the sign provider …")
            await (self._signer.permit if self._spent else self._signer.look)(web)
            self._spent += 1
            signed = await self._signed(web, room)
            for event in self._quota():
                yield event
            if isinstance(signed, SidestageError):
                raise signed
            yield Connecting(step="Opening the connection …")
            room = replace(room, room_id=room.room_id or signed.room_id)
            async with aclosing(self._read(web, room, signed)) as events:
                async for event in events:
                    yield event

    async def _signed(self, web: Web, room: Room) -> Signature | SidestageError:
        """The signature, or the refusal as a value: what is left of the quota is told before it is raised."""
        try:
            signed = await self._signer.sign(web, room.room_id, room.unique_id)
        except SidestageError as error:
            return error
        if room.room_id or signed.room_id:
            return signed
        return SignerError("The sign provider did not say for which room it signed.")

    async def _found(self, web: Web, *, spend: bool) -> Room:
        """The room; where TikTok hides it, the sign provider may still know it by name."""
        try:
            return await find(web, self._access.endpoints, self._target, spend=spend)
        except Blocked:
            if not (spend and self._target.unique_id):
                raise
            return Room(0, self._target.unique_id)

    async def _read(self, web: Web, room: Room, signed: Signature) -> AsyncGenerator[Event, None]:
        """The socket; polls while it is refused, until a poll offers another."""
        offer: FetchResult | None = signed.result
        ends = self._access.endpoints
        while offer is not None:
            named_by = ends.sign_url if offer is signed.result else ends.webcast_url
            way_in = Pass(offer, signed.cookies, signed.user_agent, named_by)
            refusal: HandshakeRefused | None = None
            try:
                async with aclosing(self._room.read(room, way_in)) as events:
                    async for event in events:
                        yield event
            except HandshakeRefused as error:
                refusal = error
            if refusal is None:
                return
            yield Connecting(step="TikTok refuses the socket; asking it once a second instead …")
            async with aclosing(self._polled(web, room, way_in, refusal)) as events:
                async for event in events:
                    yield event
            offer = self._poller.offer

    async def _polled(
        self, web: Web, room: Room, way_in: Pass, refusal: HandshakeRefused
    ) -> AsyncGenerator[Event, None]:
        """Polls; what ends them later than at the first one has nothing to do with the socket's refusal."""
        entered = False
        try:
            async with aclosing(self._poller.poll(web, room, way_in.cookies, way_in.result)) as events:
                async for event in events:
                    entered = True
                    yield event
        except SidestageError as error:
            if entered:
                raise
            raise fallback_failed(refusal, error) from error

    def _quota(self) -> list[Event]:
        """The tightest period of the quota, when it is another than was told last."""
        if not self._signer.quota:
            return []
        tightest = min(self._signer.quota, key=lambda left: left.left / left.limit)
        event = tightest.event(self._clock.now_ms())
        same = self._told is not None and (self._told.span, self._told.left) == (event.span, event.left)
        self._told = event
        return [] if same else [event]
