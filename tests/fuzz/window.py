"""Messages of strangers all the way to the window: decoded, folded into a room, drawn offscreen."""

import os
import sys
from functools import cache, partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import events as ev
from app.events.decode.table import decode
from app.protocol.message import Message
from app.state import RoomState
from app.state.inspector import Inspector

from .invent import invented

NOW_MS = 1_790_000_000_000
HOST = ev.User(id=900, unique_id="mira.plays", nickname="Mira")
SIZES = ((1280, 800), (640, 480))


class Desk:
    """A session that stands still: its state and its clock are set from outside."""

    def __init__(self):
        self.state, self.clock, self.inspector = RoomState(), NOW_MS, Inspector()

    def now_ms(self):
        return self.clock

    def request(self, command):
        pass


@cache
def stage():
    """The one window of all rounds, with what its slots raised."""
    from PySide6.QtWidgets import QApplication

    from app.ui.look import dress
    from app.ui.window import MainWindow

    application = QApplication.instance() or QApplication(["fuzz"])
    dress(application)
    desk, raised = Desk(), []
    window = MainWindow(desk)
    window.feed.stop()
    window.show()
    return application, desk, window, raised


def shown(messages, size, rest):
    """Draw what these messages make of a room, now and a minute later; the last one's body is `rest`."""
    _, desk, window, raised = stage()
    raised.clear()
    before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: raised.append(error)
    try:
        desk.state = RoomState()
        desk.state.apply(ev.Connected(at_ms=NOW_MS, unique_id="mira.plays", host=HOST, room_id=7), NOW_MS)
        window.resize(*size)
        for method, data in (*messages[:-1], (messages[-1][0], rest)):
            desk.state.apply(decode(Message(method, data, 7, NOW_MS)), NOW_MS)
        for clock in (NOW_MS, NOW_MS + 60_000):
            desk.clock = clock
            window.feed.tick()
            window.grab()
    finally:
        sys.excepthook = before
    if raised:
        raise raised[0]
    return "drawn"


def a_picture(chance):
    messages = [invented(chance) for _ in range(chance.randrange(1, 6))]
    return messages[-1][0], partial(shown, messages, chance.choice(SIZES)), messages[-1][1]


DOORS = (a_picture,)
