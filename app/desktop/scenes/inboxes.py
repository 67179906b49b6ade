"""What waits for the user in the rooms that are looked at: questions, and people to thank."""

from __future__ import annotations

from dataclasses import replace

from app import events as ev
from app.desktop.scenes.cast import MINUTE, NOW, invent_person
from app.desktop.scenes.happenings import invent_gift, invent_viewers, make_connected
from app.state import RoomState
from app.state.facts import CommentQuestions, Tick

LONG = (
    "Can you say hello to my little sister Maximiliane-Alexandra, who watches you every single evening and"
    " who would never dare to write anything herself?"
)
ASKED = (
    "What is your favourite game?",
    "ما هو اسمك؟",
    LONG,
    "次の配信はいつですか？",
    "Wie alt ist deine Katze? 🐈",
    "<b>is this bold?</b> \u202eor reversed?\u202c",
    "איך קוראים לשיר הזה?",
)
CROWD = 500
STEP_MS = 45_000


def make_inboxes() -> RoomState:
    """Some questions of both kinds, one of them taken up; some people to thank."""
    state = _begin()
    for number, text in enumerate(ASKED):
        at_ms = NOW - (len(ASKED) - number) * STEP_MS
        state.apply(
            ev.Question(user=invent_person(number), question_id=number + 1, text=text, at_ms=at_ms), at_ms
        )
        state.apply(replace(invent_gift(number + 1, number, number * 3 + 1), at_ms=at_ms), at_ms)
    taken_up = ev.Question(phase="selected", question_id=2, user=invent_person(1), text=ASKED[1])
    comment = ev.Comment(method="m", msg_id=7, user=invent_person(12), text="which song was that?", at_ms=NOW)
    deeds = (
        ev.Follow(user=invent_person(3)),
        ev.Follow(user=invent_person(9)),
        ev.Subscribe(user=invent_person(4)),
    )
    fan = ev.SuperFan(user=invent_person(5), phase="new")
    for event in (taken_up, comment, *deeds, fan, invent_gift(6, 0, 40, group_id=9)):
        state.apply(event, NOW - 20_000)
    state.apply(invent_viewers(0, NOW), NOW)
    return state


def make_ticked() -> RoomState:
    """The same, some of them done a moment ago, one answered as TikTok says."""
    state = make_inboxes()
    state.apply(ev.Question(phase="removed", question_id=2), NOW)
    for name in ("questions", "thanks"):
        state.tell(Tick(name, (1, 3, 4)), NOW)
    return state


def make_crowd() -> RoomState:
    """As many as are kept, and some more."""
    state = _begin()
    for number in range(CROWD + 12):
        at_ms = NOW - (CROWD + 12 - number) * 1_000
        text = f"{ASKED[number % len(ASKED)]} {number}?"
        state.apply(ev.Question(user=invent_person(number), question_id=number + 1, text=text), at_ms)
        state.apply(replace(invent_gift(number, number, number % 9 + 1), at_ms=at_ms), at_ms)
    state.apply(invent_viewers(0, NOW), NOW)
    return state


def _begin() -> RoomState:
    state = RoomState()
    state.apply(make_connected(), NOW - 30 * MINUTE)
    state.tell(CommentQuestions(is_wished=True), NOW - 30 * MINUTE)
    return state
