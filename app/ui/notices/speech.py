"""Says words by the voice of the system, in a program of its own that reads them from its input."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, Signal

WINDOWS_VOICE = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
KILLED_MS = 500  # in which a program that was killed has ended
# Each reads from its standard input: what strangers wrote is never part of a command.
VOICES: dict[str, tuple[tuple[str, ...], ...]] = {
    "win32": (("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS_VOICE),),
    "darwin": (("say",),),
    "linux": (("spd-say", "--wait", "--pipe-mode"), ("espeak-ng", "--stdin"), ("espeak", "--stdin")),
}


def find_voice(
    platform: str = sys.platform, find: Callable[[str], str | None] = shutil.which
) -> tuple[str, ...] | None:
    """The command that speaks here; None where there is none."""
    commands = VOICES.get(platform, VOICES["linux"])
    return next((command for command in commands if find(command[0])), None)


class Speaker(QObject):
    """Says one thing at a time.

    Signals:
        ended: it is silent again.
    """

    ended = Signal()

    def __init__(self, command: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said."""
        return self._process is not None

    def say(self, text: str) -> None:
        """Say it; not while something is being said."""
        process = self._process = QProcess(self)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._end_unstarted)
        process.start(self._command[0], list(self._command[1:]))
        process.write(encode_words(text))
        process.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once."""
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(KILLED_MS)

    def _end_unstarted(self, error: QProcess.ProcessError) -> None:
        """What was started says itself when it has ended."""
        if error == QProcess.ProcessError.FailedToStart:
            self._end()

    def _end(self, *_: object) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.ended.emit()


def encode_words(text: str) -> bytes:
    """Words as the voices read them; what no encoding can write is left out."""
    return text.encode(errors="ignore")
