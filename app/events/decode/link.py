"""Guests and co-hosts: five messages of different age that tell of the same thing (protocol.md g.10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from app.events.decode.heads import Maker, read_enum_name
from app.events.decode.people import find_picture, pick_named, read_user
from app.events.types.base import User
from app.events.types.bounds import bound_amount
from app.events.types.stage import GuestGifts, GuestScore, Layout, LinkMic, LinkScene, Seat
from app.protocol.schema import Wire

CONTENT = "_content"
# WebcastLinkMicMethod says only a number, named as TikTokLiveSharp names it. Captures: 69 of 75 are 8, a
# guest's coins; 101 names who was asked and 102 has an answer. 100 and 104 have no public name.
GUEST_COINS = 8
OLDEST_KINDS = {
    1: "turn_on",
    2: "permit",
    3: "kick_out",
    4: "finish",
    5: "waiting_list_change",
    6: "linked_list_change",
    7: "list_change",
    9: "ranking_update",
    10: "silence",
    11: "unsilence",
    12: "invite",
    13: "reply",
    14: "auto_join",
    15: "agree_admin_first_invite",
    101: "invite",
    102: "reply",
}
SCENES: dict[int, LinkScene] = {2: "co_host", 4: "multi_live"}
# LinkMessageType, which the newest schema lacks, as TikTokLiveJava and TikTokLiveSharp have it. Captures
# agree: 6, 7 and 17 have such contents; 19 and 20 have the whole list, after 20 more people wait, after 19
# fewer do.
KINDS = {
    1: "create",
    2: "close",
    3: "invite",
    4: "apply",
    5: "reply",
    6: "enter",
    7: "leave",
    8: "permit",
    9: "cancel_invite",
    10: "waiting_list_change",
    11: "linked_list_change",
    12: "update_user",
    13: "kick_out",
    14: "cancel_apply",
    15: "mute",
    16: "match",
    17: "update_user_setting",
    18: "mic_idx_update",
    19: "leave",
    20: "waiting_list_change",
    21: "linked_list_change",
    22: "cohost_list_change",
    23: "media_change",
    24: "accept_notice",
    101: "sys_kick_out",
    102: "user_toast",
}
# Who a content is about, by the names it uses.
ACTORS = ("joiner", "leaver", "offliner", "invitor", "applier", "owner", "from_user")
ACTOR_IDS = ("user_id", "from_user_id")
INNER_LISTS = ("list", "all_users")
GROUP_WAITING, GROUP_LINKED = 1, 3  # GroupStatus
LINKED, WAITING = ("linked_users", "linked_list"), ("applied_users", "applied_list", "invited_list")


def make_link(wire: Wire) -> LinkMic:
    """The number says what happened; the content's name where a number is new."""
    name, content = _find_content(wire)
    return LinkMic(
        user=_find_actor(content),
        action=KINDS.get(wire.message_type) or name or str(wire.message_type),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.linker_id,
        guests=tuple(_list_people(content, LINKED)),
        waiting=tuple(_list_people(content, WAITING)),
    )


def make_link_layer(wire: Wire) -> LinkMic:
    """The newer form, with names for its types. People are ids; those of co-hosts may be told beside them."""
    _, content = _find_content(wire)
    known = _read_cohosts(wire.business_content.cohost_content.list_change_biz_content)
    guests = (*_list_people(content, LINKED), *_list_group(content, GROUP_LINKED))
    waiting = (*_list_people(content, WAITING), *_list_group(content, GROUP_WAITING))
    actor = _find_actor(content)
    return LinkMic(
        user=known.get(actor.id, actor),
        action=read_enum_name(wire, "message_type"),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.channel_id,
        guests=tuple(known.get(guest.id, guest) for guest in guests),
        waiting=tuple(known.get(guest.id, guest) for guest in waiting),
    )


def make_link_mic(wire: Wire) -> LinkMic | GuestGifts:
    """The oldest form: signalling between hosts, and the coins of one guest."""
    if wire.message_type == GUEST_COINS:
        guest = GuestScore(wire.user_id, bound_amount(wire.fan_ticket))
        return GuestGifts(guests=(guest,), total=bound_amount(wire.total_linkmic_fan_ticket))
    return LinkMic(
        user=User(id=wire.from_user_id or wire.user_id),
        action=OLDEST_KINDS.get(wire.message_type) or str(wire.message_type),
        scene=SCENES.get(wire.scene, ""),
        channel_id=wire.channel_id,
        guests=tuple(read_user(user) for user in wire.linked_users),
    )


def make_guest_gifts(wire: Wire) -> GuestGifts:
    """Coins of all guests."""
    notice = wire.fan_ticket_room_notice
    guests = tuple(GuestScore(one.user_id, bound_amount(one.fan_ticket)) for one in notice.user_fan_ticket)
    return GuestGifts(guests=guests, total=bound_amount(notice.total_linkmic_fan_ticket))


def make_link_state(wire: Wire) -> Layout:
    """The seats, and who is on them."""
    return _make_layout(wire, wire.layout.layout_key or wire.layout.layout_id, wire.spot_list)


def make_layout_state(wire: Wire) -> Layout:
    """The newest form of the same."""
    return _make_layout(wire, "", wire.biz_spot_list)


def _make_layout(wire: Wire, name: str, spots: Iterable[Wire]) -> Layout:
    return Layout(
        channel_id=wire.channel_id,
        scene=SCENES.get(wire.scene, ""),
        name=name,
        seats=tuple(Seat(one.spot_id, one.pos_identity.value) for one in spots),
    )


def _find_content(wire: Wire) -> tuple[str, Wire]:
    """The content that is set and its name without the ending; the message itself where none is."""
    for field, value in wire.ListFields():
        if field.name.endswith(CONTENT):
            return field.name.removesuffix(CONTENT), value
    return "", wire


def _find_actor(content: Wire) -> User:
    """Who it is about: a person, the first of several, or an id."""
    told = {field.name: value[0] if field.is_repeated else value for field, value in content.ListFields()}
    people = (_read_person(told[name]) for name in ACTORS if name in told)
    numbers = (User(id=told[name]) for name in ACTOR_IDS if name in told)
    return pick_named(chain(people, numbers))


def _list_people(content: Wire, names: Iterable[str]) -> Iterator[User]:
    """People of the lists with these names, in the content or in the lists within it."""
    for field, value in content.ListFields():
        if field.name in names and field.is_repeated:
            yield from map(_read_person, value)
        elif field.name in INNER_LISTS and not field.is_repeated:
            yield from _list_people(value, names)


def _list_group(content: Wire, status: int) -> Iterator[User]:
    """Hosts of a group of linked rooms; each room has a status of its own."""
    if "group_user" not in content.DESCRIPTOR.fields_by_name:
        return
    for room in content.group_user.user:
        if room.status == status:
            yield from _list_people(room.all_user, LINKED)


def _read_cohosts(told: Wire) -> dict[int, User]:
    """What is told about co-hosts beside the lists of ids."""
    infos = {**told.user_infos, **told.guest_user_infos}
    return {
        user_id: User(user_id, one.display_id, one.nickname, find_picture(one.avatar_thumb))
        for user_id, one in infos.items()
    }


def _read_person(entry: Wire) -> User:
    """A person, or an entry of a list that holds one; newer entries have an id only."""
    if isinstance(entry, bytes):
        return read_user(entry)
    return _read_person(entry.user) if "user" in entry.DESCRIPTOR.fields_by_name else User(id=entry.user_id)


TABLE: dict[str, Maker] = {
    "WebcastLinkMessage": make_link,
    "WebcastLinkLayerMessage": make_link_layer,
    "WebcastLinkMicMethod": make_link_mic,
    "WebcastLinkMicFanTicketMethod": make_guest_gifts,
    "WebcastLinkStateMessage": make_link_state,
    "WebcastLinkMicLayoutStateMessage": make_layout_state,
}
