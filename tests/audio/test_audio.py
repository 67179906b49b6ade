"""Sounds: made from numbers, played one after the other, silent where nobody wants them."""

import time
from array import array

import miniaudio
import pytest

from app.audio import player as playing
from app.audio.player import MOST_WAITING, Player
from app.audio.tones import LOUDEST, RATE, TONES, make_tone
from app.errors import SidestageError
from app.ui.notices.news import PRIORITIES


@pytest.fixture
def player():
    made = Player([miniaudio.Backend.NULL])
    yield made
    made.stop()


@pytest.mark.parametrize("kind", TONES)
def test_a_tone_is_as_long_as_its_notes_begins_and_ends_quietly(kind):
    samples = array("h", make_tone(kind, 100))
    assert len(samples) == sum(round(note.seconds * RATE) for note in TONES[kind])
    assert samples[0] == 0
    assert abs(samples[-1]) < 200
    assert 10_000 < max(map(abs, samples)) <= LOUDEST * 32_767


def test_volume_makes_it_quieter():
    loud, quiet = (max(map(abs, array("h", make_tone("gift", volume)))) for volume in (100, 10))
    assert quiet == pytest.approx(loud / 10, rel=0.05)


def test_each_sound_is_of_a_kind_of_news():
    assert set(TONES) <= set(PRIORITIES)


def test_what_is_played_is_heard_to_the_end_and_silence_follows():
    stream = Player()._make_stream()
    next(stream)
    player = Player()
    stream = player._make_stream()
    next(stream)
    player._waiting += [b"\1\1" * 5, b"\2\2" * 5]
    assert stream.send(4) == b"\1\1" * 4
    assert stream.send(8) == b"\1\1" + b"\2\2" * 5 + b"\0\0" * 2
    assert stream.send(3) == b"\0\0" * 3


def test_the_loudspeaker_is_opened_with_the_first_sound_and_closed_again(player):
    player.play(make_tone("gift", 50))
    assert player._device is not None
    end = time.monotonic() + 5
    while player._waiting and time.monotonic() < end:  # the null device plays as fast as a real one
        time.sleep(0.01)
    assert not player._waiting
    player.stop()
    assert player._device is None


def test_a_flood_of_sounds_is_cut_short(player, monkeypatch):
    monkeypatch.setattr(Player, "_open", lambda _: None)
    for _ in range(50):
        player.play(b"\0\0")
    assert len(player._waiting) == MOST_WAITING


def test_a_system_without_sound_says_so(monkeypatch):
    class Broken:
        def __init__(self, **_):
            raise miniaudio.MiniaudioError("no device", -401)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", Broken)
    with pytest.raises(SidestageError, match=r"No sound: .*\(no device -401\)\."):
        playing.Player().play(b"\0\0")
