"""What is told outside the window. All of it is off at first."""

from __future__ import annotations

from app.settings.kinds import Switch
from app.settings.number_kinds import Whole
from app.settings.options.row import make_row, make_subject
from app.words import Phrase, sentence

PAGE = "notices"


def _make_switch(words: Phrase, caption: Phrase) -> bool:
    row: bool = make_row(Switch(), False, PAGE, words, caption=caption)
    return row


@make_subject
class NoticeChoices:
    """Choices of notices, sounds and speech."""

    notice_gifts: bool = _make_switch(
        sentence("a notice of the desktop for a big gift"), sentence("Big gifts")
    )
    notice_questions: bool = _make_switch(
        sentence(
            "a notice of the desktop for a question; for one in the chat, if those stand among the questions"
        ),
        sentence("Questions"),
    )
    notice_mentions: bool = _make_switch(
        sentence("a notice of the desktop when somebody mentions you"), sentence("Mentions")
    )
    notice_lost: bool = _make_switch(
        sentence("a notice of the desktop when the connection is lost"), sentence("Lost connection")
    )
    notice_diamonds: int = make_row(
        Whole(1, 1_000_000, sentence("diamonds")),
        500,
        PAGE,
        sentence("how many diamonds make a gift a big one, for notices"),
        caption=sentence("Big from"),
    )
    sounds: bool = _make_switch(
        sentence("a short sound for gifts, new followers, questions and a lost connection"),
        sentence("Sounds"),
    )
    sound_volume: int = make_row(
        Whole(1, 100, sentence("%")), 60, PAGE, sentence("how loud sounds are"), caption=sentence("Volume")
    )
    speak_gifts: bool = _make_switch(
        sentence("say who gave what, by the system's voice"), sentence("Say gifts")
    )
    speak_follows: bool = _make_switch(sentence("say who followed"), sentence("Say new followers"))
    speak_comments: bool = _make_switch(sentence("read comments aloud"), sentence("Say comments"))
    speak_joins: bool = _make_switch(
        sentence("say who came in, at most once a minute"), sentence("Say who came in")
    )
