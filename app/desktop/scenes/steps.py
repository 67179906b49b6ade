"""What is done in the window of a scene, as a user would; no step waits, and the window may be narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desktop.scenes.cast import HOST
from app.desktop.scenes.failures import FAILURES
from app.events import Connected, Disconnected, Quota
from app.settings import USUAL
from app.ui.dialogs.pages import CONNECTION
from app.ui.dialogs.settings import SettingsDialog
from app.ui.dialogs.trial_row import TrialRow
from app.ui.dialogs.way_rows import TRIAL
from app.ui.panes.chat.pane import ChatPane
from app.ui.wishes import (
    ChooseWay,
    FillScreen,
    HideNumbers,
    MeasureScreen,
    OpenSettings,
    PopOut,
    Prefer,
    ShowPane,
    Toggle,
    UseProfile,
)

if TYPE_CHECKING:
    from app.ui.window import MainWindow

LOOKED_FOR, FILTER = "o", "questions"
TALKER_AT = -3  # the row from the end whose person is looked at
TARGET = 500_000  # diamonds
OUT = ("leaders", "gifts")  # panes in windows of their own
INBOXES = {"questions", "thanks"}
INSET_PX = 24  # of those from the right lower corner


def look_for_words(window: MainWindow) -> None:
    """Look for something that is in many rows."""
    chat = window.find_pane(ChatPane)
    chat.open_find()
    chat.search.bar.field.setText(LOOKED_FOR)


def filter_rows(window: MainWindow) -> None:
    """Show questions only."""
    window.find_pane(ChatPane).filters.choose(FILTER)


def open_card(window: MainWindow) -> None:
    """Look at the person of a row."""
    chat = window.find_pane(ChatPane)
    chat.view.choose_row(chat.model.rowCount() + TALKER_AT)
    chat.show_person()


def hide_money(window: MainWindow) -> None:
    """Hide what the diamonds are worth."""
    window.grants.grant(Toggle("money"))


def show_goals(window: MainWindow) -> None:
    """Look at the goals, with a target of half a million diamonds."""
    window.grants.grant(ShowPane("goals"))
    window.grants.grant(Prefer({"gift_target": TARGET}))


def open_settings(window: MainWindow) -> None:
    """Look at the settings."""
    window.grants.grant(OpenSettings())


def open_way(way: str, window: MainWindow) -> TrialRow:
    """Look at the fields of a way in, down to what tries it."""
    window.grants.grant(Prefer({"way": way}))
    window.grants.grant(ChooseWay())
    sheet = window.findChildren(SettingsDialog)[0].sheet
    row = sheet.pages[CONNECTION].rows[TRIAL]
    assert isinstance(row, TrialRow)  # noqa: S101 - by its name
    sheet.reveal(row)
    return row


def pass_trial(window: MainWindow) -> None:
    """See that a way in works."""
    row = open_way(USUAL, window)
    row.hear(Quota(span="hour", limit=30, left=17))
    row.hear(Connected(unique_id=HOST.unique_id))


def fail_trial(window: MainWindow) -> None:
    """See why a way in does not work."""
    failure = FAILURES["signer_key"]
    open_way(USUAL, window).hear(Disconnected(code="signer_key", reason=failure.reason, hint=failure.hint))


def open_inbox(pane: str, window: MainWindow) -> None:
    """Have the panes arranged for questions and answers, and the keyboard in one of them."""
    window.grants.grant(UseProfile("qa"))
    for other in INBOXES - {pane}:
        window.arranger.hide(other)
    window.arranger.uncover(pane)
    window.feed.tick()
    (window.panes[pane].find_first_stop() or window.panes[pane]).setFocus()


def read_from_afar(window: MainWindow) -> None:
    """Look at the page for a glance, in a window of the size that was asked for."""
    size = window.size()
    window.grants.grant(FillScreen())
    window.showNormal()
    window.resize(size)


def hide_numbers(window: MainWindow) -> None:
    """Hide what others must not read."""
    window.grants.grant(HideNumbers())


def measure_screen(window: MainWindow) -> None:
    """Hold a ruler against the screen."""
    window.grants.grant(MeasureScreen())


def take_panes_out(window: MainWindow) -> None:
    """Put panes into windows of their own, one over the other in the right lower corner."""
    for at, name in enumerate(OUT, start=1):
        window.grants.grant(PopOut(name))
        out = window.popouts.windows[name]
        corner = window.geometry().bottomRight()
        out.move(corner.x() - out.width() - INSET_PX, corner.y() - at * out.height() - INSET_PX)
