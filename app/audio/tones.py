"""Sounds as samples: a few notes that fade, one row a sound."""

from __future__ import annotations

import math
from array import array
from functools import lru_cache
from typing import NamedTuple

RATE = 44_100
FADE_S, LOUDEST = 0.02, 0.5  # of what a sample can hold: sounds are heard beside others


class Pitch(NamedTuple):
    """A pitch in Hz for some seconds."""

    pitch: float
    seconds: float


# By the kind of news, what matters most first: of several at once that is heard.
TONES: dict[str, tuple[Pitch, ...]] = {
    "lost": (Pitch(392.0, 0.18), Pitch(293.7, 0.3)),
    "gift": (Pitch(659.3, 0.09), Pitch(880.0, 0.16)),
    "streak": (Pitch(659.3, 0.09),),
    "question": (Pitch(440.0, 0.1), Pitch(587.3, 0.14)),
    "mention": (Pitch(440.0, 0.1), Pitch(587.3, 0.14)),
    "follow": (Pitch(523.3, 0.12),),
}


@lru_cache(maxsize=32)
def make_tone(kind: str, volume: int) -> bytes:
    """Signed samples of 16 bits, one channel, 44,100 a second; `volume` in percent."""
    samples = array("h")
    for note in TONES[kind]:
        count = round(note.seconds * RATE)
        fade = round(FADE_S * RATE)
        for at in range(count):
            swell = min(1.0, at / fade, (count - at) / fade)
            height = math.sin(2 * math.pi * note.pitch * at / RATE) * swell * (1 - 0.7 * at / count)
            samples.append(round(height * LOUDEST * volume / 100 * 32_767))
    return samples.tobytes()
