"""Messages of the built-in server's script, from a process of its own: making them takes as long as reading.

`python -m app.bench.ui.script RATE BEGIN_MS` writes them without end, many at once, as `marshal` does:
method, payload, id.
"""

from __future__ import annotations

import marshal
import subprocess
import sys
from collections.abc import Generator
from itertools import islice

from app.protocol.message import Message
from app.sim import Script, SimOptions

AT_ONCE = 1_000


def read_script(rate: float, begin_ms: int) -> Generator[Message, None, None]:
    """Messages of a room that begins then, with so many a second by its own clock.

    The process ends with the generator.
    """
    line = [sys.executable, "-P", "-m", "app.bench.ui.script", str(rate), str(begin_ms)]
    with subprocess.Popen(line, stdout=subprocess.PIPE) as process:  # noqa: S603 - ourselves
        assert process.stdout  # noqa: S101 - a pipe
        try:
            while True:
                for method, payload, msg_id in marshal.load(process.stdout):  # noqa: S302 - our own child's
                    yield Message(method, payload, msg_id)
        finally:
            process.kill()


def main(rate: str, begin_ms: str) -> None:
    """Write until nobody reads."""
    script = iter(Script(SimOptions("memory", rate=float(rate)), int(begin_ms)))
    while True:
        made = [(one.method, one.wire.payload, one.msg_id) for one in islice(script, AT_ONCE)]
        marshal.dump(made, sys.stdout.buffer)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BrokenPipeError:
        sys.exit()
