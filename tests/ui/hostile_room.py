"""A window in which strangers wrote whatever they could."""

from dataclasses import replace

from app import events as ev
from app.desktop.rooms import find_linked_name
from app.settings import DEFAULTS
from app.state import RoomState
from app.ui.notices.news import Reporter
from app.ui.notices.source import NoticeSource
from app.ui.visiting import Visits
from app.ui.window import MainWindow
from tests.ui.keepers import Keeper
from tests.ui.rooms import HOST, NOON, Room


class Show:
    """A window in which all that strangers may write is one text.

    Args:
        text: what they write.
    """

    def __init__(self, qtbot, text):
        self.qtbot, self.text, self.room = qtbot, text, Room()
        self.user = ev.User(11, text, text, badges=(ev.Badge("fan_level", 3, text=text),))
        self.room.inspector.open()
        self.room.tell(*list_events(self.user, text))
        self.choices = replace(DEFAULTS, recent=(text,), chat_joins=True)
        self.window = MainWindow(self.room, keeper=Keeper({"recent": (text,)}), is_whole=False)
        Visits(self.window, self.room, self.window.grants, find_linked_name)
        self.window.complete()
        qtbot.addWidget(self.window)
        self.window.prefer(self.choices)
        self.window.resize(1280, 800)
        self.window.show()
        self.look()

    def look(self):
        for _ in range(3):
            self.room.at += 1_000
            self.window.feed.tick()
        self.window.grab()

    def read_news(self):
        source, state = NoticeSource(), RoomState()
        source.frame(state, NOON)
        for event in list_events(self.user, self.text):
            state.apply(event, NOON)
        frame = source.frame(state, NOON + 1)._replace(is_fresh=False)
        return [one.text for one in Reporter().report(frame) if one.text]


def list_events(user, text):
    """Everything that strangers have words in."""
    host = replace(HOST, unique_id=text, nickname=text)
    rival = replace(user, id=20)
    sides = (
        ev.Side(HOST.id, 7, (ev.Contributor(user, 5),), host=host),
        ev.Side(20, 5, (ev.Contributor(user, 3),), host=rival),
    )
    fields = {"user": user, "method": "WebcastChatMessage", "at_ms": NOON}
    gift = {"gift_id": 5, "gift_name": text, "diamonds": 9_999, "count": 1, "ended": True}
    battle = {"battle_id": 1, "sides": sides, "start_ms": NOON, "duration_s": 300}
    return (
        ev.Connected(unique_id=text, host=host, title=text, room_id=1, started_ms=NOON - 5, at_ms=NOON),
        ev.Join(**fields),
        ev.Comment(text=text, mentions=(user,), msg_id=1, **fields),
        ev.Pin(text=text, pinned_msg_id=1, **fields),
        ev.Question(text=text, question_id=3, **fields),
        ev.Follow(**fields),
        ev.Share(**fields),
        ev.Subscribe(**fields),
        ev.SuperFan(text=text, **fields),
        ev.FanClub(text=text, **fields),
        ev.Intro(text=text, **fields),
        ev.Barrage(text=text, **fields),
        ev.RankText(text=text, **fields),
        ev.RoomText(text=text, at_ms=NOON),
        ev.Poll(title=text, options=(ev.PollOption(text, 3, (user,)),), at_ms=NOON),
        ev.Goal(text=text, goal_id=3, parts=(ev.GoalPart(1, 9, text),), **fields),
        ev.Gift(**fields, **gift),
        ev.Viewers(now=5, total=6, top=(ev.TopViewer(user, 1, 1),), at_ms=NOON),
        ev.Battle(phase="active", at_ms=NOON, **battle),
        ev.BattleNotice(text=text, at_ms=NOON),
        ev.BattleCard(text=text, **fields),
        ev.Unknown(method=text, at_ms=NOON),
    )
