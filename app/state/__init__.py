"""Folds events into what the panes show; pure Python, no clock."""

from app.state.battle import BattleBoard, BattleView
from app.state.battle_sides import SideView
from app.state.chat import ChatLog, ChatRow
from app.state.gifts import GiftLedger, GiftRow
from app.state.leaderboard import Leaderboard, LeaderRow
from app.state.room import RoomState
from app.state.status import Status, Totals
from app.state.viewers import ViewerSeries

__all__ = [
    "BattleBoard",
    "BattleView",
    "ChatLog",
    "ChatRow",
    "GiftLedger",
    "GiftRow",
    "LeaderRow",
    "Leaderboard",
    "RoomState",
    "SideView",
    "Status",
    "Totals",
    "ViewerSeries",
]
