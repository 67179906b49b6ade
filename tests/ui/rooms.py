"""A session without a source: tests apply events and say what time it is."""

from app import events as ev
from app.state import ChatRow, RoomState
from app.state.inspector import Inspector

NOON = 1_800_000_000_000
ANNA = ev.User(11, "anna", "Anna")
BORIS = ev.User(12, "boris", "Борис")
HOST = ev.User(10, "mira", "Mira")
RIVAL = ev.User(20, "rex", "Rex")


class Room:
    """What the window is given as its session; commands are kept for the test to look at."""

    def __init__(self):
        self.state = RoomState()
        self.inspector = Inspector()
        self.at = NOON
        self.commands = []

    def now_ms(self):
        return self.at

    def request(self, command):
        self.commands.append(command)

    def tell(self, *events):
        for event in events:
            self.state.apply(event, self.at)
            self.inspector.note(event, self.at)

    def go_live(self):
        self.tell(
            ev.Connected(unique_id="mira", host=HOST, room_id=1, started_ms=self.at - 65_000, at_ms=self.at)
        )


def look_again(window, room):
    """A second later the window looks at the room."""
    room.at += 1_000
    window.feed.tick()


def comment(text, user=ANNA, **fields):
    return ev.Comment(user=user, text=text, method="WebcastChatMessage", at_ms=NOON, **fields)


def gift(count, *, user=ANNA, ended=False, group=1, name="Rose", diamonds=1):  # noqa: PLR0913
    return ev.Gift(
        user=user,
        gift_id=5,
        gift_name=name,
        diamonds=diamonds,
        count=count,
        ended=ended,
        streakable=True,
        group_id=group,
        method="WebcastGiftMessage",
        at_ms=NOON,
    )


def battle(us, them, phase="active", **fields):
    sides = (ev.Side(HOST.id, us, host=HOST), ev.Side(RIVAL.id, them, host=RIVAL))
    return ev.Battle(
        battle_id=1, phase=phase, sides=sides, start_ms=NOON, duration_s=300, at_ms=NOON, **fields
    )


def rows(first, last, text="hello"):
    return [ChatRow(NOON, "comment", ANNA, f"{text} {seq}", seq=seq) for seq in range(first, last + 1)]
