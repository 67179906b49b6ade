"""PANES: a row a pane. A new pane is a folder, a row here, and a place in `app.ui.layouts`."""

from __future__ import annotations

from app.ui.pane import Row
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.connect.pane import ConnectBar
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.header.pane import Header
from app.ui.panes.leaders.pane import LeaderPane
from app.ui.panes.viewers.pane import ViewersPane

CARD = (160, 96)

# Frames are given in this order.
PANES = (
    Row("chat", "Chat", ChatPane, CARD),
    Row("header", "State", Header, (320, 48)),
    Row("connect", "Connect", ConnectBar, (320, 32)),
    Row("leaders", "Top gifters", LeaderPane, CARD),
    Row("gifts", "Latest gifts", LatestPane, CARD),
    Row("viewers", "Viewers", ViewersPane, CARD),
    Row("battle", "Battle", BattlePane, CARD),
)
