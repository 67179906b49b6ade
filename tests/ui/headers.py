"""A header to look at, and what it is told."""

from app.state import Status
from app.ui.look import make_sheet
from app.ui.panes.header.pane import Header
from app.ui.panes.header.source import HeaderFrame
from app.ui.wishes import AskName, ChooseWay, LookBeneath
from tests.ui.rooms import NOON

NUMBERS = {
    "viewers": 2_099,
    "trend": 110,
    "likes": 98_765,
    "diamonds": 1_290_000,
    "follows": 23,
    "unreadable": 3,
}


def status(phase, **fields):
    return Status(phase=phase, unique_id="mira", **fields)


def frame(phase="live", *, age_ms=0, status_fields=None, **fields):
    told = {"last_event_ms": NOON - age_ms, "started_ms": NOON - 7_902_000, **(status_fields or {})}
    return HeaderFrame(status(phase, **told), NOON, **fields)


def make_header(qtbot):
    header = Header()
    qtbot.addWidget(header)
    header.setStyleSheet(make_sheet())
    header.redress()
    header.offer(frozenset({ChooseWay, LookBeneath, AskName}))
    header.resize(1280, header.height())
    header.show()
    return header


def shown(header):
    return [name for name, part in header._parts.items() if part.isVisible()]
