"""Who is in the invented rooms, and what they write: every script, and what strangers try."""

from __future__ import annotations

from app.events import Badge, User

NOW = 1_763_748_130_000  # when the clock stands, ms since 1970
MINUTE = 60_000
HOST = User(id=900, unique_id="mira.plays", nickname="Mira plays")
NAME = "@mira.plays"
TITLE = "Friday night games 🎮"
RIVAL = User(id=901, unique_id="tom_live", nickname="Tom der Große")
MATE = User(id=902, unique_id="ines.sings", nickname="Ines 🎤")
FOE = User(id=903, unique_id="kenji_ch", nickname="ケンジ")
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
BADGES: tuple[tuple[Badge, ...], ...] = (
    (),
    (Badge("moderator"),),
    (Badge("gifter_level", 23),),
    (Badge("fan_level", 12), Badge("subscriber")),
    (),
    (Badge("top_gifter", 1), Badge("gifter_level", 41)),
)


def invent_person(number: int) -> User:
    """Somebody of the cast; who comes again has another id."""
    handle, name = CAST[number % len(CAST)]
    return User(
        id=1_000 + number,
        unique_id=handle,
        nickname=name,
        avatar_url=f"https://pictures.example/{number}.webp",
        badges=BADGES[number % len(BADGES)],
    )
