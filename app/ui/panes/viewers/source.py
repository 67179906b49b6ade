"""What the viewers' pane is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.events.types.battle import Outcome
from app.frozen import value
from app.state.timeline import MINUTE_MS, BigGift, Minute, Reconnect
from app.ui.phases import is_current
from app.ui.series import Samples, measure_trend
from app.ui.several_names import join_names
from app.ui.source import SECOND_MS
from app.ui.text import NAME_LIMIT, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.state import BattleRecord, RoomState
    from app.state.battle_sides import SideView

LINE_MS = 5 * SECOND_MS  # the line moves on so often without any count


class BattleSpan(NamedTuple):
    """When a battle was on, our clock, ms since 1970.

    Attributes:
        opponents: their names, joined.
        outcome: for us; empty while it is on, or where that is not known.
    """

    start_ms: int
    end_ms: int
    opponents: str
    outcome: Outcome


@value
class ViewersFrame:
    """The viewers' line. Without a connection the numbers are the last that are known.

    Attributes:
        total: how many came so far, as TikTok says.
        joins: whom we saw come: TikTok leaves many out in busy rooms.
        average: of the samples.
        minutes: comments and diamonds by the minute; the one that goes on is none yet.
        gifts: the big ones.
        reconnects: when the connection came back.
    """

    now_ms: int
    now: int
    total: int
    peak: int
    trend: int
    samples: Samples
    is_current: bool = True
    average: int = 0
    joins: int = 0
    minutes: tuple[Minute, ...] = ()
    gifts: tuple[BigGift, ...] = ()
    battles: tuple[BattleSpan, ...] = ()
    reconnects: tuple[Reconnect, ...] = ()


class ViewersSource:
    """News with each count, and as time goes on."""

    def stamp(self, state: RoomState, now_ms: int) -> object:
        """Numbers to compare."""
        series, gifts = state.viewers.revision, state.timeline.gifts
        return series, gifts, now_ms // LINE_MS, is_current(state.connection.status, now_ms)

    def frame(self, state: RoomState, now_ms: int) -> ViewersFrame:
        """The line now."""
        series = state.viewers
        samples = series.list_samples()
        return ViewersFrame(
            now_ms,
            series.now,
            series.total,
            series.peak,
            measure_trend(samples, now_ms),
            samples,
            is_current=is_current(state.connection.status, now_ms),
            average=series.average,
            joins=state.totals.joins,
            minutes=_list_whole(state.timeline.minutes, now_ms),
            gifts=state.timeline.gifts,
            battles=(*_list_past(state.battle.list_history()), *_list_running(state, now_ms)),
            reconnects=state.timeline.reconnects,
        )


def _list_whole(minutes: tuple[Minute, ...], now_ms: int) -> tuple[Minute, ...]:
    """Without the one that goes on: it would look as if less had come."""
    return minutes[:-1] if minutes and minutes[-1].at_ms + MINUTE_MS > now_ms else minutes


def _list_past(records: Iterable[BattleRecord]) -> Iterator[BattleSpan]:
    for record in records:
        if record.start_ms:
            end_ms = record.start_ms + record.length_s * SECOND_MS
            yield BattleSpan(record.start_ms, end_ms, _join_opponents(record.sides), record.outcome)


def _list_running(state: RoomState, now_ms: int) -> Iterator[BattleSpan]:
    battle = state.battle.current
    if battle is not None and battle.phase == "active" and battle.start_ms:
        yield BattleSpan(battle.start_ms, now_ms, _join_opponents(battle.sides), "")


def _join_opponents(sides: Iterable[SideView]) -> str:
    names = (name for side in sides if not side.is_us for name in (side.names or (side.name,)) if name)
    return join_names(clean(name, NAME_LIMIT) for name in names)
