"""What people are called and what they say, in the scripts that a real room mixes. All of it is invented."""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "en": (
        "Maya 🌙",
        "Jonas B.",
        "Sally Fern",
        "Theo",
        "nightowl 🦉",
        "Ruby ♡",
        "𝓵𝓾𝓷𝓪",
        "Coach Pete",
        "Ines 🇵🇹",
        "Big Al",
        "Zoë",
        "Grandma Jo 👵🏽",
        "Kofi 🇬🇭",
        "The Baker Family 👨‍👩‍👧‍👦",
        "milo.exe",
        "Ana Clara",
    ),
    "ar": ("نور الهدى", "سارة 🌸", "أبو خالد", "ريم", "ياسين 🇲🇦", "ليلى"),
    "he": ("נועה", "אורי 🌊", "תמר כהן", "יואב"),
    "ja": ("さくら🌸", "ゆうき", "ネコ好き🐈", "田中はる", "ミカ"),
    "ko": ("하늘", "지민이", "별빛 ✨", "서연", "도윤"),
    "zh": ("小雨", "阿明", "月亮姐姐🌙", "王大力", "星星"),
    "th": ("น้องฟ้า", "พี่ต้น", "มะลิ 🌼", "ก้อง"),
    "hi": ("प्रिया", "राहुल 🏏", "अनन्या", "देव"),
    "ru": ("Алёна", "Дима ⚡", "Катя К.", "Михаил", "Соня 🐾"),
    "el": ("Ελένη", "Νίκος 🇬🇷", "Μαρία", "Γιώργος"),
}
SHARES = {"en": 46, "ar": 9, "he": 4, "ja": 7, "ko": 6, "zh": 6, "th": 5, "hi": 6, "ru": 7, "el": 4}

LONG = (
    "I made the recipe you showed on Tuesday and even my dad, who never says a word about food, "
    "asked for a second plate. So thank you, really!"
)
COMMENTS: dict[str, tuple[str, ...]] = {
    "en": (
        "hello from {place} 👋",
        "hi everyone!",
        "just got here, what did I miss?",
        "first time here, love it",
        "what song is this?",
        "LMAOOO 😂😂",
        "omg no way",
        "you look so happy today",
        "can you say hi to my sister?",
        "how long have you been live?",
        "I can't stop laughing 🤣",
        "good night all, {place} is off to bed",
        "where is your hoodie from?",
        "do the dance again pleaseee",
        "same 😭",
        "W stream",
        "the lighting is so good",
        "is the mic a bit low or is it just me",
        "who else is watching from {place}?",
        "thank you for yesterday ❤️",
        "no, it was the other one",
        "@mods can you pin the schedule",
        "been here since the first hundred, so proud",
        "this is <b>not</b> bold & that is fine",
        "gg",
        "ok but why is nobody talking about the cat behind you 🐈",
        "that was SO close",
        "🔥🔥🔥",
        "❤️",
        "😂",
        "👏👏",
        "yes!!",
        "wait, what?",
        "happy birthday btw 🎂",
        "my whole family watches you 👨‍👩‍👧‍👦",
        LONG,
        "brb getting tea ☕",
        "how do I join the team?",
        "what time tomorrow?",
        "greetings from {place} 🇧🇷",
        "that's what I said",
        "1",
        "2!!",
        "I vote pizza 🍕",
        "you got this 💪🏽",
        "the chat is so fast today",
        "lol {place} represent",
    ),
    "ar": (
        "السلام عليكم",
        "مساء الخير من {place} 🌹",
        "ما شاء الله",
        "وش اسم الأغنية؟",
        "هههههه 😂",
        "منور يا بطل",
        "أول مرة أدخل البث",
        "أحب hello kitty جدا 🎀",
    ),
    "he": ("שלום לכולם", "ערב טוב מ{place}", "איזה כיף לראות אותך", "מה השיר הזה?", "חחחח 😂"),
    "ja": (
        "こんばんは！",
        "初見です🙇",
        "かわいい〜",
        "その曲なんですか？",
        "おつかれさまです",
        "すごいwww",
        "888888",
    ),
    "ko": (
        "안녕하세요~",
        "오늘도 예뻐요",
        "ㅋㅋㅋㅋㅋ",
        "이 노래 제목이 뭐예요?",
        "화이팅! 💪",
        "처음 왔어요",
    ),
    "zh": ("大家好", "主播晚上好", "哈哈哈哈", "这首歌叫什么？", "加油加油！", "第一次来 👋"),
    "th": ("สวัสดีค่ะ", "เพลงอะไรคะ", "555555", "น่ารักมาก 💕", "เพิ่งเข้ามาค่ะ"),
    "hi": ("नमस्ते सबको 🙏", "यह गाना कौन सा है?", "बहुत बढ़िया!", "{place} से प्यार ❤️", "हाहाहा"),
    "ru": (
        "Всем привет из {place}!",
        "что за песня?",
        "ахахаха 😂",
        "ты супер",
        "я тут впервые",
        "спокойной ночи",
    ),
    "el": ("Καλησπέρα από {place}!", "τι τραγούδι είναι αυτό;", "χαχαχα 😂", "πολύ ωραίο", "μπράβο!! 👏"),
}
PLACES = (
    "Lisbon",
    "Leeds",
    "Nairobi",
    "Manila",
    "Kraków",
    "Recife",
    "Osaka",
    "Haifa",
    "Chiang Mai",
    "Oslo",
    "Ohio",
)

CHEERS: dict[str, tuple[str, ...]] = {
    "en": (
        "GO GO GO 🔥",
        "tap the screen everyone!!",
        "we can still win this",
        "snipe at the end 👀",
        "don't let them pass!",
        "who has gloves? 🥊",
        "10 seconds!!!",
        "let's gooooo",
        "they are catching up 😱",
        "save your gifts for the multiplier",
        "TEAM 💙",
    ),
    "ar": ("يلا يلا 🔥", "لا تستسلم 💪"),
    "he": ("קדימה! 🔥", "ניצחון!"),
    "ja": ("がんばれ〜！", "いける！🔥"),
    "ko": ("화이팅!!", "이길 수 있어 💪"),
    "zh": ("加油！", "冲冲冲 🔥"),
    "th": ("สู้ๆ 💪", "ไปเลย!!"),
    "hi": ("चलो चलो 🔥", "जीतेंगे हम!"),
    "ru": ("Давай давай 💪", "мы победим!!"),
    "el": ("Πάμε πάμε 🔥", "θα νικήσουμε!"),
}
NICKNAME_ENDS = (
    "",
    "",
    "",
    " ✨",
    " 🐝",
    " ♪",
    " ☾",
    "_77",
    " 2.0",
    " 🍀",
    " 🦊",
    " (real)",
    " 🇮🇩",
    "🫶🏽",
    " xx",
)

CAPTIONS = (
    "so I was telling you about the bus this morning",
    "thank you so much for the roses, really",
    "okay okay one more song and then we do the questions",
    "hello and welcome to everyone who just came in",
    "no I have never been there but I would love to go",
    "if we reach the goal tonight I will sing it live",
    "wait let me read that, the chat is going so fast",
    "my neighbour's dog is barking again, can you hear it",
)

QUESTIONS = (
    "What was your very first stream about?",
    "Tea or coffee?",
    "Which song do you never get tired of?",
    "Can you cook something next time?",
    "What does your tattoo mean?",
    "🇯🇵 日本に来たことはありますか？",
)

POLLS = (
    ("Next song?", ("Something slow", "Something loud", "You choose")),
    ("Pizza tonight?", ("Always 🍕", "No, soup", "Both")),
    ("When shall we go live tomorrow?", ("18:00", "20:00", "22:00")),
)

WELCOME = (
    "Welcome to TikTok LIVE! Have fun interacting with the host, and keep to the Community Guidelines. "
    "Viewers must be 18 or older to recharge and send gifts."
)
INTRO = "Songs, stories and your questions, every evening 🎤 be kind to each other 💛"
HOST = "Lena Sol 🎤"
RIVAL = "DJ Okapi"
RIVALS = (  # handle and nickname of other hosts
    ("dj.okapi", RIVAL),
    ("marta_paints", "Marta paints 🎨"),
    ("karim.oud", "كريم عود"),
    ("haru_drums", "はるドラム 🥁"),
    ("two.left.feet", "Two Left Feet"),
)
GUEST = "Tomi on guitar 🎸"
SYLLABLES = (
    "ka",
    "mi",
    "lo",
    "ven",
    "ri",
    "sa",
    "tor",
    "ne",
    "bu",
    "zel",
    "da",
    "pi",
    "no",
    "jas",
    "ter",
    "wy",
)
