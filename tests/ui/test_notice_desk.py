"""Notices flash, are shown, played and said, as far as that was chosen."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app import events as ev
from app.errors import SidestageError
from app.ui.notices import desk as desks
from app.ui.notices.speech import VOICES, Speaker, find_voice
from app.ui.wishes import Hush
from tests.ui.ears import Ears, comment, gift
from tests.ui.rooms import BORIS, NOON


def test_nothing_is_told_unless_it_was_chosen(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot)
    ears.happen(gift(1, ended=True, diamonds=9_000), comment("@mira hi"))
    assert (ears.flashed, ears.shown, len(ears.desk.queue)) == ([], [], 0)
    assert ears.played == ["stop"]


def test_big_gifts_flash_and_are_shown(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, notice_gifts=True)
    ears.happen(gift(1, ended=True, diamonds=9_000), gift(1, 2, ended=True, diamonds=3))
    assert len(ears.flashed) == len(ears.shown) == 1
    assert "9,000" in ears.shown[0]


def test_a_flood_shows_few(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, notice_questions=True)
    people = [ev.User(100 + n, f"p{n}", f"P{n}") for n in range(20)]
    ears.happen(
        *(ev.Question(user=one, text="Why?", question_id=one.id, msg_id=one.id, at_ms=NOON) for one in people)
    )
    assert len(ears.shown) == desks.MOST_A_LOOK


def test_one_sound_a_look_that_of_what_matters_most(monkeypatch, qtbot):
    ears = Ears(monkeypatch, qtbot, sounds=True)
    ears.happen(ev.Follow(user=BORIS, msg_id=4, at_ms=NOON), gift(1, ended=True))
    assert ears.played == [desks.make_tone("gift", 60)]


def test_without_sound_it_is_said_once(monkeypatch, qtbot):
    def refuse(_):
        raise SidestageError("No sound.")

    ears = Ears(monkeypatch, qtbot, sounds=True)
    ears.play = refuse
    ears.happen(gift(1, ended=True))
    ears.happen(gift(1, 2, ended=True))
    assert ears.complaints == ["No sound."]
    ears.desk.take(replace(ears.desk._choices, chat_text_px=24))
    ears.happen(gift(1, 3, ended=True))
    assert ears.complaints == ["No sound."]
    for is_on in (False, True):  # who turns it on again wants it tried
        ears.desk.take(replace(ears.desk._choices, sounds=is_on))
    ears.happen(gift(1, 4, ended=True))
    assert ears.complaints == ["No sound."] * 2


ECHO = (
    sys.executable,
    "-c",
    "import sys, pathlib; pathlib.Path(sys.argv[1]).open('a').write(sys.stdin.read() + '|')",
)


def test_words_are_said_one_after_the_other_by_a_program_that_reads_them(monkeypatch, qtbot, tmp_path):
    heard = tmp_path / "heard"
    monkeypatch.setattr("app.ui.notices.speech.find_voice", lambda: (*ECHO, str(heard)))
    ears = Ears(monkeypatch, qtbot, speak_comments=True)
    ears.happen(comment("--help; $(rm -rf /)"), comment("second", 2, BORIS))
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text().count("|") == 2, timeout=15_000)
    first, second, _ = heard.read_text().split("|")
    assert "--help; $(rm -rf /)" in first
    assert "second" in second


def test_one_key_silences_everything(monkeypatch, qtbot):
    monkeypatch.setattr(
        "app.ui.notices.speech.find_voice", lambda: (sys.executable, "-c", "input(); input()")
    )
    ears = Ears(monkeypatch, qtbot, speak_comments=True, sounds=True)
    ears.happen(comment("one"), comment("two", 2, BORIS))
    assert ears.desk._speaker.is_speaking
    ears.grants.grant(Hush())
    qtbot.waitUntil(lambda: not ears.desk._speaker.is_speaking, timeout=10_000)
    assert len(ears.desk.queue) == 0
    assert ears.played[-1] == "stop"


def test_a_system_without_a_voice_says_so_once(monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.notices.speech.find_voice", lambda: None)
    ears = Ears(monkeypatch, qtbot, speak_comments=True)
    ears.happen(comment("one"))
    ears.happen(comment("two", 2))
    assert len(ears.complaints) == 1


def test_a_voice_that_cannot_be_started_ends(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    speaker = Speaker(("/nowhere/voice",), owner)
    with qtbot.waitSignal(speaker.ended):
        speaker.say("x")
    assert not speaker.is_speaking


@pytest.mark.parametrize("platform", VOICES)
def test_each_system_has_voices_that_read_their_input(platform):
    wanted = VOICES[platform][-1]
    assert find_voice(platform, lambda name: name if name == wanted[0] else None) == wanted
    assert find_voice(platform, lambda _: None) is None
