"""What the user can change when the way in fails, in words. Which of it helps stands on the error's class."""

from __future__ import annotations

from typing import NamedTuple

from app.errors import Help, kind_of_code
from app.errors import bridges as _managed  # so that their codes are known
from app.errors import reading as _read
from app.words import advice as words

__all__ = ["ADVICE", "NOTHING", "WAY", "Advice", "find_advice"]
LOADED = (_managed, _read)


class Advice(NamedTuple):
    """Something to change.

    Attributes:
        place: what it is called in the window's dialog.
        command: where it is on the command line, a sentence.
    """

    place: str
    command: str


NOTHING = Advice("", "")
WAY = Advice(words.WAY_PLACE, words.WAY_COMMAND)
ADVICE: dict[Help, Advice] = {
    "way": WAY,
    "key": Advice(words.KEY_PLACE, words.KEY_COMMAND),
    "log_in": Advice(words.LOG_IN_PLACE, words.LOG_IN_COMMAND),
    "proxy": Advice(words.PROXY_PLACE, words.PROXY_COMMAND),
    "nothing": NOTHING,
}


def find_advice(code: str) -> Advice:
    """What may help against a failure, `NOTHING` when its class says that nothing does."""
    return ADVICE[kind_of_code(code).helps]
