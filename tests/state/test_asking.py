"""Which comments ask something: the common languages, and what only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.asking import is_question

QUESTIONS = (
    *(
        "what game is this?",
        "really?! 😂",
        "where are you from",
        "how old are you",
        "Can you play the song again 🎶",
    ),
    *("@mira.plays do you like cats", "is this live", "whats the name of the song", "how many hours a day"),
    *("¿de dónde eres", "cómo estás", "por qué no juegas", "que juego es", "cuantos años tienes"),
    *("warum spielst du das nicht", "wie alt bist du", "kannst du das nochmal spielen", "was machst du da"),
    *("pourquoi tu pars", "c'est quoi ce jeu", "quel âge tu as", "est-ce que tu viens"),
    *("qual seu nome", "de onde você é", "quantos anos vc tem", "o que é isso"),
    *("come stai oggi", "quanti anni hai", "di dove sei"),
    *("waarom doe je dat", "hoe oud ben je", "kun je zingen"),
    *("dlaczego tak", "czy to gra", "ile masz lat"),
    *("neden gidiyorsun", "iyi misin", "kaç yaşındasın sen", "ne zaman bitiyor"),
    *("apa kabar kak", "kenapa sedih", "dari mana kak"),
    *("почему так тихо", "сколько тебе лет", "как дела у тебя", "ты откуда родом"),
    *("هل أنت من مصر", "كم عمرك", "كيف حالك؟", "وين ساكن"),
    *("何歳ですか", "日本に住んでいますか😊", "なんで泣いてるの", "これは何？"),
    *("어디 살아요", "밥 먹었습니까", "같이 할까", "뭐하니", "몇 살", "게임 하나요"),
    *("你好吗", "你在哪里呢", "为什么不唱歌"),
    *("आप कैसे हैं?", "क्या आप भारत से हैं", "kya aap india se ho"),
    *("ทำอะไร", "มาเมื่อไหร่คะ", "กินข้าวหรือยังครับ?", "สบายดีไหมครับ", "ทำไมเศร้า"),
    *("bao nhiêu tuổi rồi", "tại sao buồn", "anh có khỏe không"),
    *("Τι κάνεις;", "Τι κάνεις\u037e"),
)
STATEMENTS = (
    *(
        "what a goal",
        "What a save!",
        "how cute",
        "when I win",
        "who cares",
        "why!!!",
        "how are you doing this!",
    ),
    *(
        "que lindo",
        "¡qué golazo!",
        "cuando llueve",
        "como siempre",
        "was für ein Tor",
        "wie süß",
        "wo ich wohne",
    ),
    *("quel but", "quand on rêve", "che bello", "come sempre", "quando piove", "wat mooi", "hoe leuk"),
    *("jak zawsze", "co za gol", "ne güzel", "какая красота", "как всегда", "когда дождь"),
    *("そうか", "ばか", "いつもありがとう", "아까 봤어", "그러니까", "우리 언니", "아니", "하니까"),
    *("好厉害", "क्या बात है", "สวัสดีครับ", "đẹp quá", "?", "???", "😂?", "", "gg", "hello; bye", "no"),
    *("https://example.com/?", "see www.example.com?", "1?", "mira is the best", "i know what you did"),
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_one(text):
    assert is_question(text)
    assert is_question(f"@anna {text} 🙏")


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_asks_nothing_is_none(text):
    assert not is_question(text)


@given(st.text(max_size=2_000))
def test_any_text_is_looked_at(text):
    assert is_question(text) in {True, False}


def test_of_a_long_text_the_end_decides_too():
    assert is_question("so " * 5_000 + "what do you think?")
    assert not is_question("so? " + "so " * 5_000)
