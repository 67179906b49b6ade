"""Somebody who has a keyboard and eyes, and no mouse: plays a script in the real window.

A script is a generator that presses keys and yields what is to be seen before it goes on. It runs from a
timer: who types stands outside of the program's tasks.
"""

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.geometry import list_surfaces, written_on

LOOK_MS, PATIENCE_S = 15, 20.0
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Plays a script.

    Args:
        script: the generator.
        window: gets the keyboard when the one that had it closes, as a window manager would give it.
        then: is called when it is over, however it ended.

    Attributes:
        error: why it could not be played.
    """

    def __init__(self, script, window, then):
        self._script, self._window, self._then, self.error = script, window, then, None
        self._is_seen, self._until = (lambda: True), 0.0
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self):
        if QApplication.activeWindow() is None:
            self._window.activateWindow()
            return
        try:
            self._go_on()
        except StopIteration:
            self._end(None)
        except Exception as error:  # noqa: BLE001 - the test raises it again, outside of Qt
            self._end(error)

    def _go_on(self):
        if self._is_seen():
            self._is_seen = next(self._script)
            self._until = time.monotonic() + PATIENCE_S
        elif time.monotonic() > self._until:
            self._script.throw(TimeoutError("what was waited for here is never seen"))

    def _end(self, error):
        self.error = error
        self._timer.stop()
        self._script.close()
        self._then()


def find_keyboard():
    """The widget that gets the next key: of what is open in front of the others, as Qt does it."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    return QApplication.focusWidget() or QApplication.activeWindow()


def has_keyboard(window):
    """Whether the next key goes to that window."""
    place = find_keyboard()
    return place is not None and place.window() is window


def press(key, *held):
    """Press a key where the keyboard is, which must be in sight."""
    place = find_keyboard()
    assert place is not None, "no window has the keyboard"
    assert place.isVisible(), f"the keyboard is at {place}, which nobody sees"
    modifiers = NONE
    for one in held:
        modifiers |= one
    QTest.keyClick(place, key, modifiers)


def write(words):
    """Type words where the keyboard is."""
    for letter in words:
        QTest.keyClicks(find_keyboard(), letter)


def can_read(window, words):
    """Whether words stand anywhere in the window or what is open over it."""
    return any(words in text for surface in list_surfaces(window) for _, text in written_on(surface))
