"""A fault anywhere is one log entry and one dialog with ways on."""

import asyncio
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.desktop import faults as faults_module
from app.desktop.again import Again
from app.desktop.faults import Faults
from app.log import LOG
from app.ui.loop import WindowLoop
from app.words import desktop as words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", extend=True)


class Painter(QWidget):
    def paintEvent(self, event):  # noqa: ARG002, N802
        raise ZeroDivisionError


class Sender(QObject):
    sent = Signal()


def fail():
    raise KeyError


async def fail_later():
    fail()


def in_slot(window):
    sender = Sender(window)
    sender.sent.connect(fail)
    sender.sent.emit()


def in_drawing(window):
    Painter(window).show()


def in_task(_window):
    asyncio.get_running_loop().create_task(fail_later())


def in_callback(_window):
    asyncio.get_running_loop().call_soon(fail)


def in_thread(_window):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


PLACES = {one.__name__: one for one in (in_slot, in_drawing, in_task, in_callback, in_thread)}


@pytest.fixture
def window(qtbot, monkeypatch, tmp_path):
    """A window whose faults are heard; pytest's own hooks come back."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(faults_module, "open_log", lambda: tmp_path / "sidestage.log")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def play(window, *acts, ways=(), close_pane=lambda _: False):
    """Let these happen one after the other in the program's loop; what is said in the end."""

    async def happen():
        Faults(window, ways, close_pane).install(asyncio.get_running_loop())
        for act in acts:
            act(window)
            for _ in range(5):
                await asyncio.sleep(0.005)

    with WindowLoop(QApplication.instance()) as loop:
        loop.run_until_complete(happen())
    return window.findChildren(QMessageBox)


def press(words_):
    """Press the button of the dialog that has these words."""

    def act(window):
        (box,) = window.findChildren(QMessageBox)
        next(one for one in box.buttons() if one.text() == words_).click()

    return act


@pytest.mark.parametrize("place", PLACES)
def test_it_is_logged_and_said_once_wherever_it_happens(window, caplog, place):
    (box,) = play(window, *[PLACES[place]] * 3)
    faults = [record for record in caplog.records if record.name == LOG.name]
    assert len(faults) == 1
    assert "Error" in faults[0].exc_info[0].__name__
    assert box.isVisible()
    assert words.FAULT in box.text()
    assert "Error; the details are in" in box.informativeText()
    box.close()


def test_while_it_is_said_other_faults_are_logged_only(window, caplog):
    (box,) = play(window, in_slot, in_drawing)
    assert len([record for record in caplog.records if record.name == LOG.name]) == 2
    box.close()


def test_what_was_said_is_not_said_again_and_what_is_new_is(window):
    carry_on = press(words.CARRY_ON)
    assert not play(window, in_slot, carry_on, in_slot)
    (box,) = play(window, in_slot, carry_on, in_drawing)
    box.close()


@pytest.mark.parametrize("number", [0, 1])
def test_there_are_ways_on(window, number):
    chosen = []
    ways = ((words.RESTART, lambda *_: chosen.append(0)), (words.TRY_AGAIN, lambda *_: chosen.append(1)))
    assert not play(window, in_slot, press(ways[number][0]), ways=ways)
    assert chosen == [number]


def test_escape_carries_on(window):
    (box,) = play(window, in_slot, ways=((words.RESTART, fail),))
    assert box.escapeButton().text() == box.defaultButton().text() == words.CARRY_ON
    box.close()


def test_what_closes_a_pane_needs_no_dialog(window):
    closed = []

    def close(error):
        closed.append(type(error))
        return True

    assert not play(window, in_slot, in_slot, close_pane=close)
    assert closed == [KeyError, KeyError]


def test_where_even_closing_fails_there_is_the_dialog(window, caplog):
    def close(_error):
        raise ArithmeticError

    (box,) = play(window, in_slot, close_pane=close)
    assert [record.exc_info[0] for record in caplog.records] == [KeyError, ArithmeticError]
    box.close()


def test_after_the_loop_a_fault_is_logged_all_the_same(window, caplog):
    (box,) = play(window, in_slot)
    box.close()
    sys.excepthook(ValueError, ValueError("late"), None)
    assert caplog.records[-1].exc_info[0] is ValueError


@pytest.mark.parametrize("is_wanted", [True, False])
def test_it_starts_again_as_it_was_started_if_that_was_wanted(monkeypatch, is_wanted):
    begun, ended = [], []
    monkeypatch.setattr("subprocess.Popen", lambda command, **_: begun.append(command))
    again = Again(lambda: ended.append(True))
    if is_wanted:
        again.want()
    again.start()
    assert len(ended) == len(begun) == is_wanted
    assert not begun or begun[0] == [sys.executable, *sys.orig_argv[1:]]
