"""Which keys may be chosen for what: none that does something else already, none that types a letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtGui import QKeySequence

from app.errors import UsageError
from app.log import LOG
from app.ui.actions import ACTIONS, INSPECTOR, Action
from app.ui.keys import use_keys
from app.words import keys as words

Table = Mapping[str, tuple[str, ...]]
BY_NAME = {row.name: row for row in ACTIONS}


def choose_keys(chosen: Mapping[str, Any] | None) -> None:
    """Have what was chosen hold; what cannot be is passed over, and the log says why."""
    table, refusals = read_keys(chosen)
    for refusal in refusals:
        LOG.warning("%s", refusal)
    use_keys(table)


def read_keys(chosen: Mapping[str, Any] | None) -> tuple[Table, list[str]]:
    """What of the choices can be, and a sentence for each that cannot."""
    chosen = chosen or {}
    table = {name: tuple(keys) for name, keys in chosen.items() if name in BY_NAME}
    refusals: list[str] = [words.NO_ACTION.fill(name=name) for name in chosen if name not in BY_NAME]
    while refusal := _find_refusal(table):
        name, sentence = refusal
        del table[name]  # its usual keys may be another's now, so that all are looked at again
        refusals.append(sentence)
    return table, refusals


def _find_refusal(table: Table) -> tuple[str, str] | None:
    """The first action whose keys cannot be, and why."""
    for name, keys in table.items():
        try:
            check_keys(BY_NAME[name], keys, table)
        except UsageError as error:
            return name, error.line
    return None


def check_keys(row: Action, keys: Iterable[str], table: Table) -> None:
    """Refuse keys that cannot be those of an action.

    Args:
        row: the action.
        keys: as Qt writes them.
        table: what was chosen for others.

    Raises:
        UsageError: says what is wrong; names the other action.
    """
    for one in keys:
        if QKeySequence(one).toString() != one:
            raise UsageError(words.NO_KEYS.fill(keys=one))
        if len(one.removeprefix("Shift+")) == 1 and one not in row.keys:  # lists without a field have such
            raise UsageError(words.TYPES_A_LETTER.fill(keys=one))
        for other in ACTIONS:
            if other.name != row.name and _can_meet(row, other) and one in table.get(other.name, other.keys):
                raise UsageError(words.TAKEN.fill(keys=one, action=other.words))


def _can_meet(one: Action, other: Action) -> bool:
    """Whether keys of both hold at the same time: those of the first window hold in windows of panes, too."""
    if one.is_local and other.is_local and one.pane != other.pane:
        return False
    return (one.window == INSPECTOR) == (other.window == INSPECTOR)
