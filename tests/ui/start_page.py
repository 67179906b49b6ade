"""The page while there is no data, as the window has it, in sizes that windows leave for it."""

from app.settings import Choices
from app.ui.look import make_sheet
from app.ui.panes.page.pane import Page
from app.ui.panes.page.source import PageSource
from app.ui.wishes import ChooseWay, LookBeneath, WatchDemo
from tests.ui.scenes import NOW

WISHES = frozenset({ChooseWay, LookBeneath, WatchDemo})
RECENT = ("mira.plays", "anna", "bo", "room:7300000000000000001", "cy", "dan")
COVERED = ("idle", "mistyped", "connecting", "waiting", "blocked", "limited", "adults", "refused", "ended")
# What is left for the page of windows of 1280×800, 640×480 and 320×480.
SIZES = ((1264, 720), (624, 400), (304, 400))


def make_page(qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.setStyleSheet(make_sheet())
    page.offer(WISHES)
    page.prefer(Choices(recent=RECENT))
    page.resize(*SIZES[0])
    page.show()
    return page


def show(page, state, now_ms=NOW):
    page.present(PageSource().frame(state, now_ms))
