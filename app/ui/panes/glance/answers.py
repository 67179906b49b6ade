"""What the page says: answers to the questions of somebody on air, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.state.battle_times import OVER
from app.state.status import ON_AIR
from app.ui import figures
from app.ui.battle_words import is_in_last_seconds
from app.ui.gift_rows import isolate_name
from app.ui.gift_texts import word_gift
from app.ui.panes.glance.battle_pieces import write_battle, write_phase
from app.ui.panes.glance.pieces import Cell, Piece, Row
from app.ui.phases import choose_look, describe, describe_step, is_current, is_stalled
from app.ui.text import NAME_LIMIT, clean, clean_isolated
from app.words import glance as words
from app.words import show
from app.words.window import STATE_AND_AGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.state.gift_row import GiftRow
    from app.ui.panes.glance.source import GlanceFrame

BEST = ("first", "second", "third")
LONGEST = 200
WHOLE_NAME_EM, SENTENCE_EM = 14.0, 16.0


def write_pieces(frame: GlanceFrame) -> list[Piece]:
    """All that there is to say, what is asked first before the rest; in a battle's last seconds no more."""
    battle = frame.battle
    pieces = [write_battle(battle, frame.now_ms)] if battle is not None else []
    pieces += [_write_gift(frame.gift)] if frame.gift is not None else []
    pieces.append(_write_state(frame))
    pieces += [write_phase(battle, frame.now_ms)] if battle is not None else []
    if battle is not None and is_in_last_seconds(battle, frame.now_ms):
        return pieces
    return [*pieces, *_write_best(frame), *_write_counts(frame), *_write_pin(frame)]


def _write_gift(row: GiftRow) -> Piece:
    """Who just gave something to thank for: the name first."""
    gift = [isolate_name(one) for one in word_gift(row.name, row.count, is_counting=row.open)]
    count = show(words.TIMES.fill(number=figures.group_openly(row.count)))
    cells = [
        Cell(
            (clean_isolated(row.user.name, NAME_LIMIT),),
            "them",
            is_bold=True,
            can_be_cut=True,
            icon="gift",
            enough_em=WHOLE_NAME_EM,
        ),
        Cell((*gift, count), is_wordy=row.open, side="right"),
    ]
    if row.diamonds:
        worth = show(words.DIAMONDS.fill(number=figures.compact(row.diamonds)))
        cells.append(Cell((worth, ""), "gem", side="right"))
    return Piece("gift", (Row(tuple(cells), can_break=True),))


def _write_state(frame: GlanceFrame) -> Piece:
    """Is it still working: the state and the age of what is shown; what is done where it is not."""
    status, now_ms = frame.status, frame.now_ms
    look, age = choose_look(status, now_ms), _write_age(frame)
    forms = [STATE_AND_AGE.fill(phase=one, age=age) for one in (look.word, look.brief)] if age else []
    texts = dict.fromkeys(show(one) for one in (*forms, look.word, look.brief))
    cells = [Cell(tuple(texts), look.colour, is_bold=True, icon=look.icon)]
    is_well = status.phase in ON_AIR and not is_stalled(status, now_ms)
    if not is_well:
        said = [clean(show(say(status, now_ms)), LONGEST) for say in (describe, describe_step)]
        doing = tuple(dict.fromkeys(filter(None, said)))
        cells += [Cell(doing, can_be_cut=True, enough_em=SENTENCE_EM, side="right")] if doing else []
    return Piece("state", (Row(tuple(cells), can_break=True),), "left" if is_well else "head")


def _write_age(frame: GlanceFrame) -> str:
    """How old the newest data is; empty before there was any, and when no more is expected."""
    last_ms = frame.status.last_event_ms
    is_over = frame.status.phase in {"ended", "failed", "idle"}
    return figures.write_age(frame.now_ms - last_ms) if last_ms and not is_over else ""


def _write_best(frame: GlanceFrame) -> Iterator[Piece]:
    """Who gives most: to our side of the battle while it is on, else in the stream."""
    people = _list_players(frame) or [
        (row.user.name, words.DIAMONDS.fill(number=figures.compact(row.diamonds))) for row in frame.best
    ]
    for place, (name, worth) in enumerate(people[: len(BEST)]):
        cells = (
            Cell((str(place + 1),), "gold", is_bold=True),
            Cell((clean_isolated(name, NAME_LIMIT),), can_be_cut=True),
            Cell((show(worth),), "gem", side="right"),
        )
        yield Piece(BEST[place], (Row(cells, can_part=True),), "right")


def _list_players(frame: GlanceFrame) -> list[tuple[str, str]]:
    battle = frame.battle
    if battle is None or battle.phase in OVER:
        return []
    us = next((side for side in battle.sides if side.is_us), None)
    return [(one.user.name, figures.compact_openly(one.score)) for one in us.contributors] if us else []


def _write_counts(frame: GlanceFrame) -> Iterator[Piece]:
    """What waits for an answer or a thank-you, and how many watch."""
    for name, word, count, icon in (
        ("questions", words.QUESTIONS, frame.questions, "question"),
        ("thanks", words.THANKS, frame.thanks, "heart"),
    ):
        if name == "thanks":
            yield from _write_viewers(frame)
        if count:
            text = show(word.fill(count=count, number=figures.group_openly(count)))
            yield Piece(name, (Row((Cell((text,), "wait", is_bold=True, icon=icon),)),))


def _write_viewers(frame: GlanceFrame) -> Iterator[Piece]:
    if frame.viewers is None:
        return
    number = figures.compact(frame.viewers)
    is_now = is_current(frame.status, frame.now_ms)
    forms = (words.WATCHING_NOW, words.WATCHING) if is_now else (words.LAST_KNOWN,)
    texts = [show(one.fill(number=number)) for one in forms]
    cells = [Cell((*texts, number), is_bold=True, is_wordy=True)]
    if frame.trend and is_now:
        word, colour = (words.RISES, "good") if frame.trend > 0 else (words.FALLS, "bad")
        change = show(word.fill(number=figures.compact(abs(frame.trend))))
        cells.append(Cell((change,), "good" if colour == "good" else "bad", is_bold=True, side="right"))
    yield Piece("viewers", (Row(tuple(cells)),), "right")


def _write_pin(frame: GlanceFrame) -> Iterator[Piece]:
    """The comment that the room pinned."""
    if frame.pin is not None:
        name, text = clean_isolated(frame.pin.user.name, NAME_LIMIT), clean_isolated(frame.pin.text, LONGEST)
        line = show(words.FROM_PERSON.fill(name=name, text=text))
        yield Piece("pin", (Row((Cell((line,), can_be_cut=True, icon="pin"),)),))
