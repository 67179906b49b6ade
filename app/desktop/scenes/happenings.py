"""What happens in the invented rooms, as events."""

from __future__ import annotations

from typing import Any

from app.desktop.scenes.cast import HOST, LINES, MINUTE, NOW, RIVAL, TITLE, invent_person
from app.events import Battle, Comment, Connected, Contributor, Gift, Side, Viewers
from app.events.types.battle import Phase

GIFTS = (
    (5655, "Rose", 1),
    (6064, "GG", 1),
    (5487, "Finger Heart", 5),
    (5879, "Doughnut", 30),
    (6090, "Galaxy", 1000),
    (7934, "Lion", 29_999),
)
LONGEST_STREAK = 100  # diamonds: gifts of more come one by one


def make_connected(**changes: Any) -> Connected:
    """We are in the room."""
    fields: dict[str, Any] = {
        "unique_id": HOST.unique_id,
        "host": HOST,
        "room_id": 7,
        "title": TITLE,
        "started_ms": NOW - 131 * MINUTE,
    }
    return Connected(**fields | changes)


def invent_comment(number: int, at_ms: int = NOW, text: str = "") -> Comment:
    """Somebody writes a line, or that text."""
    return Comment(
        method="WebcastChatMessage",
        msg_id=10_000 + number,
        at_ms=at_ms,
        user=invent_person(number),
        text=text or LINES[number % len(LINES)],
    )


def invent_gift(number: int, kind: int = 0, count: int = 1, **changes: Any) -> Gift:
    """Somebody gives a row of GIFTS."""
    gift_id, name, price = GIFTS[kind % len(GIFTS)]
    streak = {"streakable": price < LONGEST_STREAK, "group_id": 7_000 + number, "ended": True}
    fields: dict[str, Any] = {
        "user": invent_person(number),
        "gift_id": gift_id,
        "gift_name": name,
        "icon_url": f"https://pictures.example/gift{gift_id}.png",
        "diamonds": price,
        "count": count,
    }
    return Gift(method="WebcastGiftMessage", msg_id=50_000 + number, at_ms=NOW, **fields | streak | changes)


def invent_battle(
    ours: int = 12_340,
    theirs: int = 11_100,
    phase: Phase = "active",
    left_ms: int = 192_000,
) -> Battle:
    """The host and one rival, five minutes long."""
    us = tuple(Contributor(invent_person(n), 4_000 - 900 * i) for i, n in enumerate((0, 3, 7)))
    them = tuple(Contributor(invent_person(n), 3_600 - 1_000 * i) for i, n in enumerate((1, 4)))
    return Battle(
        method="WebcastLinkMicArmies",
        at_ms=NOW,
        battle_id=5,
        phase=phase,
        sides=(Side(HOST.id, ours, us, host=HOST), Side(RIVAL.id, theirs, them, host=RIVAL)),
        start_ms=NOW + left_ms - 300_000,
        duration_s=300,
        end_ms=NOW + left_ms,
    )


def invent_viewers(at: int, at_ms: int, base: int = 1_200) -> Viewers:
    """How many watch; it goes up and down."""
    wave = abs(at % 97 - 48) * 9 + (at * 7919) % 60 + at * 2
    return Viewers(method="m", at_ms=at_ms, now=base + wave, total=base * 40 + at * 25)
