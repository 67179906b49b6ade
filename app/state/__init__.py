"""Folds events into what the panes show; pure Python, no clock."""

from app.state.battle import BattleBoard
from app.state.battle_history import BattleRecord
from app.state.battle_sides import SideView
from app.state.battle_view import BattleView
from app.state.chat import ChatLog
from app.state.chat_row import ChatRow
from app.state.gift_row import GiftRow
from app.state.gifts import GiftLedger
from app.state.leaderboard import Leaderboard, LeaderRow
from app.state.parts import PARTS
from app.state.questions import QuestionRow, Questions
from app.state.room import RoomState
from app.state.status import Status
from app.state.thanks import Thanks, ThanksRow
from app.state.totals import Totals
from app.state.viewers import ViewerSeries

__all__ = [
    "PARTS",
    "BattleBoard",
    "BattleRecord",
    "BattleView",
    "ChatLog",
    "ChatRow",
    "GiftLedger",
    "GiftRow",
    "LeaderRow",
    "Leaderboard",
    "QuestionRow",
    "Questions",
    "RoomState",
    "SideView",
    "Status",
    "Thanks",
    "ThanksRow",
    "Totals",
    "ViewerSeries",
]
