"""What of a room is news, and what is heard and seen of its notices."""

from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from app import events as ev
from app.settings import Choices
from app.state import RoomState
from app.ui.grants import Grants
from app.ui.notices.desk import NoticeDesk
from app.ui.notices.news import Reporter
from app.ui.notices.source import NoticeSource
from app.ui.notices.taste import make_taste
from tests.ui.rooms import ANNA, NOON

TASTE = make_taste(Choices(chat_own_names=("Mirabella",)), "mira", frozenset())


class Looks:
    """A state that is looked at after each event, as the feed does."""

    def __init__(self):
        self.state, self.source, self.reporter = RoomState(), NoticeSource(), Reporter()
        self.look()

    def look(self, *events):
        for event in events:
            self.state.apply(event, NOON)
        return self.reporter.report(self.source.frame(self.state, NOON), taste=TASTE)

    def kinds(self, *events):
        return [news.kind for news in self.look(*events)]


class Ears:
    """What is heard and seen of a desk."""

    def __init__(self, monkeypatch, qtbot, **choices):
        self.flashed, self.shown, self.played, self.said, self.complaints = [], [], [], [], []
        monkeypatch.setattr(QApplication, "alert", lambda *one: self.flashed.append(one))
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *one: self.shown.append(one[1]))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.grants, self.now_ms = Grants(lambda _: None), 0
        self.desk = NoticeDesk(self.window, self.grants, lambda: self.now_ms, self.complaints.append)
        self.desk._player = self
        self.desk.take(Choices(**choices))
        self.looks = Looks()
        self.desk.present(self.looks.source.frame(self.looks.state, NOON))

    def play(self, samples):
        self.played.append(samples)

    def stop(self):
        self.played.append("stop")

    def happen(self, *events):
        for event in events:
            self.looks.state.apply(event, NOON)
        self.desk.present(self.looks.source.frame(self.looks.state, NOON))


def comment(text, number=1, user=ANNA, **more):
    return ev.Comment(user=user, text=text, msg_id=number, at_ms=NOON, **more)


def gift(count, number=1, *, ended=False, diamonds=5):
    return ev.Gift(
        user=ANNA,
        gift_id=7,
        gift_name="Rose",
        diamonds=diamonds,
        count=count,
        streakable=True,
        ended=ended,
        group_id=number,
        msg_id=900 + 100 * number + count + ended,
        at_ms=NOON,
    )
