"""Guests and co-hosts: five messages of different age that tell of the same thing (protocol.md g.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from app.events.base import NOBODY, User
from app.events.heads import Maker, enum_name
from app.events.people import user_of
from app.events.stage import GuestGifts, GuestScore, Layout, LinkMic, Seat
from app.protocol.schema import Wire

CONTENT = "_content"
# WebcastLinkMicMethod says only a number. Captures: 69 of 75 are 8, a guest's coins; the others open, change
# and close the link between hosts.
GUEST_COINS = 8
SCENES = {2: "co_host", 4: "multi_live"}
# Who a content is about, by the names it uses.
ACTORS = ("joiner", "leaver", "offliner", "invitor", "applier", "owner", "from_user")
ACTOR_IDS = ("user_id", "from_user_id")
INNER_LISTS = ("list", "all_users")
LINKED, WAITING = ("linked_users", "linked_list"), ("applied_users", "applied_list", "invited_list")


def link(wire: Wire) -> LinkMic:
    """Which content is set says what happened; `message_type` is a number without public names."""
    name, content = _content(wire)
    return LinkMic(
        user=_actor(content),
        action=name or str(wire.message_type),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.linker_id,
        guests=tuple(_people(content, LINKED)),
        waiting=tuple(_people(content, WAITING)),
    )


def link_layer(wire: Wire) -> LinkMic:
    """The newer form, with names for its types; people are ids only."""
    _, content = _content(wire)
    return LinkMic(
        user=_actor(content),
        action=enum_name(wire, "message_type"),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.channel_id,
        guests=tuple(_people(content, LINKED)),
        waiting=tuple(_people(content, WAITING)),
    )


def link_mic(wire: Wire) -> LinkMic | GuestGifts:
    """The oldest form: signalling between hosts, and the coins of one guest."""
    if wire.message_type == GUEST_COINS:
        guest = GuestScore(wire.user_id, wire.fan_ticket)
        return GuestGifts(guests=(guest,), total=wire.total_linkmic_fan_ticket)
    return LinkMic(
        user=User(id=wire.from_user_id or wire.user_id),
        action=str(wire.message_type),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.channel_id,
        guests=tuple(user_of(user) for user in wire.linked_users),
    )


def fan_tickets(wire: Wire) -> GuestGifts:
    """Coins of all guests."""
    notice = wire.fan_ticket_room_notice
    guests = tuple(GuestScore(one.user_id, one.fan_ticket) for one in notice.user_fan_ticket)
    return GuestGifts(guests=guests, total=notice.total_linkmic_fan_ticket)


def link_state(wire: Wire) -> Layout:
    """The seats, and who is on them."""
    return _layout(wire, wire.layout.layout_key or wire.layout.layout_id, wire.spot_list)


def layout_state(wire: Wire) -> Layout:
    """The newest form of the same."""
    return _layout(wire, "", wire.biz_spot_list)


def _layout(wire: Wire, name: str, spots: Iterable[Wire]) -> Layout:
    return Layout(
        channel_id=wire.channel_id,
        scene=SCENES.get(wire.scene, ""),
        name=name,
        seats=tuple(Seat(one.spot_id, one.pos_identity.value) for one in spots),
    )


def _content(wire: Wire) -> tuple[str, Wire]:
    """The content that is set and its name without the ending; the message itself where none is."""
    for field, value in wire.ListFields():
        if field.name.endswith(CONTENT):
            return field.name.removesuffix(CONTENT), value
    return "", wire


def _actor(content: Wire) -> User:
    """Who it is about: a person, the first of several, or an id."""
    told = {field.name: value[0] if field.is_repeated else value for field, value in content.ListFields()}
    people = (_person(told[name]) for name in ACTORS if name in told)
    numbers = (User(id=told[name]) for name in ACTOR_IDS if name in told)
    return next((user for user in chain(people, numbers) if user.id), NOBODY)


def _people(content: Wire, names: Iterable[str]) -> Iterator[User]:
    """People of the lists with these names, in the content or in the lists within it."""
    for field, value in content.ListFields():
        if field.name in names and field.is_repeated:
            yield from map(_person, value)
        elif field.name in INNER_LISTS and not field.is_repeated:
            yield from _people(value, names)


def _person(entry: Wire) -> User:
    """A person, or an entry of a list that holds one; newer entries have an id only."""
    if isinstance(entry, bytes):
        return user_of(entry)
    return _person(entry.user) if "user" in entry.DESCRIPTOR.fields_by_name else User(id=entry.user_id)


TABLE: dict[str, Maker] = {
    "WebcastLinkMessage": link,
    "WebcastLinkLayerMessage": link_layer,
    "WebcastLinkMicMethod": link_mic,
    "WebcastLinkMicFanTicketMethod": fan_tickets,
    "WebcastLinkStateMessage": link_state,
    "WebcastLinkMicLayoutStateMessage": layout_state,
}
