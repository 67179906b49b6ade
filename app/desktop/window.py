"""`sidestage`: the window, on a loop that Qt and asyncio share."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.awake import Awake
from app.desktop.care import Care
from app.desktop.faults import Faults
from app.desktop.garbage import Collector
from app.desktop.language import follow_system_language, speak_language
from app.desktop.meeting import can_meet, name_meeting
from app.desktop.options import WindowOptions
from app.desktop.picture import PictureTaker
from app.desktop.pictures import PictureDesk
from app.desktop.rooms import DEMO, Rooms, find_linked_name, is_own_link, read_target
from app.desktop.sleep import SleepWatch
from app.errors import SidestageError
from app.files import check_new_file
from app.session import Connect, Quit, Session, Wake
from app.settings import Choices, find_settings_file, read_language
from app.signals import end_signals
from app.state.inspector import Inspector
from app.ui.look import Application, change_look, make_application
from app.ui.loop import WindowLoop
from app.ui.lull import Lull
from app.ui.name_box import write_followed_name
from app.ui.title import ON_AIR
from app.ui.visiting import Visits
from app.ui.window import PREFERRED, MainWindow
from app.ui.wishes import FollowLink
from app.words import desktop as words

if TYPE_CHECKING:
    from app.desktop.scenes.table import Scene
    from app.ui.feed import Desk

LISTEN_MS = 300  # after the first picture
PICTURE_S = 5.0  # after the start, while nobody says when


def show_window(options: WindowOptions) -> int:
    """Open the window and stay until it is closed.

    Raises:
        SidestageError: there is no display, or the picture could not be written.
        UsageError: the name cannot be one, or the picture's file may not be replaced.
    """
    if options.target and not is_own_link(options.target):  # who clicked one sees no terminal
        read_target(options.target)
    scene = _find_scene(options.scene)
    if options.screenshot is not None:
        check_new_file(options.screenshot, replace=options.force)
    _find_display(options.screenshot)
    application = QApplication.instance() or make_application(*sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - there is no other kind here
    application.setApplicationName("Sidestage")
    application.setQuitOnLastWindowClosed(False)
    if not (options.asked.get("language") or read_language()):
        follow_system_language()
    speak_language(application)
    if _is_handed_over(options):
        return 0
    loop, _collector = WindowLoop(application), Collector(application)
    with loop:
        work = _run_scene(options, scene) if scene else _run(options, loop.lull)
        code: int = loop.run_until_complete(work)
    return code


def follow_choices(rooms: Rooms, take: Callable[[Choices], None]) -> None:
    """Hand on what the user chose, now and whenever a choice changes.

    Raises:
        UsageError: a variable of the environment cannot be meant.
    """
    take(rooms.choices)
    rooms.store.listen(lambda _: take(rooms.choices))


class LookFollower:
    """Dresses the program in the theme and at the scale that are chosen.

    What did not change is left alone: keys may have made everything larger than a flag says.
    """

    def __init__(self) -> None:
        self._before: dict[str, Any] = {}

    def take(self, choices: Choices) -> None:
        """Take what the user chose."""
        look: dict[str, Any] = {"theme": choices.theme, "scale": choices.scale}
        changed = {name: one for name, one in look.items() if self._before.get(name) != one}
        self._before = look
        change_look(**changed)


async def _run(options: WindowOptions, lull: Lull) -> int:
    inspector = Inspector()
    rooms = Rooms(options, inspector)
    session = Session(rooms.open, inspector)
    rooms.notify = lambda notice: session.state.note(notice, session.now_ms())
    pictures = PictureDesk(lambda: rooms.access)
    window = _open_window(options, rooms, session, pictures)
    window.feed.rested.connect(lull.rest)
    awake, care = stay_awake(window, rooms), Care(window, rooms, session)
    care.begin()
    _begin(options, rooms, session)
    picture = _plan_picture(options, window, session)
    try:
        await session.run()
    finally:
        window.finish()
        awake.finish()
        await pictures.close()
        await rooms.close()
    care.end()
    return _check_picture(picture)


def _begin(options: WindowOptions, rooms: Rooms, session: Session) -> None:
    """Follow whom the command line names."""
    if options.demo:
        _make_demo(rooms, session)
    elif options.target:
        session.request(Connect(options.target))


async def _run_scene(options: WindowOptions, scene: Scene) -> int:
    from app.desktop.scenes.opening import SETTLED_S, open_scene, play_soon  # noqa: PLC0415 - rare

    stage, window = open_scene(scene, options.asked, options.size, LookFollower().take)
    Faults(window, close_pane=window.remaking.close_culprit).install(asyncio.get_running_loop())
    _hear_signals(stage)
    picture = _make_picture(options, window, stage)
    play_soon(scene, window, lambda: picture.plan(options.after or SETTLED_S) if picture else None)
    try:
        await stage.run()
    finally:
        window.finish()
    return _check_picture(picture)


def _find_scene(name: str) -> Scene | None:
    if not name:
        return None
    from app.desktop.scenes.table import find_scene  # noqa: PLC0415 - for scenes only

    return find_scene(name)


def _open_window(options: WindowOptions, rooms: Rooms, session: Session, pictures: PictureDesk) -> MainWindow:
    follow_choices(rooms, LookFollower().take)
    if rooms.store.notice:
        rooms.notify(rooms.store.notice)
    window = MainWindow(
        session, on_demo=lambda: _make_demo(rooms, session), keeper=rooms, supply=pictures, is_whole=False
    )
    _take_links(window, session)
    follow_choices(rooms, pictures.prefer)
    follow_choices(rooms, window.prefer)
    if options.screenshot is None:
        window.restore(rooms.choices)
        QTimer.singleShot(LISTEN_MS, window, lambda: _listen(window, rooms, session))
    _hear_signals(session)
    SleepWatch(lambda: session.request(Wake()), window)
    window.show()
    if options.size is not None:
        window.resize(QSize(*options.size))
    elif options.screenshot is not None and QApplication.platformName() == "offscreen":
        window.resize(PREFERRED)  # the screen of 800 x 800 that Qt makes up binds nobody
    return window


def _is_handed_over(options: WindowOptions) -> bool:
    """Whether a window that is open already took this start; one with flags needs a window of its own."""
    name = name_meeting(find_settings_file())
    if options.screenshot is not None or options.asked or options.scene or not can_meet(name):
        return False
    from app.desktop.instance import Start, hand_over  # noqa: PLC0415 - not for the first picture

    return hand_over(Start(_spell(options.target), options.demo), name)


def _spell(target: str) -> str:
    """Whom a start is for, as a link names it; what is no name is for the first window to refuse."""
    return target if not target or is_own_link(target) else write_followed_name(read_target(target).spelling)


def _listen(window: MainWindow, rooms: Rooms, session: Session) -> None:
    """Take what later starts are asked for."""
    from app.desktop.instance import Instance, Start  # noqa: PLC0415 - not for the first picture

    def take(start: Start) -> None:
        if start.is_demo:
            _make_demo(rooms, session)
        elif start.target:
            window.grants.grant(FollowLink(start.target))
        window.come_forward()

    Instance(name_meeting(find_settings_file()), take, window)


def stay_awake(window: MainWindow, rooms: Rooms) -> Awake:
    """Keep the system awake while a room is on air, if that is wished for."""
    awake = Awake()
    follow_choices(rooms, awake.take)
    window.feed.channels[ON_AIR].frames.connect(awake.present)
    return awake


def _take_links(window: MainWindow, session: Session) -> None:
    """Those that are dropped and pasted, and those that macOS hands to the program that runs."""
    Visits(window, session, window.grants, find_linked_name)
    application = QApplication.instance()
    if isinstance(application, Application):

        def take(link: str) -> None:
            window.come_forward()
            window.grants.grant(FollowLink(link))

        application.link_came.connect(take)


def _hear_signals(session: Desk) -> None:
    """Ctrl+C, a polite kill and the end of the terminal close the window."""
    for number in end_signals(signal.SIGINT):
        signal.signal(number, lambda *_: session.request(Quit()))


def _plan_picture(options: WindowOptions, window: MainWindow, session: Desk) -> PictureTaker | None:
    picture = _make_picture(options, window, session)
    if picture is not None:
        picture.plan(options.after or PICTURE_S)
    return picture


def _check_picture(picture: PictureTaker | None) -> int:
    """The exit code: a picture that could not be made raises."""
    if picture is not None:
        picture.check()
    return 0


def _make_picture(options: WindowOptions, window: MainWindow, session: Desk) -> PictureTaker | None:
    if options.screenshot is None:
        return None
    return PictureTaker(window, options.screenshot, lambda: session.request(Quit()))


def _make_demo(rooms: Rooms, session: Session) -> None:
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
