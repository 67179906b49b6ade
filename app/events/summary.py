"""An event in one line, for people: the command line and the inspector show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app import events as ev
from app.events.base import Event, UserEvent

WORDS = ("text", "reason", "summary", "action")


def summary(event: Event) -> str:
    """Who and what."""
    who = f"{event.user.name}: " if isinstance(event, UserEvent) and event.user.id else ""
    say = SAYS.get(type(event), _first_words)
    return " ".join(f"{who}{say(event)}".split()).rstrip(": ")


def _first_words(event: Event) -> str:
    return str(next((getattr(event, name) for name in WORDS if hasattr(event, name)), ""))


def _comment(comment: ev.Comment | ev.EmoteComment) -> str:
    count = len(comment.emotes)
    pictures = {0: "", 1: "an emote"}.get(count, f"{count} emotes")
    return comment.text or pictures if isinstance(comment, ev.Comment) else pictures


def _end(end: ev.End) -> str:
    return "by TikTok" if end.suspended else "by the host"


def _envelope(envelope: ev.Envelope) -> str:
    return f"{envelope.diamonds} diamonds for {envelope.people} people" if envelope.open else "gone"


def _gift(gift: ev.Gift) -> str:
    worth = f"{gift.gift_name or gift.gift_id} ×{gift.count} ({gift.count * gift.diamonds} diamonds)"
    return worth if gift.ended else f"{worth} …"


def _battle(battle: ev.Battle) -> str:
    return f"{battle.phase} {' : '.join(str(side.score or 0) for side in battle.sides)}"


def _poll(poll: ev.Poll) -> str:
    options = ", ".join(f"{option.text} {option.votes}" for option in poll.options)
    return f"{poll.phase} {poll.title} {options}"


def _quota(quota: ev.Quota) -> str:
    span = f" this {quota.span}" if quota.span else ""
    return f"{quota.left:,} of {quota.limit:,} signatures left{span}"


def _link(link: ev.LinkMic) -> str:
    return f"{link.action} {', '.join(guest.name for guest in link.guests)}"


def _karaoke(karaoke: ev.Karaoke) -> str:
    return f"{karaoke.action} {', '.join(song.title for song in karaoke.songs)}"


def _shopping(shopping: ev.Shopping) -> str:
    return f"{shopping.title} {shopping.price}" if shopping.title else f"{shopping.products} products"


SAYS: dict[type[Event], Callable[[Any], str]] = {
    ev.Battle: _battle,
    ev.Banner: lambda event: event.data,
    ev.BattleTask: lambda event: f"{event.phase} {event.progress or ''} {event.result}",
    ev.Comment: _comment,
    ev.Connected: lambda event: f"@{event.unique_id} {event.title}",
    ev.Connecting: lambda event: event.step,
    ev.Delete: lambda event: f"{len(event.msg_ids)} comments, {len(event.user_ids)} people",
    ev.EmoteComment: _comment,
    ev.End: _end,
    ev.Envelope: _envelope,
    ev.FanClub: lambda event: f"{event.action} {event.level or ''}",
    ev.Gap: lambda event: f"{(event.to_ms - event.from_ms) / 1000:.0f} s unknown",
    ev.Gift: _gift,
    ev.Goal: lambda event: f"{event.text} {event.progress} of {event.target}",
    ev.GuestGifts: lambda event: f"{len(event.guests)} guests, {event.total} coins",
    ev.Karaoke: _karaoke,
    ev.Layout: lambda event: f"{len(event.seats)} seats",
    ev.Like: lambda event: f"{event.count} likes, {event.total} in all",
    ev.LinkMic: _link,
    ev.Pause: lambda _: "by the host",
    ev.Pictionary: lambda event: f"{event.phase} {event.word}",
    ev.Pin: lambda event: event.text if event.pinned else f"taken down {event.text}",
    ev.Poll: _poll,
    ev.Question: lambda event: event.text if event.phase == "new" else f"{event.phase} {event.text}",
    ev.Quota: _quota,
    ev.RankUpdate: lambda event: ", ".join(entry.text for entry in event.entries),
    ev.Reconnecting: lambda event: f"{event.reason} Next try in {event.delay_s:.0f} s.",
    ev.Resume: lambda _: "by the host",
    ev.Shopping: _shopping,
    ev.Subscribe: lambda event: f"month {event.months}" if event.months else "",
    ev.Unknown: lambda event: event.method,
    ev.Viewers: lambda event: f"{event.now} watching, {event.total} came so far",
    ev.Visitor: lambda event: f"{event.name} {event.text}",
}
