"""PARTS: the parts of a room's state. A new part is a file with its class, and a row here."""

from app.state.battle import BattleBoard
from app.state.chat import ChatLog
from app.state.connection import Connection
from app.state.gifts import GiftLedger
from app.state.goals import Goals
from app.state.leaderboard import Leaderboard
from app.state.pace import GiftPace
from app.state.part import Part
from app.state.people import People
from app.state.pins import Pins
from app.state.questions import Questions
from app.state.room_figures import RoomFigures
from app.state.thanks import Thanks
from app.state.timeline import Timeline
from app.state.totals import Totals
from app.state.viewers import ViewerSeries


class Parts:
    """A row a part: its name in `RoomState`, its class. Events reach the parts in this order."""

    connection: Connection
    totals: Totals
    people: People
    chat: ChatLog
    pins: Pins
    gifts: GiftLedger
    leaderboard: Leaderboard
    pace: GiftPace
    goals: Goals
    room_figures: RoomFigures
    viewers: ViewerSeries
    timeline: Timeline
    battle: BattleBoard
    questions: Questions
    thanks: Thanks


PARTS: dict[str, type[Part]] = dict(Parts.__annotations__)
