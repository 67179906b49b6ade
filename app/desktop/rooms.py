"""The rooms that the window can open: real ones and the demo's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from app.access import Access
from app.access.choices import make_access
from app.access.endpoints import Endpoints
from app.desktop.options import WindowOptions
from app.desktop.threads import run_in_thread
from app.desktop.trials import Trials
from app.errors import SidestageError
from app.events import Disconnected, Event
from app.log import LOG
from app.record.last_minute import LastMinute
from app.session import Source
from app.settings import (
    CONNECTING,
    WAYS,
    Change,
    Choices,
    Store,
    find_overruled,
    find_settings_file,
    put_first,
    read_choices,
    read_secret,
    store_secret,
    take_out,
)
from app.state.inspector import Inspector
from app.words import desktop as words

if TYPE_CHECKING:  # what the first picture does not need is imported when it is
    from app.connector.live import LiveSource
    from app.protocol.message import Message
    from app.sim import SimThread
    from app.tiktok.target import Target

DEMO = "demo"
DEMO_BATTLE_S, DEMO_FIRST_BATTLE_S = 40.0, 2.0
DEMO_RATE = 8.0
ANYBODY = "anybody"  # for ways that follow whom their program follows
WRITE_S = 3.0  # a settings file is written in much less, unless its disk is in trouble


class Rooms:
    """Opens sources: real rooms at the given addresses, the demo's room at the built-in server.

    Args:
        options: of the command line.
        inspector: gets every message.

    Attributes:
        store: what was chosen, by the newest that is known of the file.
        recent: names that were followed, the last one first.
        access: how the room that was opened last is got into.
        notify: gets sentences for the user; whoever shows them puts that here.
        trials: tries ways in.
        last_minute: the messages that came last.
    """

    def __init__(self, options: WindowOptions, inspector: Inspector | None = None) -> None:
        self._options = options
        self.notify: Callable[[str], None] = LOG.warning
        self._has_told_unkept = False
        self._inspector, self.last_minute = inspector, LastMinute()
        self._server: SimThread | None = None
        self._writer: Thread | None = None
        self._demo = self.access = Access()
        self.trials = Trials()
        self.store = Store(find_settings_file())
        self.recent: tuple[str, ...] = self.kept.get("recent", ())

    @property
    def kept(self) -> Mapping[str, Any]:
        """What was chosen, by option."""
        return self.store.values

    @property
    def choices(self) -> Choices:
        """What holds, without secrets: flags, then variables, then what was kept.

        Raises:
            UsageError: a variable of the environment cannot be meant.
        """
        return read_choices(self._options.asked, os.environ, self.kept)

    def open(self, target: str) -> Source:
        """A live source, through the very same connector for both. Real names are remembered.

        One that is new and that nobody has, as TikTok says, was mistyped, and is forgotten.
        """
        from app.desktop.keyring_source import KeyringSource  # noqa: PLC0415 - not for the first picture

        if self._server is not None and target == DEMO:
            return self._make_source(target, self._demo)
        followed = read_target(target)
        name = followed.spelling
        is_new = name.lower() not in map(str.lower, self.recent)
        notice = self._change_recent(put_first(name))
        choices = {name: value for name, value in self.kept.items() if name in CONNECTING}
        source = KeyringSource(
            followed, choices, lambda find: self._open_real(target, find), self._tell, notice
        )
        source.forget = partial(self._change_recent, take_out(name)) if is_new else None
        return source

    def try_way(self, name: str, hear: Callable[[Event], None]) -> None:
        """Try the way in that is chosen, through the same connector; whoever is followed stays so."""
        from app.desktop.keyring_source import KeyringSource  # noqa: PLC0415 - not for the first picture

        whom = name if WAYS[self.choices.way].is_by_name else ANYBODY

        def open_source(find_secret: Callable[[str], str]) -> LiveSource:
            from app.connector.live import LiveSource  # noqa: PLC0415

            return LiveSource(whom, self._make_access(find_secret))

        try:
            source = KeyringSource(read_target(whom), None, open_source, self.notify)
        except SidestageError as error:
            hear(Disconnected(reason=error.sentence, code=error.code, hint=error.hint))
        else:
            self.trials.begin(source, hear)

    def stop_trying(self) -> None:
        """Give up what is being tried."""
        self.trials.stop()

    def _change_recent(self, change: Change) -> str:
        """Keep names for the next time. That this cannot be is no reason not to follow, but said once."""
        try:
            self.recent = self.store.change({"recent": change}).get("recent", ())
        except SidestageError as error:
            self.recent = change(self.recent) or ()
            return "" if self._has_told_unkept else error.line
        return ""

    def _tell(self, notice: str) -> None:
        self._has_told_unkept = True
        self.notify(notice)

    def _open_real(self, target: str, find_secret: Callable[[str], str]) -> LiveSource:
        return self._make_source(target, self._make_access(find_secret), patient=True)

    def _make_access(self, find_secret: Callable[[str], str]) -> Access:
        return make_access(self._options.asked, os.environ, self.kept, find_secret)

    def _make_source(self, target: str, access: Access, *, patient: bool = False) -> LiveSource:
        from app.connector.live import LiveSource  # noqa: PLC0415

        self.access = access
        return LiveSource(target, access, patient=patient, tap=self._tap)

    def _tap(self, message: Message) -> None:
        """A message is about to be decoded."""
        self.last_minute.take(message)
        if self._inspector is not None:
            self._inspector.take(message)

    @staticmethod
    def look(names: Iterable[str], then: Callable[[Mapping[str, bool]], None]) -> None:
        """Which secrets the keyring has; `then` is told, later."""
        wanted = list(names)

        def fail(error: Exception) -> None:
            LOG.warning("The keyring cannot be asked (%s).", type(error).__name__)
            then(dict.fromkeys(wanted, False))

        run_in_thread(lambda: {name: bool(read_secret(name)) for name in wanted}, then, fail)

    def find_rulers(self) -> Mapping[str, str]:
        """By option the flag or variable that goes before the settings."""
        flags = self._options.asked
        return {
            option.name: option.flag if flags.get(option.name) is not None else option.variable
            for option in find_overruled(flags, os.environ)
        }

    def keep(
        self,
        changes: Mapping[str, Any | Change | None],
        secrets: Mapping[str, str],
        then: Callable[[SidestageError | None], None],
    ) -> None:
        """Keep what was chosen, in the order of the calls; `then` is told, later, whether that went well."""
        before = self._writer

        def fail(error: Exception) -> None:
            then(error if isinstance(error, SidestageError) else _make_unexpected_error(error))

        def write() -> None:
            """Secrets into the keyring first: a closed one leaves both as they were."""
            if before is not None:
                before.join()
            for name, value in secrets.items():
                store_secret(name, value)
            self.store.write(changes)

        def finish(_: None) -> None:
            self.store.read()
            then(None)

        thread = run_in_thread(write, finish, fail)
        if not secrets:  # a keyring may be waited for without end
            self._writer = thread

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

    async def close(self) -> None:
        """Give up a trial, wait for what is being kept, and stop the built-in server, if it runs."""
        await self.trials.close()
        if self._writer is not None:
            self._writer.join(WRITE_S)
        if self._server is not None:
            self._server.stop()


def _make_unexpected_error(error: Exception) -> SidestageError:
    LOG.error("Choices could not be kept.", exc_info=error)
    return SidestageError(words.CHOICES_NOT_KEPT.fill(kind=type(error).__name__), hint=words.TRY_AGAIN)


def find_linked_name(text: str) -> str:
    """Whom a link from outside names, as it would be typed.

    Raises:
        UsageError: it is none, or leads to no room.
    """
    from app.tiktok.target import parse_link  # noqa: PLC0415 - not for the start page

    return parse_link(text).spelling


def is_own_link(text: str) -> bool:
    """Whether the system opened the program with it."""
    from app.tiktok import target  # noqa: PLC0415 - not for the start page

    return target.is_own_link(text)


def read_target(typed: str) -> Target:
    """Whom a name, address or number means."""
    from app.tiktok.target import parse_target  # noqa: PLC0415 - not for the start page

    return parse_target(typed)
