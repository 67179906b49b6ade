"""PANES: a row a pane. A new pane is a folder, a row here, and a place in `app.ui.layout.profiles`."""

from __future__ import annotations

from app.ui.pane import Row
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.connect.pane import ConnectBar
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.header.pane import Header
from app.ui.panes.leaders.pane import LeaderPane
from app.ui.panes.viewers.pane import ViewersPane
from app.words import chat
from app.words import window as words

CARD = (160, 96)

# Frames are given in this order.
PANES = (
    Row("chat", chat.CHAT, ChatPane, CARD),
    Row("header", words.STATE, Header, (320, 48)),
    Row("connect", words.CONNECT_TITLE, ConnectBar, (320, 32)),
    Row("leaders", words.TOP_GIFTERS, LeaderPane, CARD),
    Row("gifts", words.LATEST_GIFTS, LatestPane, CARD),
    Row("viewers", words.VIEWERS, ViewersPane, CARD),
    Row("battle", words.BATTLE, BattlePane, CARD),
)
