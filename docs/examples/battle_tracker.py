"""Tell each battle as it goes: the scores when they change, the result, and who brought most.

    python docs/examples/battle_tracker.py @creator

The rules of battles are those of the window: `RoomState` folds the events, also such that come late or twice.
"""

import asyncio
import sys
import time
from contextlib import aclosing

from app.client import LiveClient
from app.errors import SidestageError
from app.events import Disconnected
from app.state import BattleView, RoomState, SideView


def find_now_ms() -> int:
    """Our clock, ms since 1970."""
    return time.time_ns() // 1_000_000


def describe_side(side: SideView) -> str:
    """Name and score; ours is marked."""
    return f"{'*' if side.is_us else ''}{side.name or side.host_id} {side.score:,}"


def describe_battle(battle: BattleView) -> str:
    """One line of how it stands."""
    return f"{battle.phase}: " + "  :  ".join(map(describe_side, battle.sides))


def list_results(state: RoomState) -> list[str]:
    """The battles that are over, the first one first: result, diamonds earned, best of our army."""
    lines = []
    for record in reversed(state.battle.list_history()):
        best = record.us.contributors if record.us else ()
        mvp = f", MVP {best[0].user.name} {best[0].score:,}" if best else ""
        earned = f", earned {record.earned:,}" if record.earned is not None else ""
        sides = " : ".join(map(describe_side, record.sides))
        lines.append(f"{record.outcome or 'over'}: {sides}{earned}{mvp}")
    return lines


async def track_battles(name: str) -> list[str]:
    """Follow until the stream ends; gives the results."""
    state, line, results = RoomState(name), "", 0
    async with aclosing(LiveClient(name).events()) as events:
        async for event in events:
            if isinstance(event, Disconnected):
                print(event.reason)
                break  # the last event; the state shows it as the end of the stream
            state.apply(event, find_now_ms())
            state.tick(find_now_ms())
            battle = state.battle.current
            if battle is not None and battle.sides and describe_battle(battle) != line:
                line = describe_battle(battle)
                print(line)
            if len(told := list_results(state)) > results:
                results = len(told)
                print(f"-- {told[-1]}")
    return list_results(state)


if __name__ == "__main__":
    try:
        asyncio.run(track_battles(sys.argv[1]))
    except IndexError:
        sys.exit("usage: battle_tracker.py @creator")
    except SidestageError as error:
        sys.exit(error.line)
    except KeyboardInterrupt:
        pass
