"""Which events become a line of the chat pane, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from app import events as ev
from app.events import Event
from app.events.types.visible import is_visible
from app.state.bounds import KEPT_CHARACTERS
from app.state.chat_row import new_row
from app.words import chat as words

if TYPE_CHECKING:
    from app.events import User
    from app.state.chat_row import ChatRow, RowKind
    from app.state.gift_row import GiftRow

KEPT_EMOTES, KEPT_MENTIONS = 50, 20
Said: TypeAlias = "tuple[RowKind, User, str]"


def make_chat_row(event: Event) -> ChatRow | None:
    """The line for this event, None for events that no line is written about (likes, joins, ...)."""
    word = WORDS.get(type(event))
    said = word(event) if word else None
    if said is None:
        return None
    kind, user, text = said
    if not isinstance(event, ev.Comment):
        emotes = event.emotes[:KEPT_EMOTES] if isinstance(event, ev.EmoteComment) else ()
        return new_row(event.at_ms, kind, user, text, event.msg_id, emotes=emotes)
    return new_row(
        event.at_ms,
        kind,
        user,
        text,
        event.msg_id,
        is_history=event.is_history,
        emotes=event.emotes[:KEPT_EMOTES],
        mentions=event.mentions[:KEPT_MENTIONS],
        reply_to=event.reply_to,
    )


def make_gift_row(gift: GiftRow) -> ChatRow:
    """The line for a gift, with what it is worth."""
    what = words.GIFT_AND_WORTH if gift.diamonds else words.GIFT
    worth = {"count": gift.diamonds, "diamonds": gift.diamonds}
    text = what.fill(name=gift.name or words.SOME_GIFT, times=gift.count, **worth)
    return new_row(
        gift.sent_ms or gift.last_ms,
        "gift",
        gift.user,
        text,
        diamonds=gift.diamonds,
        gift=gift.number,
        gift_id=gift.gift_id,
        icon_url=gift.icon_url,
    )


def _word_comment(event: ev.Comment) -> Said:
    if is_visible(event.text, KEPT_CHARACTERS // 2):
        return "comment", event.user, event.text
    return _word_emotes(event) if event.emotes else ("comment", event.user, words.EMPTY)


def _word_emotes(event: ev.Comment | ev.EmoteComment) -> Said:
    return "emote", event.user, words.EMOTES.fill(count=max(1, len(event.emotes)))


def _word_question(event: ev.Question) -> Said | None:
    return ("question", event.user, event.text) if event.phase == "new" else None


def _word_share(event: ev.Share) -> Said:
    text = words.SHARED_AND_BROUGHT.fill(people=event.brought) if event.brought else words.SHARED
    return "share", event.user, text


def _word_subscribe(event: ev.Subscribe) -> Said:
    text = words.RENEWED.fill(months=event.months) if event.renewed else words.SUBSCRIBED
    return "subscribe", event.user, text


def _word_fan_club(event: ev.FanClub) -> Said | None:
    return _word_notice(event.text) if event.action == "new_fans" else None


def _word_pin(event: ev.Pin) -> Said | None:
    if not (event.pinned and event.text):
        return None
    return _word_notice(words.PINNED.fill(text=event.text), event.user)


def _word_envelope(event: ev.Envelope) -> Said | None:
    if not event.open:
        return None
    return _word_notice(words.TREASURE_CHEST.fill(count=event.diamonds, diamonds=event.diamonds), event.user)


def _word_notice(text: str, user: User = ev.NOBODY) -> Said | None:
    return ("notice", user, text) if text else None


def _word_gap(gap: ev.Gap) -> Said:
    """How long it was; not so when our clock was set back meanwhile."""
    return "gap", ev.NOBODY, _write_length(gap)


def _write_length(gap: ev.Gap) -> str:
    if gap.to_ms < gap.from_ms:
        return words.GAP_OF_UNKNOWN_LENGTH
    seconds = max(1, round((gap.to_ms - gap.from_ms) / 1000))
    return words.GAP.fill(seconds=seconds)


def _word_poll(poll: ev.Poll) -> Said | None:
    if poll.phase == "update":
        return None
    ended = poll.phase == "end"
    options = ", ".join(f"{option.text} {option.votes}" if ended else option.text for option in poll.options)
    return _word_notice((words.POLL_ENDED if ended else words.POLL).fill(title=poll.title, options=options))


# By the class itself: no class of events that is said has others below it.
WORDS: dict[type[Event], Callable[[Any], Said | None]] = {
    ev.Comment: _word_comment,
    ev.EmoteComment: _word_emotes,
    ev.Question: _word_question,
    ev.Follow: lambda event: ("follow", event.user, words.FOLLOWED),
    ev.Share: _word_share,
    ev.Subscribe: _word_subscribe,
    ev.SuperFan: lambda event: ("super_fan", event.user, event.text or words.SUPER_FAN),
    ev.Intro: lambda event: _word_notice(event.text, event.user),
    ev.RoomText: lambda event: _word_notice(event.text),
    ev.FanClub: _word_fan_club,
    ev.Pin: _word_pin,
    ev.Poll: _word_poll,
    ev.Envelope: _word_envelope,
    ev.Gap: _word_gap,
}
