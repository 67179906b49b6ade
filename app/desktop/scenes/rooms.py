"""ROOMS: states that events were applied to, by name; each is made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app import events as ev
from app.desktop.scenes import battles, giving, inboxes
from app.desktop.scenes.cast import ARABIC, HEBREW, HOST, MINUTE, NAME, NOW, invent_person
from app.desktop.scenes.failures import fail
from app.desktop.scenes.half_hour import make_half_hour
from app.desktop.scenes.happenings import (
    invent_battle,
    invent_comment,
    invent_gift,
    invent_viewers,
    make_connected,
)
from app.state import RoomState
from app.state.facts import BattleDismissal
from app.words import connector as connector_words
from app.words import status as words
from app.words import tiktok as tiktok_words

STEP_MS, STEPS_A_MINUTE = 5_000, 12
HOLE = range(150, 175)  # steps without a connection
HOSTILE = (
    "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "Z\u0334\u0327\u0351a\u0337\u034a\u0317l\u0335\u0313g\u0336\u0309o" * 30,
    "W" * 400,
    "\u200b\u200d\ufeff",
    "line\nbreak\r\nand\ttab\x00null\x1b[31mred",
    "https://example.com/" + "a" * 200,
    "😂" * 120,
    "%s {name} {0} &amp; &lt;b&gt;",
    "ﷺ" * 20,
)


def play_events(*events: ev.Event, now: int = NOW) -> RoomState:
    """A state that these events were applied to."""
    state = RoomState()
    for event in events:
        state.apply(event, now)
    return state


def _make_quiet() -> RoomState:
    return play_events(make_connected())


def _watch(state: RoomState, minutes: int = 30) -> None:
    """Half an hour of viewer counts with a hole in it."""
    for at in range(minutes * STEPS_A_MINUTE):
        at_ms = NOW - minutes * MINUTE + at * STEP_MS
        if at in HOLE:
            state.viewers.break_line(at_ms)
        else:
            state.viewers.present(invent_viewers(at, at_ms), at_ms)


def _make_emotes() -> tuple[ev.Emote, ...]:
    return tuple(ev.Emote(n, f"{n}", f"https://pictures.example/e{n}") for n in range(3))


def _list_happenings() -> tuple[ev.Event, ...]:
    """Every kind of row, streaks, a battle."""
    return (
        ev.Follow(user=invent_person(2), at_ms=NOW),
        invent_comment(61),
        ev.Share(user=invent_person(5), brought=3, at_ms=NOW),
        ev.Subscribe(user=invent_person(7), months=4, renewed=True, at_ms=NOW),
        invent_comment(62),
        ev.Question(user=invent_person(1), text="What is your favourite game?", at_ms=NOW),
        invent_comment(63),
        ev.Delete(msg_ids=(10_063,), at_ms=NOW),
        ev.SuperFan(user=invent_person(4), phase="new", at_ms=NOW),
        ev.EmoteComment(user=invent_person(6), emotes=_make_emotes(), at_ms=NOW),
        ev.Gap(from_ms=NOW - 41_000, to_ms=NOW, at_ms=NOW),
        *map(invent_comment, (71, 64, 66)),
        invent_gift(3, 0, 37, ended=False, group_id=8_000),
        invent_gift(1, 1, 8, ended=False, group_id=8_001),
        ev.Like(method="m", user=invent_person(1), count=15, total=98_765, at_ms=NOW),
        invent_battle(),
    )


def make_busy() -> RoomState:
    """A full room, and half an hour of viewers."""
    state = play_events(make_connected(), now=NOW - 30 * MINUTE)
    for number in range(60):
        state.apply(invent_comment(number, NOW - (60 - number) * 4_000), NOW)
    for number in range(14):
        state.apply(invent_gift(number, number, (number * 5) % 40 + 1), NOW - MINUTE)
    for event in _list_happenings():
        state.apply(event, NOW)
    _watch(state)
    return state


def _make_busy(*events: ev.Event) -> RoomState:
    state = make_busy()
    state.target = NAME
    for event in events:
        state.apply(event, NOW)
    return state


def _make_huge() -> RoomState:
    """Numbers that no layout was made for."""
    return _make_busy(
        ev.Like(method="m", count=15, total=1_234_567_890),
        ev.Viewers(method="m", now=1_234_567, total=98_765_432),
        invent_gift(7, 5, 9_999, streakable=True, ended=False, group_id=9),
        invent_battle(98_765_432, 123_456_789, left_ms=7_400),
    )


def _make_lost() -> RoomState:
    reason, hint = connector_words.LOST, tiktok_words.TRY_LATER
    return _make_busy(ev.Reconnecting(reason=reason, hint=hint, delay_s=12, attempt=2))


def _make_battle(list_events: Callable[[], list[ev.Event]]) -> RoomState:
    """A full room in which events came at their own time."""
    state = play_events(make_connected(), now=NOW - 150 * MINUTE)
    for event in list_events():
        state.apply(event, event.at_ms)
    for number in range(60):
        state.apply(invent_comment(number, NOW - (60 - number) * 4_000), NOW)
    _watch(state)
    return state


def _dismiss(state: RoomState) -> RoomState:
    """The user has seen how the battle ended."""
    current = state.battle.current
    state.tell(BattleDismissal(current.battle_id if current else 0), NOW)
    return state


def _make_ended() -> RoomState:
    return _make_busy(ev.Disconnected(ended=True, reason=words.ENDED_BY_HOST))


def _make_connecting() -> RoomState:
    step = connector_words.LOOKING.fill(handle=NAME)
    return play_events(ev.Connecting(unique_id=HOST.unique_id, step=step))


def _make_refused() -> RoomState:
    reason, hint = tiktok_words.NOBODY_OF_NAME.fill(name="nobody"), tiktok_words.CHECK_SPELLING
    return play_events(
        ev.Connecting(unique_id="nobody"), ev.Disconnected(code="no_such_user", reason=reason, hint=hint)
    )


def _make_mistyped() -> RoomState:
    reason, hint = tiktok_words.NOT_A_NAME.fill(text="two words"), tiktok_words.TARGET_SHAPE
    return play_events(ev.Disconnected(code="usage", reason=reason, hint=hint))


def _make_limited() -> RoomState:
    state = fail("signer_limited")
    state.apply(ev.Quota(span="minute", limit=30, left=0, reset_ms=NOW + MINUTE), NOW)
    return state


def _make_right_to_left() -> RoomState:
    """A host and people whose names and lines are read from the right."""
    host = ev.User(HOST.id, HOST.unique_id, ARABIC)
    state = play_events(make_connected(host=host, title="ليلة الألعاب 🎮 משחקים"), now=NOW - 30 * MINUTE)
    for number in range(36):
        state.apply(invent_comment(number % 2 + 1 + number // 2 * 14, NOW - (36 - number) * 4_000), NOW)
    for number in range(6):
        state.apply(invent_gift(number % 2 + 1, number, number + 1, group_id=9_000 + number), NOW)
    state.apply(invent_comment(2, text=f"{HEBREW}: 3 × 10 = 30, ok?"), NOW)
    _watch(state)
    return state


def _make_hostile() -> RoomState:
    """Names, titles and lines that try to break out of their places."""
    host = ev.User(HOST.id, HOST.unique_id, HOSTILE[0] + HOSTILE[2])
    state = play_events(make_connected(host=host, title=HOSTILE[3]), now=NOW - 30 * MINUTE)
    for number, text in enumerate((*HOSTILE, *HOSTILE)):
        name = HOSTILE[(number * 3) % len(HOSTILE)]
        user = ev.User(2_000 + number, f"h{number}", name)
        line = ev.Comment(method="m", msg_id=90_000 + number, at_ms=NOW, user=user, text=text)
        state.apply(line, NOW)
        state.apply(invent_gift(number, number, 3, user=user, gift_name=text, group_id=9_100 + number), NOW)
    state.apply(_make_hostile_battle(host), NOW)
    _watch(state)
    return state


def _make_hostile_battle(host: ev.User) -> ev.Battle:
    people = [ev.User(2_100 + at, "", name) for at, name in enumerate(HOSTILE)]
    best = tuple(ev.Contributor(one, 10**18 - at) for at, one in enumerate(people))
    foe = ev.User(2_200, "", HOSTILE[7] + HOSTILE[3])
    sides = (ev.Side(host.id, 10**18, best, host=host), ev.Side(foe.id, 3, best[3:], host=foe))
    return replace(invent_battle(), sides=sides)


ROOMS: dict[str, Callable[[], RoomState]] = {
    "idle": RoomState,
    "mistyped": _make_mistyped,
    "waiting": lambda: fail("offline"),
    "blocked": lambda: fail("device_blocked"),
    "limited": _make_limited,
    "adults": lambda: fail("age_restricted"),
    "ended": _make_ended,
    "connecting": _make_connecting,
    "refused": _make_refused,
    "quiet": _make_quiet,
    "busy": make_busy,
    "huge": _make_huge,
    "half-hour": make_half_hour,
    "lost": _make_lost,
    "duel": lambda: _make_battle(battles.fight),
    "last-seconds": lambda: _make_battle(battles.fight_last_seconds),
    "teams": lambda: _make_battle(battles.fight_in_teams),
    "sides": lambda: _make_battle(battles.fight_four),
    "punished": lambda: _make_battle(battles.lose),
    "result": lambda: _make_battle(battles.win),
    "battles": lambda: _dismiss(_make_battle(battles.look_back)),
    "giving": giving.make_giving,
    "giving-battle": lambda: giving.look_at("battle"),
    "giving-guest": lambda: giving.look_at(giving.GUESTS[0].id),
    "tiers": giving.make_tiers,
    "goals": giving.make_goals,
    "rush": giving.make_rush,
    "inboxes": inboxes.make_inboxes,
    "inboxes-ticked": inboxes.make_ticked,
    "inboxes-crowd": inboxes.make_crowd,
    "right-to-left": _make_right_to_left,
    "hostile": _make_hostile,
}
