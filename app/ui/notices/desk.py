"""Tells what happens outside the window, as far as the user chose that: all of it is off at first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.audio.tones import TONES, make_tone
from app.errors import SidestageError
from app.settings import DEFAULTS
from app.ui.icons import make_app_icon
from app.ui.notices.news import NO_TASTE, News, Reporter, Taste
from app.ui.notices.queue import RecentNews, SpeechQueue
from app.ui.wishes import Hush
from app.words import notices as words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

    from app.audio.player import Player
    from app.settings import Choices
    from app.ui.grants import Grants
    from app.ui.notices.source import NoticeFrame
    from app.ui.notices.speech import Speaker

MOST_A_LOOK = 5  # product.md D6
FLASH_MS, SHOWN_MS = 0, 6_000
NO_MARKUP = str.maketrans("<>", "‹›")
# Which choice wants a notice of the desktop, or something said, by the kind of news.
NOTICES = {"question": "notice_questions", "mention": "notice_mentions", "lost": "notice_lost"}
SPOKEN = {
    "gift": "speak_gifts",
    "follow": "speak_follows",
    "comment": "speak_comments",
    "mention": "speak_comments",
    "question": "speak_comments",
    "join": "speak_joins",
}


class NoticeDesk(QObject):
    """Flashes the task bar, shows notices, plays sounds and speaks.

    Args:
        window: which flashes.
        grants: where the wish for silence comes in.
        now_ms: our clock.
        complain: says a sentence to the user.

    Attributes:
        queue: what waits to be said.
    """

    def __init__(
        self, window: QWidget, grants: Grants, now_ms: Callable[[], int], complain: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._now_ms, self._complain = window, now_ms, complain
        self._choices, self._is_mute, self._is_voiceless = DEFAULTS, False, False
        self._wanted: frozenset[str] = frozenset()
        self._taste: Taste | None = None
        self._taste_key: tuple[str, frozenset[int | str]] = "", frozenset()
        self._reporter, self._repeats, self.queue = Reporter(), RecentNews(), SpeechQueue()
        self._tray: QSystemTrayIcon | None = None
        self._player: Player | None = None
        self._speaker: Speaker | None = None
        grants.add(Hush, lambda _: self.hush())

    def take(self, choices: Choices) -> None:
        """Take what the user chose; what is wanted no more ends at once, what failed is tried again.

        Only by who chose it anew: else each other choice would have it complain again.
        """
        before, self._choices = self._choices, choices
        self._is_mute &= choices.sounds == before.sounds
        self._is_voiceless &= all(getattr(choices, name) == getattr(before, name) for name in SPOKEN.values())
        self._wanted = list_wanted(choices)
        self._taste = None
        if not choices.sounds and self._player is not None:
            self._player.stop()
        if not any(getattr(choices, name) for name in SPOKEN.values()):
            self._be_silent()
        if self._tray is not None:
            self._tray.setVisible(self._has_use_of_notices())

    def present(self, frame: NoticeFrame) -> None:
        """Tell what is news."""
        choices, now_ms = self._choices, self._now_ms()
        news = self._reporter.report(frame, self._wanted, self._find_taste(frame))
        for one in [one for one in news if self._is_notice_wanted(one)][:MOST_A_LOOK]:
            if self._repeats.is_new(one, now_ms):
                self._show(one)
        if choices.sounds and not self._is_mute:
            self._play(news)
        for one in news:
            if one.kind in SPOKEN and getattr(choices, SPOKEN[one.kind]):
                self.queue.add(one, now_ms)
        self._speak()

    def hush(self) -> None:
        """Be silent at once: what plays, what is said, and what waits to be."""
        self._be_silent()
        if self._player is not None:
            self._player.stop()

    def close(self) -> None:
        """Tell nothing more."""
        self.hush()
        if self._tray is not None:
            self._tray.hide()

    def _find_taste(self, frame: NoticeFrame) -> Taste:
        """That of now; it is made when somebody wants to hear anything."""
        key = frame.host, frame.hidden
        if self._wanted and (self._taste is None or key != self._taste_key):
            from app.ui.notices.taste import make_taste  # noqa: PLC0415 - not for the first picture

            self._taste_key, self._taste = key, make_taste(self._choices, *key)
        return self._taste or NO_TASTE

    def _has_use_of_notices(self) -> bool:
        return self._choices.notice_gifts or any(getattr(self._choices, name) for name in NOTICES.values())

    def _is_notice_wanted(self, news: News) -> bool:
        if news.kind == "gift":
            return self._choices.notice_gifts and news.diamonds >= self._choices.notice_diamonds
        return news.kind in NOTICES and bool(getattr(self._choices, NOTICES[news.kind]))

    def _show(self, news: News) -> None:
        """In the task bar where the window is not looked at, and as a notice where the desktop has such."""
        from PySide6.QtWidgets import QSystemTrayIcon  # noqa: PLC0415 - not for the first picture

        QApplication.alert(self._window, FLASH_MS)
        if self._tray is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = QSystemTrayIcon(make_app_icon(), self)
            self._tray.activated.connect(lambda _: self._window.activateWindow())
        if self._tray is not None:
            self._tray.show()
            self._tray.showMessage(
                write_notice(self._window.windowTitle()), write_notice(news.text), make_app_icon(), SHOWN_MS
            )

    def _play(self, news: list[News]) -> None:
        """One sound a look, that of what matters most."""
        kind = next((kind for kind in TONES if any(one.kind == kind for one in news)), "")
        if not kind:
            return
        if self._player is None:
            from app.audio.player import Player  # noqa: PLC0415 - only for who wants sounds

            self._player = Player()
        try:
            self._player.play(make_tone(kind, self._choices.sound_volume))
        except SidestageError as error:
            self._is_mute = True
            self._complain(error.line)

    def _speak(self) -> None:
        """The next that waits, unless something is being said."""
        if not len(self.queue) or self._is_voiceless:
            return
        speaker = self._speaker = self._speaker or self._find_speaker()
        if speaker is None or speaker.is_speaking:
            return
        if (news := self.queue.take(self._now_ms())) is not None:
            speaker.say(news.text)

    def _find_speaker(self) -> Speaker | None:
        from app.ui.notices.speech import Speaker, find_voice  # noqa: PLC0415 - only for who wants speech

        command = find_voice()
        if command is None:
            self._is_voiceless = True
            self.queue.clear()
            self._complain(words.NO_SPEECH)
            return None
        speaker = Speaker(command, self)
        speaker.ended.connect(self._speak)
        return speaker

    def _be_silent(self) -> None:
        self.queue.clear()
        if self._speaker is not None:
            self._speaker.stop()


def list_wanted(choices: Choices) -> frozenset[str]:
    """The kinds of news that somebody hears or sees."""
    wanted = {kind for table in (NOTICES, SPOKEN) for kind, name in table.items() if getattr(choices, name)}
    return frozenset(wanted.union(TONES) if choices.sounds else wanted)


def write_notice(text: str) -> str:
    """Words for a notice: desktops of Linux take < for the beginning of markup, and fetch its pictures."""
    return text.translate(NO_MARKUP)
