"""Puts the parts together and gives the exit code."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence

from app.cli.options import Options, parsed
from app.errors import SidestageError, UsageError

USAGE, FAILURE, INTERRUPTED = 2, 1, 130
READERS = ("info", "gifts", "video")  # ask TikTok's web, whatever the way in


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line: 0 done, 2 bad input, 1 any other failure. Never a traceback."""
    try:
        options = parsed(arguments)
        return COMMANDS[options.command](options)
    except UsageError as error:
        return _said(error, USAGE)
    except SidestageError as error:
        return _said(error, FAILURE, reads=arguments[0] in READERS if arguments else False)
    except BrokenPipeError:
        _leave_pipe()
        return 0
    except OSError as error:
        return _said(SidestageError(_of_file(error)), FAILURE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _of_file(error: OSError) -> str:
    """What the system says, with the name of the file."""
    return ": ".join(str(part) for part in (error.filename, error.strerror or error) if part) + "."


def _said(error: SidestageError, code: int, *, reads: bool = False) -> int:
    from app.connector.advice import WAY, advice  # noqa: PLC0415

    helps = advice(error.code)
    command = "" if reads and helps is WAY else helps.command
    if sys.stderr is not None:
        sys.stderr.write(f"sidestage: {error.line} {command}".rstrip() + "\n")
    return code


def _leave_pipe() -> None:
    """The reader of our output has left; keep Python from writing to it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _window(options: Options) -> int:
    from app.cli.window import show  # noqa: PLC0415 - Qt takes 0.3 s that no other command needs

    return show(options)


def _tail(options: Options) -> int:
    from app.cli.tail import tail_until_killed  # noqa: PLC0415

    return asyncio.run(tail_until_killed(options))


def _info(options: Options) -> int:
    from app.cli.info import info  # noqa: PLC0415

    return asyncio.run(info(options))


def _gifts(options: Options) -> int:
    from app.cli.gifts import gifts  # noqa: PLC0415

    return asyncio.run(gifts(options))


def _video(options: Options) -> int:
    from app.cli.video import video  # noqa: PLC0415

    return asyncio.run(video(options))


def _decode(options: Options) -> int:
    from app.cli.decode import decode_file  # noqa: PLC0415

    return decode_file(options.target, with_message=options.message)


def _events(options: Options) -> int:
    from app.cli.events import events  # noqa: PLC0415

    return events(options)


def _sim(options: Options) -> int:
    from app.cli.sim import simulate  # noqa: PLC0415

    return asyncio.run(simulate(options))


def _keys(options: Options) -> int:
    from app.cli.keys import keys  # noqa: PLC0415

    return keys(options)


def _bench(options: Options) -> int:
    from app.cli.bench import bench  # noqa: PLC0415

    return bench(options)


COMMANDS: dict[str, Callable[[Options], int]] = {
    "window": _window,
    "tail": _tail,
    "info": _info,
    "gifts": _gifts,
    "video": _video,
    "decode": _decode,
    "events": _events,
    "sim": _sim,
    "keys": _keys,
    "bench": _bench,
}
