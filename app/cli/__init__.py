"""Puts the parts together and gives the exit code."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import partial

from app.cli.native import has_reader, tell_natively
from app.cli.options import Options, parse_options
from app.cli.output import ReaderGone, flush_output, open_standard_streams, put, warn
from app.errors import SidestageError, UsageError
from app.log import LOG, open_log, shorten_warnings
from app.settings import read_language
from app.words import choose_language
from app.words import commands as words
from app.words.lists import BESIDE, join_texts

USAGE, FAILURE, INTERRUPTED = 2, 1, 130
READERS = ("info", "gifts", "video")  # ask TikTok's web, whatever the way in
LIST = "LIST"  # instead of the name of a scene
DEBUG = "SIDESTAGE_DEBUG"


def run_command(arguments: Sequence[str]) -> int:
    """Carry out one command line: 0 done, 2 bad input, 1 any other failure. Never a traceback.

    With SIDESTAGE_DEBUG set a fault of our own is printed with its traceback, too.
    """
    reads = bool(arguments) and arguments[0] in READERS
    is_heard = has_reader(sys.stderr) or _is_no_window(arguments)
    if not os.environ.get(DEBUG):
        shorten_warnings()
    with open_standard_streams():
        code = _find_exit_code(lambda: _carry_out(arguments), reads=reads, is_heard=is_heard)
        return _find_exit_code(flush_output, reads=reads) or code


def _carry_out(arguments: Sequence[str]) -> int:
    choose_language(read_language())
    options = parse_options(arguments)
    if language := options.asked.get("language"):
        choose_language(language)
    return COMMANDS[options.command](options)


def _is_no_window(arguments: Sequence[str]) -> bool:
    """Whether it is a command of which people who start programs by a click know nothing."""
    return bool(arguments) and arguments[0] in COMMANDS and arguments[0] != "window"


def _find_exit_code(work: Callable[[], int | None], *, reads: bool, is_heard: bool = True) -> int:
    """What came of it as a number, said in a sentence where it is a failure."""
    say = partial(_say, is_heard=is_heard)
    try:
        return work() or 0
    except SystemExit as left:  # --help and --version
        return left.code if isinstance(left.code, int) else 0
    except UsageError as error:
        return say(error, USAGE)
    except SidestageError as error:
        return say(error, FAILURE, reads=reads)
    except ReaderGone:
        return 0
    except OSError as error:
        return say(SidestageError(_describe_file_error(error)), FAILURE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of our own, of whatever kind, is one sentence
        return say(_make_fault_error(error), FAILURE)


def _describe_file_error(error: OSError) -> str:
    """What the system says, with the name of the file."""
    reason = error.strerror or f"{error}"
    return words.FILE_REFUSED.fill(file=error.filename, reason=reason) if error.filename else f"{reason}."


def _say(error: SidestageError, code: int, *, reads: bool = False, is_heard: bool = True) -> int:
    from app.access.advice import WAY, find_advice  # noqa: PLC0415

    helps = find_advice(error.code)
    command = "" if reads and helps is WAY else helps.command
    sentence = join_texts(BESIDE, error.line, command)
    warn(sentence)
    if not is_heard:
        tell_natively(sentence)
    return code


def _make_fault_error(error: Exception) -> SidestageError:
    """What nobody expected, in a sentence; the whole of it is in the log."""
    log = open_log()
    if log is not None:
        LOG.error("A command failed.", exc_info=error)
    if os.environ.get(DEBUG) and sys.stderr is not None:
        traceback.print_exception(error)
    hint = words.SEE_LOG.fill(log=log) if log else words.SET_DEBUG.fill(variable=DEBUG)
    return SidestageError(words.FAULT.fill(kind=type(error).__name__), hint=hint)


def _run_window(options: Options) -> int:
    from app.desktop.before_qt import import_ahead  # noqa: PLC0415

    import_ahead()
    from app.desktop.options import WindowOptions  # noqa: PLC0415
    from app.desktop.window import show_window  # noqa: PLC0415 - Qt takes 0.1 s that no other command needs

    if options.scene == LIST:
        return _list_scenes()
    names = [one.name for one in fields(WindowOptions)]
    return show_window(WindowOptions(**{name: getattr(options, name) for name in names}))


def _list_scenes() -> int:
    from app.desktop.scenes.table import SCENES  # noqa: PLC0415

    put("\n".join(SCENES))
    return 0


def _run_tail(options: Options) -> int:
    from app.cli.tail import tail_until_killed  # noqa: PLC0415

    return asyncio.run(tail_until_killed(options))


def _run_info(options: Options) -> int:
    from app.cli.info import run_info  # noqa: PLC0415

    return asyncio.run(run_info(options))


def _run_gifts(options: Options) -> int:
    from app.cli.gifts import run_gifts  # noqa: PLC0415

    return asyncio.run(run_gifts(options))


def _run_video(options: Options) -> int:
    from app.cli.video import run_video  # noqa: PLC0415

    return asyncio.run(run_video(options))


def _decode(options: Options) -> int:
    from app.cli.decode import decode_file  # noqa: PLC0415

    return decode_file(options.target, with_message=options.message)


def _run_events(options: Options) -> int:
    from app.cli.events import run_events  # noqa: PLC0415

    return run_events(options)


def _run_sim(options: Options) -> int:
    from app.cli.sim import simulate  # noqa: PLC0415

    return asyncio.run(simulate(options))


def _run_settings(options: Options) -> int:
    from app.cli.settings import run_settings  # noqa: PLC0415

    return run_settings(options)


def _run_keys(options: Options) -> int:
    from app.cli.keys import run_keys  # noqa: PLC0415

    return run_keys(options)


def _report(options: Options) -> int:
    from app.cli.report import report  # noqa: PLC0415

    return report(options)


def _run_bench(options: Options) -> int:
    from app.cli.bench import run_bench  # noqa: PLC0415

    return run_bench(options)


COMMANDS: dict[str, Callable[[Options], int]] = {
    "window": _run_window,
    "tail": _run_tail,
    "info": _run_info,
    "gifts": _run_gifts,
    "video": _run_video,
    "decode": _decode,
    "events": _run_events,
    "sim": _run_sim,
    "keys": _run_keys,
    "settings": _run_settings,
    "report": _report,
    "bench": _run_bench,
}
