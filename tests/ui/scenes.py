# ruff: noqa: PLR0913, PLR0917
"""Rooms to look at, made by applying events: what the window's tests and the pictures show."""

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app import events as ev
from app.access import advice  # noqa: F401 - so that all failures are known
from app.errors import kinds_of
from app.state import RoomState
from app.words import sentence

NOW = 1_763_748_130_000
MINUTE = 60_000
HOST = ev.User(id=900, unique_id="mira.plays", nickname="Mira plays")
TITLE = "Friday night games 🎮"
RIVAL = ev.User(id=901, unique_id="tom_live", nickname="Tom der Große")
ARABIC, HEBREW = "محمد الأمين", "נועה כהן"
CAST = (
    ("anna_b", "Anna"),
    ("m.amin", ARABIC),
    ("noa", HEBREW),
    ("sakura", "さくら🌸"),
    ("kim", "김민준"),
    ("priya", "प्रिया"),
    ("fam", "👨‍👩‍👧‍👦 The Family"),
    ("long", "Maximiliane-Alexandra von und zu Hohenstein"),
    ("flag", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Ewan"),
    ("z", "Z̴̧̛͖̈́a̷̧͇͐̔l̵̰̔g̸̙̈́o"),
    ("x", "<b>bold</b> & co"),
    ("thai", "สมชาย"),
    ("li", "李雷"),
    ("jo", "J"),
)
LINES = (
    "hello from Berlin 👋",
    "مرحبا بكم في البث المباشر، كيف حالكم اليوم؟",
    "שלום לכולם, איך היום?",
    "かわいい！応援してます 💖💖💖",
    "오늘도 화이팅!",
    "नमस्ते, आप कैसे हैं?",
    "first time here, what game is this? looks like so much fun and everyone is so friendly",
    "<script>alert('x')</script> <b>not bold</b>",
    "😂😂😂😂😂😂",
    "LET'S GOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO",
    "สวัสดีครับ",
    "can you play the song again please 🎶",
    "主播好厉害",
    "gg",
    "1234567890 \u202ereversed?\u202c ok",
)
BADGES = (
    (),
    (ev.Badge("moderator"),),
    (ev.Badge("gifter_level", 23),),
    (ev.Badge("fan_level", 12), ev.Badge("subscriber")),
    (),
    (ev.Badge("top_gifter", 1), ev.Badge("gifter_level", 41)),
)
GIFTS = (
    (5655, "Rose", 1),
    (6064, "GG", 1),
    (5487, "Finger Heart", 5),
    (5879, "Doughnut", 30),
    (6090, "Galaxy", 1000),
    (7934, "Lion", 29_999),
)


@dataclass
class Stage:
    """A session that stands still: a state, a clock that is set, and what was asked of it."""

    state: RoomState = field(default_factory=RoomState)
    clock: int = NOW
    requests: list = field(default_factory=list)

    def now_ms(self):
        return self.clock

    def request(self, command):
        self.requests.append(command)


def person(number):
    handle, name = CAST[number % len(CAST)]
    return ev.User(
        id=1_000 + number,
        unique_id=handle,
        nickname=name,
        avatar_url=f"https://pictures.example/{number}.webp",
        badges=BADGES[number % len(BADGES)],
    )


def comment(number, at_ms=NOW, text=""):
    return ev.Comment(
        method="WebcastChatMessage",
        msg_id=10_000 + number,
        at_ms=at_ms,
        user=person(number),
        text=text or LINES[number % len(LINES)],
    )


def gift(number, kind=0, count=1, **changes):
    gift_id, name, price = GIFTS[kind % len(GIFTS)]
    told = {"streakable": price < 100, "group_id": 7_000 + number, "ended": True} | changes
    return ev.Gift(
        method="WebcastGiftMessage",
        msg_id=50_000 + number,
        at_ms=NOW,
        user=person(number),
        gift_id=gift_id,
        gift_name=name,
        diamonds=price,
        count=count,
        icon_url=f"https://pictures.example/gift{gift_id}.png",
        **told,
    )


def connected(**changes):
    told = {
        "unique_id": HOST.unique_id,
        "host": HOST,
        "room_id": 7,
        "title": TITLE,
        "started_ms": NOW - 131 * MINUTE,
    } | changes
    return ev.Connected(**told)


def battle(ours=12_340, theirs=11_100, phase="active", left_ms=192_000, at_ms=NOW, sides=None):
    us = ev.Side(
        HOST.id,
        ours,
        tuple(ev.Contributor(person(n), 4_000 - 900 * i) for i, n in enumerate((0, 3, 7))),
        host=HOST,
    )
    them = ev.Side(
        RIVAL.id,
        theirs,
        tuple(ev.Contributor(person(n), 3_600 - 1_000 * i) for i, n in enumerate((1, 4))),
        host=RIVAL,
    )
    return ev.Battle(
        method="WebcastLinkMicArmies",
        at_ms=at_ms,
        battle_id=5,
        phase=phase,
        sides=sides or (us, them),
        start_ms=at_ms + left_ms - 300_000,
        duration_s=300,
        end_ms=at_ms + left_ms,
    )


def room(*events, now=NOW):
    state = RoomState()
    for event in events:
        state.apply(event, now)
    return state


def watch(state, minutes=30, base=1_200):
    """Half an hour of viewer counts with a hole in it."""
    for at in range(minutes * 12):
        at_ms = NOW - minutes * MINUTE + at * 5_000
        wave = abs(at % 97 - 48) * 9 + (at * 7919) % 60 + at * 2
        if 150 <= at < 175:
            state.viewers.break_line(at_ms)
        else:
            seen = ev.Viewers(method="m", at_ms=at_ms, now=base + wave, total=base * 40 + at * 25)
            state.viewers.present(seen, at_ms)


def busy():
    """A full room: every kind of row, streaks, a battle, half an hour of viewers."""
    state = room(connected(), now=NOW - 30 * MINUTE)
    for number in range(60):
        state.apply(comment(number, NOW - (60 - number) * 4_000), NOW)
    for number in range(14):
        state.apply(gift(number, number, (number * 5) % 40 + 1), NOW - MINUTE)
    happened = (
        ev.Follow(user=person(2), at_ms=NOW),
        comment(61),
        ev.Share(user=person(5), brought=3, at_ms=NOW),
        ev.Subscribe(user=person(7), months=4, renewed=True, at_ms=NOW),
        comment(62),
        ev.Question(user=person(1), text="What is your favourite game?", at_ms=NOW),
        comment(63),
        ev.Delete(msg_ids=(10_063,), at_ms=NOW),
        ev.SuperFan(user=person(4), phase="new", at_ms=NOW),
        ev.EmoteComment(
            user=person(6),
            emotes=tuple(ev.Emote(n, f"{n}", f"https://pictures.example/e{n}") for n in range(3)),
            at_ms=NOW,
        ),
        ev.Gap(from_ms=NOW - 41_000, to_ms=NOW, at_ms=NOW),
        comment(71),
        comment(64),
        comment(66),
        gift(3, 0, 37, ended=False, group_id=8_000),
        gift(1, 1, 8, ended=False, group_id=8_001),
        ev.Like(method="m", user=person(1), count=15, total=98_765, at_ms=NOW),
        battle(),
    )
    for event in happened:
        state.apply(event, NOW)
    watch(state)
    return state


def huge():
    """Numbers that no layout was made for."""
    state = busy()
    state.apply(ev.Like(method="m", count=15, total=1_234_567_890), NOW)
    state.apply(ev.Viewers(method="m", now=1_234_567, total=98_765_432), NOW)
    state.apply(gift(7, 5, 9_999, streakable=True, ended=False, group_id=9), NOW)
    state.apply(battle(98_765_432, 123_456_789, left_ms=7_400), NOW)
    return state


def many_sides():
    state = busy()
    sides = tuple(
        ev.Side(900 + n, score, host=ev.User(900 + n, nickname=f"{CAST[n][1]} live"))
        for n, score in enumerate((8_200, 9_100, 300, 4_050))
    )
    state.apply(
        ev.Battle(method="m", at_ms=NOW, battle_id=6, phase="active", sides=sides, end_ms=NOW + 65_000), NOW
    )
    return state


def lost():
    state = busy()
    reason, hint = sentence("The connection was lost."), sentence("Data since 18:02 is missing.")
    state.apply(ev.Reconnecting(reason=reason, hint=hint, delay_s=12, attempt=2), NOW)
    return state


def punished():
    state = busy()
    state.apply(battle(phase="punishment", left_ms=0), NOW)
    return state


def refused():
    reason, hint = sentence("There is no creator called @nobody."), sentence("Check the spelling.")
    end = ev.Disconnected(code="no_such_user", reason=reason, hint=hint)
    return room(ev.Connecting(unique_id="nobody"), end)


def trying(code, reason, hint="", delay_s=12.0, attempt=2):
    """A room that nobody has got into yet; the next attempt is planned."""
    state = room(ev.Connecting(unique_id="mira.plays"))
    state.target = "@mira.plays"
    state.apply(ev.Reconnecting(code=code, reason=reason, hint=hint, delay_s=delay_s, attempt=attempt), NOW)
    return state


def waiting():
    return trying("offline", sentence("@mira.plays is not live."), delay_s=60, attempt=1)


def blocked():
    reason = sentence("TikTok blocks this kind of client. (415 DEVICE_BLOCKED)")
    return trying("device_blocked", reason, sentence("Polling was refused too."), 751)


def limited():
    reason = sentence("The sign provider's limit is reached (30 of 30 this minute).")
    state = trying("signer_limited", reason, sentence("An own key raises the limit."), 3 * 3600, 1)
    state.apply(ev.Quota(span="minute", limit=30, left=0, reset_ms=NOW + MINUTE), NOW)
    return state


def stopped(code, reason, hint=""):
    """A room that nobody got into, and that is not tried again."""
    state = room(ev.Connecting(unique_id="mira.plays"))
    state.target = "@mira.plays"
    state.apply(ev.Disconnected(code=code, reason=reason, hint=hint), NOW)
    return state


def adults():
    return stopped("age_restricted", sentence("The room of @mira.plays is 18+ and needs a log-in."))


def ended():
    state = busy()
    state.target = "@mira.plays"
    state.apply(ev.Disconnected(ended=True, reason=sentence("The stream was ended by the host.")), NOW)
    return state


def mistyped():
    reason, hint = sentence("“two words” is not a TikTok name."), sentence("Use a name like @creator.")
    return room(ev.Disconnected(code="usage", reason=reason, hint=hint))


def fail_as_documented(row):
    """A row of docs/failures.md, which is what the program really said."""
    _, _, code, said, next_step = row
    first, stop, hint = said.replace("@demo", "@mira.plays").partition(". ")
    if next_step == "stops":
        return stopped(code, first + stop.rstrip(), hint)
    wait = re.search(r"(\d+) s\)", next_step)
    return trying(code, first + stop.rstrip(), hint, delay_s=float(wait[1]) if wait else 60.0)


def read_failures():
    """By fault the rows of docs/failures.md that end in a failure."""
    rows = [
        line.strip("|\n ").split(" | ")
        for line in FAILURES_PAGE.read_text("utf-8").splitlines()
        if "|" in line
    ]
    cells = [[cell.strip("` ") for cell in row] for row in rows if len(row) == CELLS]
    ends = ("stops", "tries again", "waits", "looks again")
    return {row[0]: row for row in cells if row[-1].startswith(ends) and row[2]}


FAILURES_PAGE, CELLS = Path(__file__).resolve().parents[2] / "docs" / "failures.md", 5
FAILURES = {fault: partial(fail_as_documented, row) for fault, row in read_failures().items()}
# Whatever code there may be, also of failures that no fault of the built-in server plays.
CODES = sorted({kind.code for kind in kinds_of()})
SCENES = {
    "idle": RoomState,
    "mistyped": mistyped,
    "waiting": waiting,
    "blocked": blocked,
    "limited": limited,
    "adults": adults,
    "ended": ended,
    "connecting": lambda: room(
        ev.Connecting(unique_id="mira.plays", step=sentence("Looking for @mira.plays …"))
    ),
    "refused": refused,
    "quiet": lambda: room(connected()),
    "busy": busy,
    "huge": huge,
    "sides": many_sides,
    "lost": lost,
    "punished": punished,
}
