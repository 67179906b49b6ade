"""Plays sounds through miniaudio, one after the other, while there are any.

QtMultimedia would be a wheel of 175 MB.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING

from app.audio.tones import RATE
from app.errors import SidestageError
from app.words import notices as words

if TYPE_CHECKING:
    import miniaudio

BYTES_A_SAMPLE = 2
MOST_WAITING = 3  # a flood of gifts is no flood of sounds


class Player:
    """Opens the loudspeaker with the first sound.

    Args:
        backends: of miniaudio; None for those that this system has.
    """

    def __init__(self, backends: list[miniaudio.Backend] | None = None) -> None:
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None
        self._waiting: deque[bytes] = deque(maxlen=MOST_WAITING)

    def play(self, samples: bytes) -> None:
        """Let samples be heard after those that wait, of which there are few.

        Raises:
            SidestageError: this system has no sound.
        """
        self._waiting.append(samples)
        if self._device is None:
            self._device = self._open()

    def stop(self) -> None:
        """Be silent at once."""
        self._waiting.clear()
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _open(self) -> miniaudio.PlaybackDevice:
        import miniaudio  # noqa: PLC0415 - only for who wants sounds

        try:
            device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                backends=self._backends,
            )
            stream = self._make_stream()
            next(stream)
            device.start(stream)
        except (miniaudio.MiniaudioError, OSError) as error:
            self._waiting.clear()
            reason = " ".join(f"{part}" for part in error.args)  # words and a number
            raise SidestageError(words.NO_SOUND.fill(reason=reason)) from error
        return device

    def _make_stream(self) -> Generator[bytes, int, None]:
        """What is heard: miniaudio's thread asks for so many samples, and silence is samples, too."""
        frames = yield b""
        rest = b""
        while True:
            size = frames * BYTES_A_SAMPLE
            while len(rest) < size and self._waiting:
                rest += self._waiting.popleft()
            part, rest = rest[:size], rest[size:]
            frames = yield part.ljust(size, b"\0")
