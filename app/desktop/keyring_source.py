"""A source whose keys lie in the system's keyring, which may ask its owner before it gives them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from typing import TYPE_CHECKING

from app.clock import REAL
from app.desktop.threads import await_in_thread
from app.errors import NoSuchUser, SidestageError
from app.events import Connecting, Disconnected, Event
from app.log import LOG
from app.protocol.visit import Visit
from app.settings import SECRETS, read_secret
from app.tiktok.target import Target
from app.words import desktop as words

if TYPE_CHECKING:
    from app.connector.live import LiveSource


class KeyringSource:
    """Asks the keyring first, beside the window's loop, and opens the source when it has answered.

    Args:
        target: whom it will follow.
        choices: what the user chose, which sources of the same room are compared by.
        open_source: makes the source, given what looks a secret up.
        notify: gets what the user should know, in a sentence, once somebody follows.
        notice: the first of these; empty for none.

    Attributes:
        forget: is called when nobody has the name that is followed.
    """

    def __init__(
        self,
        target: Target,
        choices: object,
        open_source: Callable[[Callable[[str], str]], LiveSource],
        notify: Callable[[str], None],
        notice: str = "",
    ) -> None:
        self._target = target
        self._open_source, self._notify, self._notice = open_source, notify, notice
        self.forget: Callable[[], object] | None = None
        self.choices = choices
        self.visit = Visit()
        self._source: LiveSource | None = None

    @property
    def name(self) -> str:
        """Whom it follows."""
        return self._target.spelling

    async def batches(self) -> AsyncGenerator[Iterable[Event], None]:
        """Those of the source; `Disconnected` alone when it makes no sense with what was chosen."""
        now_ms = REAL.now_ms()
        yield (Connecting(at_ms=now_ms, unique_id=self._target.unique_id, step=words.ASKING_KEYRING),)
        if self._notice:
            self._notify(self._notice)
        secrets = await self._read_secrets()
        try:
            source = self._open_source(secrets.__getitem__)
        except SidestageError as error:
            yield (Disconnected(at_ms=now_ms, reason=error.sentence, code=error.code, hint=error.hint),)
            return
        source.visit.resume(self.visit)
        self.visit, self._source = source.visit, source
        async with aclosing(source.batches()) as batches:
            async for batch in batches:
                if self.forget is not None and isinstance(source.failure, NoSuchUser):
                    self.forget()
                yield batch

    def wake(self) -> None:
        """The machine slept."""
        if self._source is not None:
            self._source.wake()

    async def _read_secrets(self) -> dict[str, str]:
        """All of them, empty where there is none; a keyring that breaks has none, and that is said."""
        try:
            return await await_in_thread(lambda: {name: read_secret(name) for name in SECRETS})
        except Exception as error:  # noqa: BLE001 - of somebody else's keyring, whatever it is
            LOG.warning("The keyring cannot be asked (%s).", type(error).__name__)
            self._notify(words.NO_KEYRING.fill(kind=type(error).__name__))
            return dict.fromkeys(SECRETS, "")
