"""What the user can change when the way in fails, in words. Which of it helps stands on the error's class."""

from __future__ import annotations

from typing import NamedTuple

from app.errors import Help, find_kind
from app.errors import bridges as _managed  # so that their codes are known
from app.errors import reading as _read
from app.words import advice as words

__all__ = ["ADVICE", "NOTHING", "WAY", "Advice", "find_advice"]
LOADED = (_managed, _read)


class Advice(NamedTuple):
    """Something to change.

    Attributes:
        subject: what it is; the window has a button for each.
        command: where it is on the command line, a sentence.
    """

    subject: Help
    command: str


NOTHING = Advice("nothing", "")
WAY = Advice("way", words.WAY_COMMAND)
ADVICE: dict[Help, Advice] = {
    "way": WAY,
    "key": Advice("key", words.KEY_COMMAND),
    "log_in": Advice("log_in", words.LOG_IN_COMMAND),
    "proxy": Advice("proxy", words.PROXY_COMMAND),
    "name": Advice("name", ""),
    "nothing": NOTHING,
}


def find_advice(code: str) -> Advice:
    """What may help against a failure, `NOTHING` when its class says that nothing does."""
    return ADVICE[find_kind(code).helps]
