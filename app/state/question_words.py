"""How questions begin and end in the common languages, as people type them without a question mark."""

from __future__ import annotations

from typing import NamedTuple


class Openings(NamedTuple):
    """How questions begin in a language, in small letters, words apart by blanks.

    A question word alone says little ("what a goal", "how cute", "when I win"): it counts only before one of
    the words that make it a question.

    Attributes:
        askers: question words.
        verbs: what follows one of them in a question.
        phrases: beginnings of one or two words that no statement has.
    """

    askers: str
    verbs: str
    phrases: tuple[str, ...]


ENGLISH = Openings(
    "what where when why who which whose how",
    "is are was were do does did can could will would should has have am u you many much old long often"
    " far game song time come about do you's day kind",
    (
        *("what's", "whats", "where's", "wheres", "who's", "whos", "how's", "hows", "when's", "what’s"),
        *("can you", "can i", "can we", "can u", "could you", "will you", "would you", "do you", "do u"),
        *("did you", "have you", "are you", "are u", "is it", "is this", "is that", "is there", "does it"),
        *("does anyone", "does he", "does she", "has anyone", "may i", "should i", "should you"),
        *("why not", "how come", "which one"),
    ),
)
SPANISH = Openings(
    "que qué como cómo cuando cuándo donde dónde cual cuál quien quién",
    "es son estas estás haces hace hacen hora juego juegas edad pasa significa significa tal canción cancion"
    " se te vas eres vive vives van está esta están fue",
    (
        *("cuándo", "dónde", "por qué", "cuántos", "cuántas", "cuanto cuesta", "cuánto cuesta"),
        *(
            "cuantos años",
            "cuantos anos",
            "puedes",
            "me puedes",
            "podrías",
            "de donde",
            "de dónde",
            "hay alguien",
        ),
    ),
)
GERMAN = Openings(
    "was wer wo wie wann welche welcher welches",
    "ist sind bist hast hat habt machst macht machen spielst kommst kommt wohnst alt heißt heisst geht gehts"
    " lange viel viele oft spät kann kannst war wird wirst kostet bedeutet läuft spiel ihr du",
    (
        *("warum", "wieso", "weshalb", "woher", "wohin", "kannst du", "könntest du", "hast du", "bist du"),
        *("spielst du", "machst du", "kennst du", "magst du", "gibt es", "kann man", "kann ich", "darf ich"),
        *("wie's", "wann", "habt ihr", "seid ihr"),
    ),
)
FRENCH = Openings(
    "qui où ou quand comment quel quelle que combien",
    "est es sont vas va tu fais vous âge heure jeu faire joues viens habites de s'appelle ça ca temps",
    (
        *("pourquoi", "est-ce", "est ce", "qu'est-ce", "qu’est-ce", "c'est quoi", "c'est qui", "tu viens"),
        *("tu peux", "peux-tu", "as-tu", "es-tu", "t'as quel", "combien"),
    ),
)
PORTUGUESE = Openings(
    "que o como quando onde qual quais quem quantos quantas",
    "é são você vc voce está esta jogo horas idade faz fez que anos seu sua foi vai mora música",
    (
        "por que",
        "pq você",
        "pq vc",
        "você é",
        "você tem",
        "você vai",
        "vc é",
        "vc tem",
        "pode",
        "o que",
        "de onde",
    ),
)
ITALIAN = Openings(
    "che chi come quando dove qual quale quanti quante",
    "è stai sei fai gioco giochi anni ora ti si vai abiti vivi hai sono canzone",
    (
        "perché non",
        "perche non",
        "puoi",
        "come mai",
        "di dove",
        "hai mai",
        "qual è",
        "cos'è",
        "che ore",
        "dov'è",
    ),
)
DUTCH = Openings(
    "wat wie waar hoe wanneer welke welk",
    "is ben bent zijn doe doet ga gaat speel speelt kom oud lang laat heet woon heb heeft kan kun spel veel",
    ("waarom", "kun je", "kan je", "ben je", "heb je", "ga je", "speel je", "mag ik", "hoezo"),
)
POLISH = Openings(
    "co kto jak gdzie kiedy ile jaki jaka jakie",
    "to jest robisz masz się sie tam gra grasz lat będzie bedzie mieszkasz jesteś jestes kosztuje",
    ("dlaczego", "czemu", "czy", "skąd", "skad", "kiedy", "gdzie"),
)
TURKISH = Openings(
    "ne kim hangi kaç nasıl",
    "zaman yapıyorsun oynuyorsun oyun yaşındasın yaşında saat kadar oldu gidiyor yaptın",
    ("neden", "niye", "nerede", "nerelisin", "nasılsın", "naber", "kaç yaşındasın"),
)
INDONESIAN = Openings(
    "apa siapa mana berapa kapan",
    "kabar itu ini nama namanya umur harga mulai main lagi live",
    (
        *("apakah", "kenapa", "mengapa", "gimana", "bagaimana", "dimana", "di mana", "kok bisa", "dari mana"),
        *("kapan", "siapa", "berapa"),
    ),
)
RUSSIAN = Openings(
    "что кто где когда как какой какая какое сколько",
    "это ты вы дела делаешь играешь тебе тебя вам зовут будет лет стоит игра такой такое там тут песня",
    ("почему", "зачем", "откуда", "куда", "можно ли", "а ты", "ты откуда", "ты можешь", "можешь", "сколько"),
)
ARABIC = Openings(
    "ما كم من اي أي",
    "هو هي هذا هذه اسمك عمرك الساعة لعبة أنت انت",
    ("هل", "لماذا", "ليش", "كيف", "متى", "أين", "اين", "وين", "شو", "ايش", "من وين", "من أين"),
)
HINDI = Openings(
    "क्या कौन kya kaun kaise kaha kahan",
    "आप तुम है यह ये aap tum ho hai se kar ye",
    ("क्यों", "कब", "कैसे", "कहाँ", "कहां", "कौन", "kyu", "kyun", "kab", "kaise ho", "aap kahan"),
)
VIETNAMESE = Openings(
    "ai sao",
    "là vậy thế không lại",
    ("tại sao", "vì sao", "khi nào", "bao giờ", "bao nhiêu", "làm sao", "ở đâu"),
)
KOREAN = Openings(
    "몇 무슨", "살 시 게임 노래 학년", ("왜", "어디", "언제", "어떻게", "누구", "누가", "어디서")
)
LANGUAGES = (
    *(ENGLISH, SPANISH, GERMAN, FRENCH, PORTUGUESE, ITALIAN, DUTCH, POLISH, TURKISH, INDONESIAN),
    *(RUSSIAN, ARABIC, HINDI, VIETNAMESE, KOREAN),
)
# What begins as a question and is none.
EXCLAMATIONS = ("क्या बात", "kya baat", "can you believe", "why not both")

# In scripts without blanks between words: how a line begins and ends.
BEGINNINGS = (
    *("なんで", "なぜ", "どうして", "何歳", "どこ住", "いつから", "いつまで", "誰が", "何時"),
    *("为什么", "為什麼", "什么时候", "什麼時候", "请问", "請問", "ทำไม"),
)
ENDINGS = (
    *("ですか", "ますか", "ましたか", "ませんか", "でしょうか", "だろうか", "のか", "ですかね", "るんか"),
    *("吗", "嗎", "呢"),
    *("까요", "나요", "인가요", "는가요", "은가요"),
    *(
        "ไหม",
        "มั้ย",
        "ไม๊",
        "หรือเปล่า",
        "รึเปล่า",
        "หรอ",
        "อะไร",
        "ที่ไหน",
        "เมื่อไหร่",
        "เมื่อไร",
        "ยังไง",
        "เท่าไหร่",
        "กี่โมง",
    ),
    *(" không", " hả", " gì", " gì vậy", " gì thế", " bao nhiêu", " ở đâu", " khi nào", " chưa", " được ko"),
)
TURKISH_PARTICLES = tuple(
    f"{vowel}{person}"
    for vowel in ("mı", "mi", "mu", "mü")
    for person in ("", "sın", "sin", "sun", "sün", "yım", "yim")
)
# What a polite line may still have behind its end.
POLITE = ("ครับ", "คับ", "ค่ะ", "คะ", "จ้ะ", "จ๊ะ", "นะ", "ạ")
# Korean: these end in -kka or -ni and ask nothing; with a final ㅂ before it, -nikka asks.
KOREAN_STATEMENTS = ("아까", "니까", "언니", "어머니", "할머니", "아니", "머니", "으니")
