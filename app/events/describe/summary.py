"""An event in one line, for people: the command line and the inspector show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app import events as ev
from app.events.types.base import Event, UserEvent
from app.events.types.visible import is_visible
from app.words import Phrase
from app.words import events as words
from app.words.lists import BESIDE, COMMA, SEMICOLON, join_texts

TEXTS = ("text", "reason", "summary", "action")  # the first of these that an event has says what it is


# Their sentences are TikTok's, and often begin with the name.
SENTENCES = (ev.RankText, ev.RankReward, ev.FanClub, ev.SuperFan, ev.Barrage, ev.BattleCard, ev.Pin)


def write_summary(event: Event) -> str:
    """Say in one line who did what."""
    what = _make_flat(SAYS.get(type(event), _find_text)(event))
    if not isinstance(event, UserEvent) or not event.user.key:
        return what
    who = _make_flat(event.user.name)
    if not what or (isinstance(event, SENTENCES) and what.startswith(who)):
        return what or who
    return words.WHO_AND_WHAT.fill(who=who, what=what)


def _make_flat(text: str) -> str:
    """Put a text on one line, with single blanks."""
    flat = " ".join(text.split())
    if text == flat or not isinstance(text, Phrase):
        return text if text == flat else flat
    values = {name: _make_flat(one) if isinstance(one, str) else one for name, one in text.values.items()}
    return text.fill(**values)


def _join(*texts: str) -> str:
    """Join texts with commas."""
    return join_texts(COMMA, *texts)


def _find_text(event: Event) -> str:
    text = next((getattr(event, name) for name in TEXTS if hasattr(event, name)), "")
    return text if isinstance(text, str) else f"{text}"


def _say_comment(comment: ev.Comment | ev.EmoteComment) -> str:
    if isinstance(comment, ev.Comment) and is_visible(comment.text):
        return comment.text
    return words.EMOTES.fill(count=len(comment.emotes)) if comment.emotes else ""


def _say_end(end: ev.End) -> str:
    return words.BY_TIKTOK if end.is_by_tiktok else words.BY_HOST


def _say_envelope(envelope: ev.Envelope) -> str:
    diamonds = words.DIAMONDS.fill(count=envelope.diamonds)
    people = words.PEOPLE.fill(count=envelope.people)
    return words.CHEST.fill(diamonds=diamonds, people=people) if envelope.open else words.CHEST_GONE


def _say_gift(gift: ev.Gift) -> str:
    diamonds = words.DIAMONDS.fill(count=gift.count * gift.diamonds)
    values = {"gift": gift.gift_name or gift.gift_id, "number": gift.count, "diamonds": diamonds}
    if gift.to_user:
        worth = words.GIFT_FOR.fill(**values, receiver=gift.to_user.name)
    else:
        worth = words.GIFT.fill(**values)
    return worth if gift.ended else words.GOES_ON.fill(gift=worth)


def _say_battle(battle: ev.Battle) -> str:
    text = " ".join(filter(None, (battle.phase, " : ".join(map(_say_side, battle.sides)))))
    return words.CUT_SHORT.fill(battle=text) if battle.cut_short else text


def _say_side(side: ev.Side) -> str:
    """The score; before there is one, who it is."""
    if side.score is not None:
        return str(side.score)
    return side.host.name if side.host else str(side.host_id)


def _say_task(task: ev.BattleTask) -> str:
    if not task.target:
        return f"{task.phase} {task.progress or ''} {task.result}"
    return words.TASK.fill(
        phase=task.phase,
        target=task.target,
        seconds=task.duration_s,
        multiplier=task.multiplier,
        reward_s=task.reward_s,
    )


def _say_delete(delete: ev.Delete) -> str:
    comments = words.COMMENTS.fill(count=len(delete.msg_ids)) if delete.msg_ids else ""
    people = words.PEOPLE.fill(count=len(delete.user_ids))
    return _join(comments, words.ALL_OF.fill(people=people) if delete.user_ids else "")


def _say_fan_club(fan: ev.FanClub) -> str:
    return _join(fan.text or fan.action, words.LEVEL.fill(level=fan.level) if fan.level else "")


def _say_goal(goal: ev.Goal) -> str:
    progress = words.GOAL.fill(progress=goal.progress, target=goal.target)
    return join_texts(BESIDE, goal.text, progress, goal.unit)


def _say_guest_gifts(event: ev.GuestGifts) -> str:
    return _join(words.GUESTS.fill(count=len(event.guests)), words.COINS.fill(count=event.total))


def _say_like(like: ev.Like) -> str:
    likes = words.LIKES.fill(count=like.count)
    return words.LIKES_IN_ALL.fill(likes=likes, total=like.total) if like.count else ""


def _say_pin(pin: ev.Pin) -> str:
    return pin.text if pin.pinned else join_texts(BESIDE, words.UNPINNED, pin.text)


def _say_rank(entry: ev.RankEntry) -> str:
    return entry.text if entry.rank else words.UNRANKED.fill(text=entry.text)


def _say_poll(poll: ev.Poll) -> str:
    options = ", ".join(f"{option.text} {option.votes}" for option in poll.options)
    return f"{poll.phase} {poll.title}: {options}" if poll.title else f"{poll.phase} {options}"


def _say_quota(quota: ev.Quota) -> str:
    pattern = words.QUOTA.get(quota.span, words.QUOTA[""])
    return pattern.fill(left=quota.left, limit=quota.limit)


def _say_link(link: ev.LinkMic) -> str:
    names = ", ".join(guest.name for guest in link.guests)
    linked = words.LINKED.fill(names=names) if names else ""
    waiting = words.WAITING.fill(count=len(link.waiting)) if link.waiting else ""
    return join_texts(SEMICOLON, link.action, linked, waiting)


def _say_pictionary(game: ev.Pictionary) -> str:
    guessed = words.GUESSED.fill(count=game.correct) if game.correct else ""
    return _join(f"{game.phase} {game.word}".strip(), guessed)


def _say_karaoke(karaoke: ev.Karaoke) -> str:
    return f"{karaoke.action} {', '.join(song.title for song in karaoke.songs)}"


def _say_shopping(shopping: ev.Shopping) -> str:
    if shopping.title:
        return f"{shopping.title} {shopping.price}"
    products = words.PRODUCTS.fill(count=shopping.products)
    return words.PRODUCT_GONE if shopping.action == "hide" else products


def _say_barrage(barrage: ev.Barrage) -> str:
    level = words.LEVEL.fill(level=barrage.level) if barrage.level else ""
    return _join(barrage.text or barrage.kind, level)


SAYS: dict[type[Event], Callable[[Any], str]] = {
    ev.Battle: _say_battle,
    ev.Banner: lambda event: words.CHARACTERS.fill(count=len(event.data)),
    ev.Barrage: _say_barrage,
    ev.BattleTask: _say_task,
    ev.Comment: _say_comment,
    ev.Connected: lambda event: f"@{event.unique_id} {event.title}",
    ev.Connecting: lambda event: event.step,
    ev.Delete: _say_delete,
    ev.EmoteComment: _say_comment,
    ev.End: _say_end,
    ev.Envelope: _say_envelope,
    ev.FanClub: _say_fan_club,
    ev.Gap: lambda event: words.GAP.fill(seconds=(event.to_ms - event.from_ms) / 1000),
    ev.Gift: _say_gift,
    ev.Goal: _say_goal,
    ev.GuestGifts: _say_guest_gifts,
    ev.Karaoke: _say_karaoke,
    ev.Layout: lambda event: words.SEATS.fill(count=len(event.seats)),
    ev.Like: _say_like,
    ev.LinkMic: _say_link,
    ev.Pause: lambda _: words.BY_HOST,
    ev.Pictionary: _say_pictionary,
    ev.Pin: _say_pin,
    ev.Poll: _say_poll,
    ev.Question: lambda event: event.text if event.phase == "new" else f"{event.phase} {event.text}",
    ev.Quota: _say_quota,
    ev.RankUpdate: lambda event: _join(*map(_say_rank, event.entries)),
    ev.Reconnecting: lambda event: words.NEXT_TRY.fill(reason=event.reason, seconds=event.delay_s),
    ev.Resume: lambda _: words.BY_HOST,
    ev.Share: lambda event: words.BROUGHT.fill(count=event.brought) if event.brought else "",
    ev.Shopping: _say_shopping,
    ev.Subscribe: lambda event: words.MONTH.fill(month=event.months) if event.months else "",
    ev.Unknown: lambda event: event.method,
    ev.Viewers: lambda event: words.VIEWERS.fill(now=event.now, total=event.total),
    ev.Visitor: lambda event: f"{event.name} {event.text}",
}
