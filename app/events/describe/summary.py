"""An event in one line, for people: the command line and the inspector show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app import events as ev
from app.events.types.base import Event, UserEvent
from app.events.types.visible import is_visible

WORDS = ("text", "reason", "summary", "action")


# Their sentences are TikTok's, and often begin with the name.
SENTENCES = (ev.RankText, ev.RankReward, ev.FanClub, ev.SuperFan, ev.Barrage, ev.BattleCard, ev.Pin)


def summary(event: Event) -> str:
    """Who and what."""
    said = " ".join(SAYS.get(type(event), _first_words)(event).split())
    if not isinstance(event, UserEvent) or not event.user.key:
        return said
    who = " ".join(event.user.name.split())
    if not said or (isinstance(event, SENTENCES) and said.startswith(who)):
        return said or who
    return f"{who}: {said}"


def _counted(count: int, what: str, several: str = "") -> str:
    """`1 like`, `2 likes`."""
    return f"{count} {what}" if count == 1 else f"{count} {several or what + 's'}"


def _words(*told: str) -> str:
    """What is told, with a comma between."""
    return ", ".join(filter(None, told))


def _first_words(event: Event) -> str:
    return str(next((getattr(event, name) for name in WORDS if hasattr(event, name)), ""))


def _comment(comment: ev.Comment | ev.EmoteComment) -> str:
    count = len(comment.emotes)
    pictures = {0: "", 1: "an emote"}.get(count, f"{count} emotes")
    return comment.text if isinstance(comment, ev.Comment) and is_visible(comment.text) else pictures


def _end(end: ev.End) -> str:
    return "by TikTok" if end.suspended else "by the host"


def _envelope(envelope: ev.Envelope) -> str:
    diamonds, people = _counted(envelope.diamonds, "diamond"), _counted(envelope.people, "person", "people")
    return f"{diamonds} for {people}" if envelope.open else "gone"


def _gift(gift: ev.Gift) -> str:
    diamonds = _counted(gift.count * gift.diamonds, "diamond")
    to = f" for {gift.to_user.name}" if gift.to_user else ""
    worth = f"{gift.gift_name or gift.gift_id} ×{gift.count} ({diamonds}){to}"
    return worth if gift.ended else f"{worth} …"


def _battle(battle: ev.Battle) -> str:
    return f"{battle.phase} {' : '.join(map(_side, battle.sides))}{' before the time' * battle.cut_short}"


def _side(side: ev.Side) -> str:
    """The score; before there is one, who it is."""
    if side.score is not None:
        return str(side.score)
    return side.host.name if side.host else str(side.host_id)


def _task(task: ev.BattleTask) -> str:
    if not task.target:
        return f"{task.phase} {task.progress or ''} {task.result}"
    reward = f"×{task.multiplier} for {task.reward_s} s"
    return f"{task.phase}: {task.target} in {task.duration_s} s, then {reward}"


def _delete(delete: ev.Delete) -> str:
    comments = _counted(len(delete.msg_ids), "comment") if delete.msg_ids else ""
    everything = f"all of {_counted(len(delete.user_ids), 'person', 'people')}" if delete.user_ids else ""
    return _words(comments, everything)


def _fan_club(fan: ev.FanClub) -> str:
    return _words(fan.text or fan.action, f"level {fan.level}" if fan.level else "")


def _goal(goal: ev.Goal) -> str:
    return f"{goal.text} {goal.progress} of {goal.target} {goal.unit}"


def _rank(entry: ev.RankEntry) -> str:
    return entry.text if entry.rank else f"{entry.text}: unranked"


def _poll(poll: ev.Poll) -> str:
    options = ", ".join(f"{option.text} {option.votes}" for option in poll.options)
    return f"{poll.phase} {poll.title}: {options}" if poll.title else f"{poll.phase} {options}"


def _quota(quota: ev.Quota) -> str:
    span = f" this {quota.span}" if quota.span else ""
    return f"{quota.left:,} of {quota.limit:,} signatures left{span}"


def _link(link: ev.LinkMic) -> str:
    linked = ", ".join(guest.name for guest in link.guests)
    waiting = f"{len(link.waiting)} waiting" if link.waiting else ""
    return "; ".join(filter(None, (link.action, linked and f"linked: {linked}", waiting)))


def _pictionary(game: ev.Pictionary) -> str:
    return _words(f"{game.phase} {game.word}".strip(), f"{game.correct} guessed it" if game.correct else "")


def _karaoke(karaoke: ev.Karaoke) -> str:
    return f"{karaoke.action} {', '.join(song.title for song in karaoke.songs)}"


def _shopping(shopping: ev.Shopping) -> str:
    if shopping.title:
        return f"{shopping.title} {shopping.price}"
    return "taken away" if shopping.action == "hide" else _counted(shopping.products, "product")


def _barrage(barrage: ev.Barrage) -> str:
    return _words(barrage.text or barrage.kind, f"level {barrage.level}" if barrage.level else "")


SAYS: dict[type[Event], Callable[[Any], str]] = {
    ev.Battle: _battle,
    ev.Banner: lambda event: f"{len(event.data)} characters of JSON",
    ev.Barrage: _barrage,
    ev.BattleTask: _task,
    ev.Comment: _comment,
    ev.Connected: lambda event: f"@{event.unique_id} {event.title}",
    ev.Connecting: lambda event: event.step,
    ev.Delete: _delete,
    ev.EmoteComment: _comment,
    ev.End: _end,
    ev.Envelope: _envelope,
    ev.FanClub: _fan_club,
    ev.Gap: lambda event: f"{(event.to_ms - event.from_ms) / 1000:.0f} s unknown",
    ev.Gift: _gift,
    ev.Goal: _goal,
    ev.GuestGifts: lambda event: f"{_counted(len(event.guests), 'guest')}, {_counted(event.total, 'coin')}",
    ev.Karaoke: _karaoke,
    ev.Layout: lambda event: _counted(len(event.seats), "seat"),
    ev.Like: lambda event: f"{_counted(event.count, 'like')}, {event.total} in all" if event.count else "",
    ev.LinkMic: _link,
    ev.Pause: lambda _: "by the host",
    ev.Pictionary: _pictionary,
    ev.Pin: lambda event: event.text if event.pinned else f"taken down {event.text}",
    ev.Poll: _poll,
    ev.Question: lambda event: event.text if event.phase == "new" else f"{event.phase} {event.text}",
    ev.Quota: _quota,
    ev.RankUpdate: lambda event: ", ".join(map(_rank, event.entries)),
    ev.Reconnecting: lambda event: f"{event.reason} Next try in {event.delay_s:.0f} s.",
    ev.Resume: lambda _: "by the host",
    ev.Share: lambda event: f"brought {event.brought}" if event.brought else "",
    ev.Shopping: _shopping,
    ev.Subscribe: lambda event: f"month {event.months}" if event.months else "",
    ev.Unknown: lambda event: event.method,
    ev.Viewers: lambda event: f"{event.now} watching, {event.total} came so far",
    ev.Visitor: lambda event: f"{event.name} {event.text}",
}
