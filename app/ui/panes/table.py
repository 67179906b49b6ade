"""PANES: a row a pane. A new pane is a folder, a row here, and a place in `app.ui.layout.profiles`."""

from __future__ import annotations

from app.ui.pane import Row
from app.ui.panes.battle.pane import BattlePane
from app.ui.panes.chat.pane import ChatPane
from app.ui.panes.gifts.pane import LatestPane
from app.ui.panes.header.pane import Header
from app.ui.panes.leaders.pane import LeaderPane
from app.ui.panes.page.pane import Page
from app.ui.panes.questions.pane import QuestionPane
from app.ui.panes.thanks.pane import ThanksPane
from app.ui.panes.viewers.pane import ViewersPane
from app.words import chat, inboxes, page
from app.words import window as words

CARD = (160, 96)

# Frames are given in this order: what covers the others comes first.
PANES = (
    Row("page", page.TITLE, Page, (240, 200)),
    Row("chat", chat.CHAT, ChatPane, CARD),
    Row("header", words.STATE, Header, (300, 48)),
    Row("leaders", words.TOP_GIFTERS, LeaderPane, CARD),
    Row("gifts", words.LATEST_GIFTS, LatestPane, CARD),
    Row("viewers", words.VIEWERS, ViewersPane, CARD),
    Row("battle", words.BATTLE, BattlePane, CARD),
    Row("questions", inboxes.QUESTIONS, QuestionPane, CARD),
    Row("thanks", inboxes.THANKS, ThanksPane, CARD),
)
