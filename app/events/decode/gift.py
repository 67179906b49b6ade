"""Gifts, subscriptions, chests and goals: what costs money (protocol.md g.5, g.6, g.9)."""

from __future__ import annotations

from dataclasses import replace

from app.events.decode.heads import Maker, read_enum_name
from app.events.decode.memory import remember
from app.events.decode.other import make_other
from app.events.decode.people import find_any_user, find_picture, read_decimal, read_user
from app.events.decode.text import find_first_user, find_key
from app.events.types.audience import Subscribe
from app.events.types.base import User
from app.events.types.bounds import bound_amount, read_time_ms
from app.events.types.gift import Gift
from app.events.types.room import Envelope, Goal, GoalPart
from app.events.types.status import Other
from app.frozen import make_quick, value
from app.protocol.schema import Wire, find_reader

STREAKABLE = 1
SUBSCRIBED = 0
NEW_SUBSCRIBERS = frozenset({0, 100})  # OldSubscribeStatus: first, default; the others subscribed before
HIDDEN = 2
SUPER_FAN_BOX = 19
SUPER_FAN_BOX_KEY = "ttlive_superfanbox"
new_gift = make_quick(Gift)


def make_gift(wire: Wire) -> Gift:
    """A gift or a step of a streak.

    Captures (69 gifts, 30 streaks): frames of a streak share user, gift and group id, arrive out of order,
    start at any count, and half of the streaks have no frame with repeat_end 1. Gifts of other types than 1
    come once, with repeat_end 0 and no group. Without the gift's detail a group id tells a streak.
    """
    detail = _read_detail(wire.gift)
    streakable = detail.is_streakable if wire.gift else bool(wire.group_id)
    return new_gift(
        user=read_user(wire.user, wire.user_identity),
        gift_id=wire.gift_id or detail.gift_id,
        gift_name=detail.name,
        diamonds=detail.diamonds,
        count=bound_amount(wire.repeat_count) or bound_amount(wire.combo_count) or 1,
        ended=not streakable or wire.repeat_end == 1,
        streakable=streakable,
        group_id=wire.group_id,
        to_user=_find_receiver(wire),
        icon_url=detail.icon_url,
        order_id=wire.order_id,
    )


@value
class _Detail:
    """What a gift is, whoever gives it."""

    gift_id: int
    name: str
    diamonds: int
    is_streakable: bool
    icon_url: str


@remember(512)
def _read_detail(data: bytes) -> _Detail:
    """A Gift as it stands on the wire; a room sees some hundred kinds."""
    wire = find_reader("Gift").FromString(data)
    icon = find_picture(wire.image) or find_picture(wire.icon)
    return _Detail(wire.id, wire.name, bound_amount(wire.diamond_count), wire.type == STREAKABLE, icon)


def _find_receiver(wire: Wire) -> User | None:
    """The guest it is for. monitor_info names the host and the receiver: the same person in all captures."""
    user = read_user(wire.to_user)
    if user.id:
        return user
    told = wire.monitor_info
    host_id, counted_id = told.anchor_id, told.to_user_id
    guest_id = counted_id if host_id and counted_id != host_id else 0
    member_id = wire.to_member_id_int or read_decimal(wire.to_member_id) or guest_id
    return User(id=member_id, nickname=wire.to_member_nickname) if member_id else None


def make_subscription(wire: Wire) -> Subscribe | Other:
    """Message type 0 is a subscription; the others are reminders and notices."""
    if wire.message_type != SUBSCRIBED:
        return replace(make_other(wire), name=read_enum_name(wire, "message_type"))
    return Subscribe(
        user=read_user(wire.user),
        months=bound_amount(wire.sub_month),
        renewed=wire.old_subscribe_status not in NEW_SUBSCRIBERS,
        gifted=bool(wire.gift_source),
    )


def make_envelope(wire: Wire) -> Envelope:
    """A chest. Its times are seconds; when it goes, only its id is told."""
    info = wire.envelope_info
    text = wire.common.display_text
    return Envelope(
        user=find_any_user(lambda: find_first_user(text), lambda: _make_sender(info)),
        envelope_id=info.envelope_id,
        diamonds=bound_amount(info.diamond_count),
        people=bound_amount(info.people_count),
        unpack_at_ms=read_time_ms(info.unpack_at),
        open=wire.display != HIDDEN,
        super_fan_box=info.business_type == SUPER_FAN_BOX or SUPER_FAN_BOX_KEY in find_key(text),
    )


def _make_sender(info: Wire) -> User:
    avatar = find_picture(info.send_user_avatar)
    return User(id=read_decimal(info.send_user_id), nickname=info.send_user_name, avatar_url=avatar)


def make_goal(wire: Wire) -> Goal:
    """The part of the goal that moved, or its first part, and all of them.

    Captures: what is told with the goal is ahead of what the contribution tells.
    """
    told = wire.goal.sub_goals
    parts = {one.id: _make_part(one) for one in told}
    contributed = wire.contribute_subgoal
    moved = parts.get(contributed.id) or next(iter(parts.values()), None)
    part = moved or _make_part(contributed)
    return Goal(
        user=User(
            id=wire.contributor_id,
            unique_id=wire.contributor_display_id,
            avatar_url=find_picture(wire.contributor_avatar),
        ),
        goal_id=wire.goal.id,
        text=wire.goal.description,
        progress=part.progress,
        target=part.target,
        unit=part.unit,
        parts=tuple(parts.values()),
        end_ms=read_time_ms(wire.goal.expire_time),
    )


def _make_part(wire: Wire) -> GoalPart:
    return GoalPart(bound_amount(wire.progress), bound_amount(wire.target), wire.gift.name)


TABLE: dict[str, Maker] = {
    "WebcastGiftMessage": make_gift,
    "WebcastSubNotifyMessage": make_subscription,
    "WebcastEnvelopeMessage": make_envelope,
    "WebcastGoalUpdateMessage": make_goal,
}
