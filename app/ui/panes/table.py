"""PANES: a row a pane. A new one is a folder and a row here; no layout shows it before it names it."""

from __future__ import annotations

from app.ui.pane import PaneRow
from app.words import chat, glance, goals, inboxes, page
from app.words import window as words

CARD, CHAT = (160, 96), (160, 144)  # of the chat a few rows, whatever stands beside it

# Frames are given in this order: what covers the others comes first.
PANES = (
    PaneRow("glance", glance.TITLE, "app.ui.panes.glance.pane:GlancePane", (120, 80), has_place=False),
    PaneRow("page", page.TITLE, "app.ui.panes.page.pane:Page", (240, 200), is_first=True, has_place=False),
    PaneRow("chat", chat.CHAT, "app.ui.panes.chat.pane:ChatPane", CHAT),
    PaneRow("header", words.STATE, "app.ui.panes.header.pane:Header", (300, 48), is_first=True),
    PaneRow("leaders", words.TOP_GIFTERS, "app.ui.panes.leaders.pane:LeaderPane", CARD),
    PaneRow("gifts", words.LATEST_GIFTS, "app.ui.panes.gifts.pane:LatestPane", CARD),
    PaneRow("viewers", words.VIEWERS, "app.ui.panes.viewers.pane:ViewersPane", CARD),
    PaneRow("battle", words.BATTLE, "app.ui.panes.battle.pane:BattlePane", CARD),
    PaneRow("goals", goals.TITLE, "app.ui.panes.goals.pane:GoalPane", CARD),
    PaneRow("questions", inboxes.QUESTIONS, "app.ui.panes.questions.pane:QuestionPane", CARD),
    PaneRow("thanks", inboxes.THANKS, "app.ui.panes.thanks.pane:ThanksPane", CARD),
)
