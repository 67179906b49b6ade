"""Every fault, played once for all tests that look at it."""

from contextlib import suppress
from functools import cache
from typing import NamedTuple

from rooms import followed, run, server

from app import events as ev
from app.sim.faults.frames import send_plainly
from app.sim.faults.table import FAULTS

AT_THE_SOCKET = [name for name, fault in FAULTS.items() if fault.spoil is not send_plainly]
# These strike once; the others always do.
ONCE = frozenset(("stalled", "dropped", "close_frame", "new_room", "gzip_bomb", "big_frame", "burst_close"))
SILENT = {"rate": 10, "end_after_s": 90.0}  # long enough to be found silent
TROUBLE = ev.Reconnecting | ev.Disconnected


class Told(Exception):
    """An event that ends the watching."""


class Play(NamedTuple):
    """What a patient source saw: at an open socket everything, else up to the first trouble."""

    room: object
    seen: list

    @property
    def trouble(self):
        """The first thing that was in the way, else how it ended."""
        return next(event for event in self.seen if isinstance(event, TROUBLE))

    @property
    def codes(self):
        return [event.code for event in self.seen if isinstance(event, ev.Reconnecting)]


@cache
def play_of(fault):
    """A fault of the built-in server, as the real connector sees it."""
    seen, to_the_end = [], fault in AT_THE_SOCKET

    async def note(event):
        seen.append(event)
        if isinstance(event, TROUBLE) and not to_the_end:
            raise Told

    options = SILENT if fault == "stalled" else {"end_after_s": 6.0 if to_the_end else 0.5}
    room = server(fault=fault, fault_times=1 if fault in ONCE else None, **options)
    with suppress(Told):
        run(followed(room, on_event=note, patient=True, keep=False, access={"way": FAULTS[fault].way}))
    return Play(room, seen)
