"""Rooms with thanks and questions."""

from app import events as ev
from app.state import RoomState
from app.state.facts import Tick, UndoTick

NOON = 1_800_000_000_000
PEOPLE = (ev.User(1, "anna", "Anna"), ev.User(2, "boris", "Борис"), ev.User(0, "", "Without id"), ev.NOBODY)
ANNA, BORIS = PEOPLE[:2]


def give(count=1, user=ANNA, group=1, diamonds=5, **fields):
    told = {"gift_id": 5, "gift_name": "Rose", "streakable": True, "at_ms": NOON} | fields
    return ev.Gift(user=user, group_id=group, diamonds=diamonds, count=count, **told)


def ask(number, phase="new", text="Which game?", user=ANNA):
    return ev.Question(user=user, phase=phase, question_id=number, text=text)


def play(*steps, state=None, now_ms=NOON):
    """Events and facts, a second apart; a number lets ms pass, a text undoes in the inbox it names."""
    state = state or RoomState()
    for step in steps:
        now_ms += step if isinstance(step, int) else 1_000
        if isinstance(step, ev.Event):
            state.apply(step, now_ms)
        elif isinstance(step, str):
            state.tell(UndoTick(step), now_ms)
        elif not isinstance(step, int):
            state.tell(step, now_ms)
        state.tick(now_ms)
    return state


def tick(inbox, *numbers, is_done=True):
    return Tick(inbox, numbers, is_done)
