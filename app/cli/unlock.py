"""Secrets for commands that cannot wait for ever: a keyring may ask its owner, and may never answer."""

from __future__ import annotations

import os
import queue
import threading
import time

from app.cli.output import tell
from app.errors import SidestageError
from app.settings import SECRETS, read_secret

PATIENCE_S = 60.0  # as long as somebody may look for a password
STEP_S = 0.2  # Ctrl+C is heard between two of these on every system
NOTICE_S = 3.0


def read_secrets(limit_s: float | None = None) -> dict[str, str]:
    """Every secret by name, from the keyring where the environment leaves it open; empty when nobody has it.

    Args:
        limit_s: how long the whole command may take. Without one a keyring that says nothing for a minute
            counts as closed.

    Raises:
        SidestageError: the time is over and the keyring has not answered.
    """
    found = {name: os.environ.get(option.variable, "") for name, option in SECRETS.items()}
    missing = [name for name, value in found.items() if not value]
    answers: queue.SimpleQueue[dict[str, str]] = queue.SimpleQueue()
    asking = threading.Thread(
        target=lambda: answers.put({name: read_secret(name) for name in missing}),
        name="sidestage-keyring", daemon=True,
    )  # fmt: skip
    asking.start()
    _wait(asking, min(limit_s or PATIENCE_S, PATIENCE_S))
    if not answers.empty():
        return found | answers.get()
    if limit_s is not None and limit_s < PATIENCE_S:
        hint = f"Unlock it, or set {SECRETS[missing[0]].variable} and the others in the environment."
        raise SidestageError(f"The system's keyring did not answer within {limit_s:g} seconds.", hint=hint)
    tell("sidestage: The system's keyring does not answer; without its keys.")
    return found


def _wait(asking: threading.Thread, limit_s: float) -> None:
    """Until it has an answer or the time is over; after a moment the user hears what is waited for."""
    began_s = time.monotonic()
    is_told = False
    while asking.is_alive() and (waited_s := time.monotonic() - began_s) < limit_s:
        if waited_s >= NOTICE_S and not is_told:
            is_told = True
            tell("sidestage: Waiting for the system's keyring …")
        asking.join(min(STEP_S, limit_s - waited_s))
