"""Every place where words of strangers appear: how they get there, and how what is shown is read."""

import csv
import io
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter, QTextLayout
from PySide6.QtWidgets import QListWidget, QMenu, QMessageBox

from app import events as ev
from app.protocol.message import Message
from app.state.inspector import Sighting
from app.ui.actions import OWN_GROUP, MenuEntry
from app.ui.battle_records import copy_records
from app.ui.dialogs.palette import Palette
from app.ui.dialogs.settings import SettingsDialog
from app.ui.dialogs.trial_row import TrialRow
from app.ui.notices.desk import write_notice
from app.ui.notices.speech import encode_words
from app.ui.panes.chat.announcer import Announcer
from app.ui.panes.inspector.detail import Detail
from app.ui.panes.inspector.window import InspectorWindow
from app.ui.panes.table import PANES
from app.ui.panes.viewers.marks import list_marks, write_lines
from app.ui.wishes import AskName, FillScreen, FindEverywhere, FollowLink, OpenPalette
from tests.hostile import MARK
from tests.ui.hostile_files import (
    read_json,
    read_last_line,
    read_log,
    read_printed,
    read_report,
    read_saved,
    read_suggested,
    write_body,
)
from tests.ui.hostile_reading import read_widgets, spy
from tests.ui.hostile_room import list_events
from tests.ui.keepers import Keeper
from tests.ui.rooms import NOON


def read_pane(row):
    """A pane, whether a layout shows it or not."""

    def read(show):
        pane = show.window.panes[row.name]
        pane.present(row.kind.SOURCE().frame(show.room.state, show.room.at))
        return read_widgets(pane)

    return read


def read_page(show):
    """The page is for failures, whose sentences may have words of servers."""
    sentence = {"reason": show.text, "hint": show.text, "code": "refused"}
    show.room.tell(ev.Disconnected(at_ms=NOON, **sentence))
    show.look()
    return read_widgets(show.window.panes["page"])


def read_marks(show):
    """What the mouse says of marks above the line of viewers."""
    row = next(row for row in PANES if row.name == "viewers")
    frame = row.kind.SOURCE().frame(show.room.state, show.room.at)
    return [line for mark in list_marks(frame, 0) for line in write_lines(mark.words)]


def read_battle(show):
    show.room.state.apply(replace(list_events(show.user, show.text)[-4], phase="ended"), NOON + 9_000)
    show.look()
    return read_widgets(show.window.panes["battle"])


def read_glance(show):
    show.window.grants.grant(FillScreen())
    show.look()
    pane = show.window.panes["glance"]
    return [*pane.page.list_texts(), *read_widgets(pane)]


def read_card(show):
    chat = show.window.panes["chat"]
    chat.view.choose_row(next(at for at, row in enumerate(chat.model.rows) if row.kind == "comment"))
    chat.show_person()
    show.look()
    card = chat.deeds.card
    texts = [*read_widgets(card)]
    card.close()
    return texts


def read_titles(show):
    show.window.popouts.take_out("chat")
    show.look()
    return show.window.windowTitle(), show.window.popouts.windows["chat"].windowTitle()


def read_found(show):
    """What is found in all panes at once."""
    show.window.grants.grant(FindEverywhere())
    chooser = show.window.findChild(QListWidget).window()
    chooser.box.setText(MARK)
    texts = [*read_widgets(chooser)]
    chooser.reject()
    return texts


def read_inspector(show):
    window = InspectorWindow(show.room.inspector)
    show.qtbot.addWidget(window)
    window.show()
    window.tick()
    return [one for one in read_widgets(window) if one]


def read_message(show):
    """The message of a comment, piece by piece, and as each page is copied."""
    content = show.text.encode(errors="ignore").decode()
    event = next(event for event in list_events(show.user, show.text) if event.type == "comment")
    detail = Detail()
    show.qtbot.addWidget(detail)
    detail.present(Sighting(1, NOON, event, Message(event.method, write_body(content))))
    yield from (line for text in read_widgets(detail) for line in text.split("\n"))
    for at in range(detail.pages.count()):
        detail.pages.setCurrentIndex(at)
        detail.copy.click()
        yield from QGuiApplication.clipboard().text().split("\n")


def read_palette(show):
    """Names that were followed can be chosen again."""
    show.window.grants.grant(OpenPalette())
    chooser = show.window.findChild(Palette)
    chooser.box.setText(MARK)
    texts = [*read_widgets(chooser)]
    chooser.reject()
    return texts


def read_settings(show):
    """A way in is tried with the last name, and what a server answers is said."""
    dialog = SettingsDialog(Keeper(), show.choices)
    show.qtbot.addWidget(dialog)
    dialog.go_to("way")
    trial = dialog.findChild(TrialRow)
    trial.hear(ev.Disconnected(reason=show.text, hint=show.text))
    return read_widgets(dialog)


def read_menu(show):
    """Whatever is put into the ☰ menu."""
    show.window.bindings.more[OWN_GROUP] = lambda: [MenuEntry(show.text, AskName(), is_on=False)]
    show.window.bindings.open_menu(QPoint(0, 0))
    texts = [text for menu in show.window.findChildren(QMenu) for text in read_widgets(menu)]
    show.window.bindings._menu._menu.close()
    return texts


def read_link(show):
    """A link from outside names whom to follow, or is refused in a sentence that stands in the header."""
    show.window.grants.grant(FollowLink(f"sidestage://{show.text}"))
    show.look()
    texts = [*read_widgets(show.window.panes["header"])]
    box = show.window.findChild(QMessageBox)
    if box is not None:
        texts += [box.text(), box.informativeText(), *read_widgets(box)]
        box.reject()
    return texts


def read_announced(show):
    """What screen readers are told."""
    told, patch = [], pytest.MonkeyPatch()
    patch.setattr(QAccessible, "isActive", lambda: True)
    patch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    chat = show.window.panes["chat"]
    Announcer(chat).announce(chat.model.rows, chat.model.sieve)
    patch.undo()
    return told


def read_copies(show):
    clipboard = QGuiApplication.clipboard()
    show.window.panes["chat"].view.selectAll()
    show.window.panes["chat"].copy_chosen()
    yield clipboard.text()
    for name in ("questions", "thanks"):
        pane = show.window.panes[name]
        pane.table.selectAll()
        pane.copy_chosen()
        yield clipboard.text()


def read_battle_copies(show):
    read_battle(show)
    table = copy_records(show.window.panes["battle"].model.records)
    for row in csv.reader(io.StringIO(table, newline=""), delimiter="\t"):
        yield from row


def read_painted(show):
    """What is drawn of the panes that a layout shows, by whatever means."""
    drawn, patch = [], pytest.MonkeyPatch()
    for kind, name, find in (
        (QPainter, "drawText", lambda _, *args: next(one for one in args if isinstance(one, str))),
        (QPainter, "drawStaticText", lambda _, *args: args[-1].text()),
        (QTextLayout, "draw", lambda layout, *_: layout.text()),
    ):
        patch.setattr(kind, name, spy(getattr(kind, name), find, drawn))
    for pane in show.window.panes.values():
        pane.grab()
    patch.undo()
    return drawn


PLACES = {
    **{row.name: read_pane(row) for row in PANES if row.name not in {"page", "glance"}},
    "battle, over": read_battle,
    "glance": read_glance,
    "viewers, marks": read_marks,
    "inspector": read_inspector,
    "inspector, message": read_message,
    "card": read_card,
    "palette": read_palette,
    "settings": read_settings,
    "menu": read_menu,
    "link": read_link,
    "announced": read_announced,
    "titles": read_titles,
    "found everywhere": read_found,
    "notices": lambda show: map(write_notice, show.read_news()),
    "speech": lambda show: [encode_words(one).decode() for one in show.read_news()],
    "clipboard": read_copies,
    "clipboard, battles": read_battle_copies,
    "saved": read_saved,
    "printed": read_printed,
    "json": read_json,
    "last line": read_last_line,
    "painted": read_painted,
    "suggested": read_suggested,
    "log": read_log,
    "report": read_report,
    "page": read_page,
}
