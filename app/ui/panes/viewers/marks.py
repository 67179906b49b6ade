"""What stands above the line of viewers: battles, big gifts, spans without a connection, reconnects. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.ui.figures import group_digits, write_length, write_time_of_day
from app.ui.text import NAME_LIMIT, clean, clean_sentence, isolate
from app.words import Phrase, show
from app.words import battle as battle_words
from app.words import viewers as words

if TYPE_CHECKING:
    from app.events.types.battle import Outcome
    from app.state.timeline import BigGift, Reconnect
    from app.ui.panes.viewers.scale import KnownMoment
    from app.ui.panes.viewers.source import BattleSpan, ViewersFrame

Kind = Literal["battle", "gift", "gap", "reconnect"]
MOMENTS = frozenset({"gift", "reconnect"})  # those at one place are one mark
MOST_LINES = 6  # of what marks at one place say
FOUGHT: dict[Outcome, Phrase] = {
    "": battle_words.FOUGHT_WITH,
    "win": battle_words.WON_AGAINST,
    "lose": battle_words.LOST_TO,
    "draw": battle_words.DRAW_WITH,
}


class Mark(NamedTuple):
    """Something that happened.

    Attributes:
        at_ms, until_ms: our clock, ms since 1970; the same for a moment.
        words: what it says, by lines.
        worth: diamonds of a gift, ms of silence before a reconnect: where several are, the largest is drawn.
    """

    kind: Kind
    at_ms: int
    until_ms: int
    words: tuple[str, ...]
    worth: int = 0


def list_marks(frame: ViewersFrame, least_diamonds: int) -> list[Mark]:
    """All marks of a frame, in order of time; gifts from so many diamonds on."""
    gifts = (make_gift_mark(gift) for gift in frame.gifts if gift.diamonds >= least_diamonds)
    reconnects = map(make_reconnect_mark, frame.reconnects)
    marks = [*map(make_battle_mark, frame.battles), *gifts, *_list_gaps(frame), *reconnects]
    return sorted(marks, key=lambda mark: (mark.at_ms, mark.until_ms))


def make_battle_mark(span: BattleSpan) -> Mark:
    """The mark of a battle."""
    names = clean_sentence(span.opponents) or "–"
    fought = show(FOUGHT[span.outcome].fill(names=names))
    when = show(
        words.FROM_TO.fill(begin=write_time_of_day(span.start_ms), end=write_time_of_day(span.end_ms))
    )
    return Mark("battle", span.start_ms, max(span.start_ms, span.end_ms), (fought, when))


def make_gift_mark(gift: BigGift) -> Mark:
    """The mark of a gift."""
    who = clean(gift.user.name, NAME_LIMIT) or "–"
    what = clean(gift.name, NAME_LIMIT) or "–"
    said = words.GIFT_MARK.fill(
        time=write_time_of_day(gift.at_ms),
        name=isolate(who),
        gift=isolate(what),
        count=group_digits(gift.count),
        diamonds=group_digits(gift.diamonds),
    )
    return Mark("gift", gift.at_ms, gift.at_ms, (show(said),), gift.diamonds)


def make_reconnect_mark(one: Reconnect) -> Mark:
    """The mark of a connection that came back."""
    said = words.RECONNECT_MARK.fill(time=write_time_of_day(one.at_ms), length=write_length(one.silent_ms))
    return Mark("reconnect", one.at_ms, one.at_ms, (show(said),), one.silent_ms)


def _list_gaps(frame: ViewersFrame) -> Iterator[Mark]:
    """Spans between a sample that says that nothing is known and the next count; the last may go on."""
    samples = (*frame.samples, (frame.now_ms, None))
    for (at_ms, count), (next_ms, _) in pairwise(samples):
        if count is None:
            when = words.FROM_TO.fill(begin=write_time_of_day(at_ms), end=write_time_of_day(next_ms))
            lost = words.GAP_MARK.fill(length=write_length(next_ms - at_ms))
            yield Mark("gap", at_ms, next_ms, (show(lost), show(when)))


def gather_marks(marks: Iterable[Mark], start_ms: int, end_ms: int, least_ms: int) -> list[Mark]:
    """Marks that lie in a span of time, those of one kind that are nearer than `least_ms` as one."""
    gathered: dict[Kind, Mark] = {}
    done: list[Mark] = []
    for mark in marks:
        if mark.until_ms < start_ms or mark.at_ms > end_ms:
            continue
        before = gathered.get(mark.kind)
        if before is not None and mark.at_ms - before.at_ms < least_ms and mark.kind in MOMENTS:
            gathered[mark.kind] = _join_marks(before, mark)
            continue
        if before is not None:
            done.append(before)
        gathered[mark.kind] = mark
    return sorted((*done, *gathered.values()), key=lambda mark: mark.at_ms)


def spread(wished: Sequence[float], side: float, width: float) -> list[float]:
    """Places of pictures that are so wide, near those that are wished for in order, none over another.

    Where not all have room, they are where they are wished for.
    """
    if side * len(wished) > width:
        return [min(max(0.0, left), width - side) for left in wished]
    lefts: list[float] = []
    for left in wished:
        lefts.append(max(left, lefts[-1] + side if lefts else 0.0))
    right = width
    for at in reversed(range(len(lefts))):
        lefts[at] = min(lefts[at], right - side)
        right = lefts[at]
    return lefts


def _join_marks(one: Mark, other: Mark) -> Mark:
    at_ms = one.at_ms if one.worth >= other.worth else other.at_ms
    return Mark(one.kind, at_ms, at_ms, (*one.words, *other.words), max(one.worth, other.worth))


def write_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of a mark, of many the first and how many more there are."""
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], show(words.AND_MORE.fill(count=more, number=group_digits(more))))


def write_reading(reading: KnownMoment) -> tuple[str, ...]:
    """What is known of a moment, by lines."""
    time, count, minute = write_time_of_day(reading.at_ms), reading.watching, reading.minute
    watched = words.AT_GAP.fill(time=time)
    if count is not None:
        watched = words.AT.fill(time=time, number=group_digits(count))
    if minute is None:
        return (show(watched),)
    rates = words.IN_A_MINUTE.fill(
        comments=group_digits(minute.comments), diamonds=group_digits(minute.diamonds)
    )
    return show(watched), show(rates)
