"""The inspector's memory: every event as it came, with the message it was made from."""

from __future__ import annotations

import base64
from collections import deque
from typing import TYPE_CHECKING

from app.events.decode.method_names import name_method
from app.events.describe.as_json import to_json
from app.events.describe.json_text import dump_json
from app.events.describe.summary import write_summary
from app.events.types.status import Other
from app.frozen import value

if TYPE_CHECKING:
    from app.events import Event
    from app.events.describe.tree import Node
    from app.protocol.message import Message

KEPT = 2_000
HELD = 10_000  # messages of a batch that are not decoded yet
BYTES_PER_LINE = 16


@value
class Sighting:
    """An event that came by.

    Attributes:
        seq: its number, from 1.
        at_ms: when it came, our clock, ms since 1970.
        event: what it says.
        message: what it was made from; None for events of our own and those that came decoded.
    """

    seq: int
    at_ms: int
    event: Event
    message: Message | None = None

    @property
    def name(self) -> str:
        """`type` in JSON; for `other` the method's own name."""
        return self.event.name if isinstance(self.event, Other) else self.event.type

    @property
    def source(self) -> str:
        """Short name of the method, empty for events of our own."""
        return name_method(self.event.method) if self.event.method else ""

    @property
    def summary(self) -> str:
        """What happened, in one line."""
        return write_summary(self.event)

    @property
    def size(self) -> int:
        """Bytes of the message's body."""
        return len(self.message.payload) if self.message else 0

    def write_json(self) -> str:
        """The event as JSON, for people."""
        return dump_json(to_json(self.event), indent=2)

    def list_nodes(self) -> tuple[Node, ...]:
        """All fields of the message; nothing where there is none."""
        from app.events.describe.tree import read_tree  # noqa: PLC0415 - needs the decoders, which a first picture does not

        return read_tree(self.message) if self.message else ()

    def write_hex(self) -> str:
        """The body, 16 bytes a line: place, bytes, and what is readable of them."""
        return "\n".join(_list_hex_lines(self.message.payload)) if self.message else ""

    def write_base64(self) -> str:
        """The body in base64."""
        return base64.b64encode(self.message.payload).decode() if self.message else ""


class Inspector:
    """Remembers while it is open, and costs a comparison while it is not."""

    def __init__(self, kept: int = KEPT) -> None:
        self._seen: deque[Sighting] = deque(maxlen=kept)
        self._held: deque[Message] = deque(maxlen=HELD)
        self.is_open = False
        self.newest = 0

    def open(self) -> None:
        """Begin to remember."""
        self.is_open = True

    def close(self) -> None:
        """Stop, and forget."""
        self.is_open = False
        self._seen.clear()
        self._held.clear()

    def take(self, message: Message) -> None:
        """A message is about to be decoded; its event comes after those of the messages before it."""
        if self.is_open:
            self._held.append(message)

    def note(self, event: Event, now_ms: int) -> None:
        """An event came by."""
        if not self.is_open:
            return
        self.newest += 1
        self._seen.append(Sighting(self.newest, now_ms, event, self._find_message(event)))

    def since(self, seq: int) -> list[Sighting]:
        """What came after number `seq`, oldest first, as far as it is remembered."""
        missing = self.newest - max(seq, self.newest - len(self._seen))
        return list(self._seen)[len(self._seen) - missing :] if missing else []

    def _find_message(self, event: Event) -> Message | None:
        """Messages and their events come in the same order; a message whose event never came is skipped."""
        if not event.method:
            return None
        while self._held:
            message = self._held.popleft()
            if message.method == event.method and message.msg_id in (0, event.msg_id):
                return message
        return None


def _list_hex_lines(data: bytes) -> list[str]:
    width = 3 * BYTES_PER_LINE - 1
    starts = range(0, len(data), BYTES_PER_LINE)
    return [_write_hex_line(at, data[at : at + BYTES_PER_LINE], width) for at in starts]


def _write_hex_line(at: int, row: bytes, width: int) -> str:
    readable = "".join(chr(one) if 32 <= one < 127 else "·" for one in row)  # noqa: PLR2004 - ASCII
    return f"{at:05x}  {row.hex(' '):<{width}}  {readable}"
