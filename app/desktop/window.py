"""`sidestage`: the window, on a loop that Qt and asyncio share."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.faults import Faults
from app.desktop.options import WindowOptions
from app.desktop.picture import Picture
from app.desktop.rooms import DEMO, Rooms, read_target
from app.errors import SidestageError
from app.files import check_new_file
from app.session import Connect, Quit, Session
from app.settings import Choices
from app.signals import end_signals
from app.state.inspector import Inspector
from app.ui.look import choose
from app.ui.loop import WindowLoop
from app.ui.window import PREFERRED, MainWindow
from app.words import desktop as words


def show(options: WindowOptions) -> int:
    """Open the window and stay until it is closed.

    Raises:
        SidestageError: there is no display, or the picture could not be written.
        UsageError: the name cannot be one, or the picture's file may not be replaced.
    """
    if options.target:
        read_target(options.target)
    if options.screenshot is not None:
        check_new_file(options.screenshot, replace=options.force)
    _find_display(options.screenshot)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - there is no other kind here
    application.setApplicationName("Sidestage")
    application.setQuitOnLastWindowClosed(False)
    loop = WindowLoop(application)
    with loop:
        code: int = loop.run_until_complete(_run(options))
    return code


def follow_choices(rooms: Rooms, take: Callable[[Choices], None]) -> None:
    """Hand on what the user chose, now and whenever a choice changes.

    Raises:
        UsageError: a variable of the environment cannot be meant.
    """
    take(rooms.choices)
    rooms.store.listen(lambda _: take(rooms.choices))


def choose_look(choices: Choices) -> None:
    """Dress the program in the theme that was chosen."""
    choose(theme=choices.theme)


async def _run(options: WindowOptions) -> int:
    inspector = Inspector()
    rooms = Rooms(options, inspector)
    session = Session(rooms.open, inspector)
    rooms.notify = lambda notice: session.state.note(notice, session.now_ms())
    window = _open_window(rooms, session)
    if options.demo:
        _demo(rooms, session)
    elif options.target:
        session.request(Connect(options.target))
    picture = _plan_picture(options, window, session)
    try:
        await session.run()
    finally:
        window.close()
        rooms.close()
    if picture is not None:
        picture.check()
    return 0


def _open_window(rooms: Rooms, session: Session) -> MainWindow:
    follow_choices(rooms, choose_look)
    if rooms.store.notice:
        rooms.notify(rooms.store.notice)
    window = MainWindow(session, on_demo=lambda: _demo(rooms, session), keeper=rooms)
    follow_choices(rooms, window.prefer)
    _hear_outside(window, session)
    window.show()
    return window


def _hear_outside(window: MainWindow, session: Session) -> None:
    """Faults get their dialog; Ctrl+C, a polite kill and the end of the terminal close the window."""
    Faults(window).install(asyncio.get_running_loop())
    for number in end_signals(signal.SIGINT):
        signal.signal(number, lambda *_: session.request(Quit()))


def _plan_picture(options: WindowOptions, window: MainWindow, session: Session) -> Picture | None:
    if options.screenshot is None:
        return None
    if QApplication.platformName() == "offscreen":
        window.resize(PREFERRED)  # the screen of 800 x 800 that Qt makes up binds nobody
    picture = Picture(window, options.screenshot, lambda: session.request(Quit()))
    QTimer.singleShot(round(options.after * 1000), picture.take)
    return picture


def _demo(rooms: Rooms, session: Session) -> None:
    rooms.start_demo()
    session.request(Connect(DEMO))


def _find_display(screenshot: Path | None) -> None:
    """Qt ends the process when there is no display; say it in a sentence before that."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if screenshot is None:
        raise SidestageError(words.NO_DISPLAY, hint=words.PICTURE_INSTEAD)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
