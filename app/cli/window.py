"""`sidestage`: the window, on a loop that Qt and asyncio share."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.cli.access import VARIABLES, access_of
from app.cli.faults import Faults
from app.cli.files import check_new_file
from app.cli.log import LOG
from app.cli.options import Options
from app.cli.signals import end_signals
from app.cli.threads import run_in_thread
from app.connector.access import Access
from app.connector.endpoints import ENVIRONMENT, Endpoints
from app.errors import SidestageError
from app.session import Connect, Quit, Session, Source
from app.settings import (
    SECRETS,
    Settings,
    keep,
    load,
    remember_room,
    save_changes,
    secret,
    settings_file,
)
from app.state.inspector import Inspector
from app.ui.loop import WindowLoop
from app.ui.panes.connect.pane import ConnectBar
from app.ui.picture import save_picture
from app.ui.window import PREFERRED, MainWindow

if TYPE_CHECKING:  # what the first picture does not need is imported when it is
    from app.connector.live import LiveSource
    from app.connector.target import Target
    from app.sim import SimThread

DEMO = "demo"
DEMO_BATTLE_S, DEMO_FIRST_BATTLE_S = 40.0, 2.0
DEMO_RATE = 8.0


class Rooms:
    """Opens sources: real rooms at the given addresses, the demo's room at the built-in server.

    Args:
        options: of the command line.
        inspector: gets every message.

    Attributes:
        settings: what was chosen, by the newest that is known of the file.
        notify: gets sentences for the user; whoever shows them puts that here.
    """

    def __init__(self, options: Options, inspector: Inspector | None = None) -> None:
        self._options = options
        self.notify: Callable[[str], None] = LOG.warning
        self._is_unkept_told = False
        self._tap = inspector.take if inspector else None
        self._server: SimThread | None = None
        self._demo = Access()
        self.settings = load(settings_file())

    def open(self, target: str) -> Source:
        """A live source, through the very same connector for both. Real names are remembered."""
        from app.cli.unlocked import Unlocked  # noqa: PLC0415 - not for the first picture

        if self._server is not None and target == DEMO:
            return self._source(target, self._demo)
        followed = _target_of(target)
        notice = self._remember(followed.typed)
        choices = replace(self.settings, recent=[])
        return Unlocked(followed, choices, lambda known: self._opened(target, known), self._tell, notice)

    def _remember(self, name: str) -> str:
        """Keep a name for the next time. That it cannot be kept is no reason not to follow, but said once."""
        try:
            self.settings = remember_room(name, settings_file())
        except SidestageError as error:
            self.settings.remember(name)
            return "" if self._is_unkept_told else error.line
        return ""

    def _tell(self, notice: str) -> None:
        self._is_unkept_told = True
        self.notify(notice)

    def _opened(self, target: str, known: Callable[[str], str]) -> LiveSource:
        access = access_of(self._options.asked, os.environ, self.settings, known)
        return self._source(target, access, patient=True)

    def _source(self, target: str, access: Access, *, patient: bool = False) -> LiveSource:
        from app.connector.live import LiveSource  # noqa: PLC0415

        return LiveSource(target, access, patient=patient, tap=self._tap)

    @staticmethod
    def look(names: Iterable[str], then: Callable[[Mapping[str, bool]], None]) -> None:
        """Which secrets the keyring has; `then` is told, later."""
        asked = list(names)

        def not_found(error: Exception) -> None:
            LOG.warning("The keyring cannot be asked (%s).", type(error).__name__)
            then(dict.fromkeys(asked, False))

        run_in_thread(lambda: {name: bool(secret(name)) for name in asked}, then, not_found)

    def overruled(self) -> list[str]:
        """What was given by option or environment and so goes before the settings, in words."""
        known = {**VARIABLES, **ENVIRONMENT} | {name: variable for name, (variable, _) in SECRETS.items()}
        given = [
            name
            for name, variable in known.items()
            if name in self._options.asked or os.environ.get(variable)
        ]
        return [name.removesuffix("_s").replace("_", " ") for name in given]

    def keep(
        self, settings: Settings, secrets: Mapping[str, str], then: Callable[[SidestageError | None], None]
    ) -> None:
        """Keep what was chosen; `then` is told, later, whether it could be done."""
        before = self.settings

        def kept(written: Settings) -> None:
            self.settings = written
            then(None)

        def failed(error: Exception) -> None:
            then(error if isinstance(error, SidestageError) else _unexpected(error))

        run_in_thread(lambda: _written(before, settings, secrets), kept, failed)

    def start_demo(self) -> None:
        """Start the built-in server, once."""
        from app.sim import SimOptions, SimThread  # noqa: PLC0415

        if self._server is not None:
            return
        self._server = SimThread(
            SimOptions(
                name=DEMO,
                seed=self._options.seed,
                rate=self._options.rate or DEMO_RATE,
                battle_s=DEMO_BATTLE_S,
                first_battle_s=DEMO_FIRST_BATTLE_S,
            )
        )
        server = self._server.start()
        self._demo = Access(Endpoints(server.app_url, server.webcast_url, server.sign_url))

    def close(self) -> None:
        """Stop the built-in server, if it runs."""
        if self._server is not None:
            self._server.stop()


def _written(before: Settings, after: Settings, secrets: Mapping[str, str]) -> Settings:
    """Secrets into the keyring, then the rest into the file: a closed keyring leaves both as they were."""
    for name, value in secrets.items():
        keep(name, value)
    return save_changes(before, after, settings_file())


def _unexpected(error: Exception) -> SidestageError:
    LOG.error("Choices could not be kept.", exc_info=error)
    return SidestageError(f"The choices could not be kept ({type(error).__name__}).", hint="Try again.")


def show(options: Options) -> int:
    """Open the window and stay until it is closed.

    Raises:
        SidestageError: there is no display, or the picture could not be written.
        UsageError: the name cannot be one, or the picture's file may not be replaced.
    """
    if options.target:
        _target_of(options.target)
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


async def _run(options: Options) -> int:
    inspector = Inspector()
    rooms = Rooms(options, inspector)
    session = Session(rooms.open, inspector)
    rooms.notify = lambda words: session.state.note(words, session.now_ms())
    window = MainWindow(session, on_demo=lambda: _demo(rooms, session), keeper=rooms)
    _hear_outside(window, session)
    window.pane(ConnectBar).recall(rooms.settings.recent, fill=not (options.demo or options.target))
    window.show()
    if options.demo:
        _demo(rooms, session)
    elif options.target:
        session.request(Connect(options.target))
    picture = _planned(options, window, session)
    try:
        await session.run()
    finally:
        window.close()
        rooms.close()
    if picture is not None:
        picture.check()
    return 0


def _hear_outside(window: MainWindow, session: Session) -> None:
    """Faults get their dialog; Ctrl+C, a polite kill and the end of the terminal close the window."""
    Faults(window).install(asyncio.get_running_loop())
    for number in end_signals(signal.SIGINT):
        signal.signal(number, lambda *_: session.request(Quit()))


def _planned(options: Options, window: MainWindow, session: Session) -> Picture | None:
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


class Picture:
    """Takes the picture that was asked for, then asks to quit; a slot cannot raise, so `check` does."""

    def __init__(self, window: MainWindow, path: Path, then: Callable[[], None]) -> None:
        self._window = window
        self._path = path
        self._then = then
        self._failure: SidestageError | None = None

    def take(self) -> None:
        """Save the window as it is now."""
        try:
            save_picture(self._window, self._path)
        except SidestageError as error:
            self._failure = error
        self._then()

    def check(self) -> None:
        """Raise what went wrong while taking it."""
        if self._failure is not None:
            raise self._failure


def _target_of(typed: str) -> Target:
    from app.connector.target import target_of  # noqa: PLC0415 - not for the start page

    return target_of(typed)


def _find_display(screenshot: Path | None) -> None:
    """Qt ends the process when there is no display; say it in a sentence before that."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    if screenshot is None:
        hint = "For a picture of it: --screenshot FILE --after SECONDS."
        raise SidestageError("There is no display to open a window on.", hint=hint)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
