"""The window's report: made beside it, and said where it is."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from app.desktop import reports
from app.desktop.care import Care
from app.desktop.options import WindowOptions
from app.desktop.rooms import Rooms
from app.errors import SidestageError
from app.events import Comment, User
from app.protocol.message import Message
from app.protocol.schema import find_reader
from app.session import Session
from app.ui.window import MainWindow
from app.ui.wishes import ReportProblem
from app.words import desktop as desktop_words
from app.words import report as words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", extend=True)
NOON = 1_800_000_000_000


@pytest.fixture
def documents(monkeypatch, tmp_path):
    monkeypatch.setenv("SIDESTAGE_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("SIDESTAGE_LOGS", str(tmp_path / "logs"))
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "documents"))
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents"


class Program:
    def __init__(self, qtbot):
        self.rooms = Rooms(WindowOptions())
        self.session = Session(self.rooms.open)
        self.window = MainWindow(self.session)
        qtbot.addWidget(self.window)
        self.window.show()
        self.care = Care(self.window, self.rooms, self.session)
        self.session.state.apply(
            Comment(user=User(7_123_456_789, "anna.b", "Anna"), text="hello", at_ms=NOON), NOON
        )
        body = find_reader("WebcastChatMessage")(content="hello")
        self.rooms._tap(Message("WebcastChatMessage", body.SerializeToString(), 1, NOON))

    def report(self):
        """Have one made, in the thread of the test."""
        self.window.grants.grant(ReportProblem())
        self.window.grants.grant(ReportProblem())  # while it is made, and so no second one
        ((work, then, otherwise),) = self.begun
        self.begun.clear()
        try:
            then(work())
        except Exception as error:  # noqa: BLE001 - as it is handed on by threads
            otherwise(error)


@pytest.fixture
def program(qtbot, documents, monkeypatch):
    program = Program(qtbot)
    program.begun = []
    monkeypatch.setattr(reports, "run_in_thread", lambda *calls: program.begun.append(calls))
    yield program
    program.window.feed.stop()
    program.window.close()


def test_it_is_made_and_its_place_is_said(program, documents, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    program.report()
    (folder,) = documents.iterdir()
    assert (folder / "frames.jsonl").read_text("utf-8").count("\n") == 1
    assert "Qt: " in (folder / "versions.txt").read_text("utf-8")
    (box,) = program.window.findChildren(QMessageBox)
    assert folder.name in box.informativeText().replace("\u200b", "")
    assert not opened
    box.defaultButton().click()
    assert [Path(one) for one in opened] == [folder]


def test_its_menu_entry_can_be_used_at_once(program):
    assert program.window.bindings.actions["report"].isEnabled()


def test_a_folder_that_the_system_does_not_open_is_named(program, documents, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    program.report()
    (box,) = program.window.findChildren(QMessageBox)
    box.defaultButton().click()
    (folder,) = documents.iterdir()
    assert program.session.state.connection.status.notice == words.CANNOT_OPEN.fill(folder=folder)


@pytest.mark.parametrize("error", [SidestageError(words.EXISTS.fill(folder="x")), ValueError("x")])
def test_a_report_that_cannot_be_made_is_said_and_can_be_tried_again(program, documents, monkeypatch, error):
    def fail(*_):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(reports, "make_report", fail)
        program.report()
    said = {ValueError: words.FAILED.fill(kind="ValueError")}.get(type(error), f"{error}")
    assert program.session.state.connection.status.notice == said
    assert not program.window.findChildren(QMessageBox)
    program.report()
    assert len([*documents.iterdir()]) == 1


def test_how_the_last_time_ended_is_said_once(program, documents):
    logs = documents.parent / "logs"
    logs.mkdir()
    (logs / "running-1.txt").write_text("Fatal Python error", "utf-8")
    program.care._tell_last_end()
    status = program.session.state.connection.status
    assert (status.notice, status.notice_hint) == (desktop_words.ENDED_BADLY, desktop_words.REPORT_IT)
    assert not [*logs.glob("running-*")]
