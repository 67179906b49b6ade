"""`sidestage video`: the video of a room in a file, by ffmpeg."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path

from app.cli.options import Options
from app.cli.output import put, show_cell, tell
from app.client.live_client import LiveClient
from app.errors import SidestageError, UsageError
from app.events.describe.plain import make_plain
from app.files import check_new_file
from app.signals import cancel_when_killed
from app.tiktok.streams import Stream, choose_preferred, choose_stream
from app.video.ffmpeg import FORMATS, Order, Progress, Recording, find_program
from app.words import commands as words

WIDTH = 40  # of the line of progress


async def run_video(options: Options) -> int:
    """Record until the stream ends, the time is over, or Ctrl+C; or list what there is to record.

    Raises:
        UsageError: the file cannot be meant.
        SidestageError: there is no such stream, no ffmpeg, or it gave up.
    """
    if options.offered:
        put(write_streams(await _list_streams(options)))
        return 0
    file = check_output(options.output, replace=options.force)
    find_program()  # better missed before TikTok is asked
    stream = choose_stream(await _list_streams(options), options.quality)
    order = Order(stream.address, file, options.seconds, options.force, options.access)
    tell(words.RECORDING.fill(quality=stream.quality, target=options.target, file=file))
    await _record(order)
    return 0


def check_output(file: Path | None, *, replace: bool) -> Path:
    """A file that may be written.

    Raises:
        UsageError: it may not.
    """
    if file is None:
        raise UsageError(words.NO_OUTPUT, hint=words.GIVE_OUTPUT)
    if file.suffix.lower() not in FORMATS:
        raise UsageError(
            words.NO_FORMAT.fill(file=file.name), hint=words.USE_FORMAT.fill(names=", ".join(FORMATS))
        )
    check_new_file(file, replace=replace)
    return file


def write_streams(streams: Sequence[Stream]) -> str:
    """One quality a line; a star before the one that is recorded when none is named.

    Raises:
        NoStream: there is none.
    """
    best = choose_preferred(streams) if streams else choose_stream(streams)
    return "".join(_write_line(stream, starred=stream is best) for stream in streams)


def _write_line(stream: Stream, *, starred: bool) -> str:
    picture = f"{stream.name:<10} {stream.resolution:<10} {stream.codec}"
    what = show_cell(words.SOUND_ONLY) if stream.has_sound_only else picture
    return make_plain(f"{'*' if starred else ' '} {stream.quality:<10} {what}").rstrip() + "\n"


async def _list_streams(options: Options) -> tuple[Stream, ...]:
    return await LiveClient(options.target, options.access).streams()


async def _record(order: Order) -> None:
    line = ProgressLine()
    task = asyncio.current_task()
    assert task, "in a coroutine"  # noqa: S101 - a mistake of the caller
    # Closing the terminal and ending the session are to leave a whole file, too.
    with cancel_when_killed(task, signal.SIGINT):
        recording = await Recording.begin(order, line.show)
        try:
            await recording.wait()
        except asyncio.CancelledError:
            _go_on()
            await _stop(recording)
            await recording.wait()
        finally:
            recording.kill()
            line.end()
    if not (line.last.size and line.last.seconds):
        raise SidestageError(words.NOTHING_RECORDED, hint=words.TRY_QUALITY)


async def _stop(recording: Recording) -> None:
    """End it cleanly; at once, when it is asked for a second time."""
    try:
        await recording.stop()
    except asyncio.CancelledError:
        _go_on()
        recording.kill()


def _go_on() -> None:
    """Ctrl+C was heard; what comes now is a clean end, not a failure."""
    if task := asyncio.current_task():
        task.uncancel()


class ProgressLine:
    """One line on standard error that is written anew.

    Attributes:
        last: the newest progress.
    """

    def __init__(self) -> None:
        self.last = Progress()

    def show(self, progress: Progress) -> None:
        """Write it over the one before."""
        self.last = progress
        tell(show_cell(write_recording(progress), WIDTH), begin="\r", end="")

    def end(self) -> None:
        """What comes now stands below."""
        tell("")


def write_recording(progress: Progress) -> str:
    """Time, size, speed."""
    minutes, seconds = divmod(int(progress.seconds), 60)
    clock = f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    line = f"{clock}  {progress.size / 1e6:.1f} MB  {progress.speed:.1f}x"
    return words.PIECES_LOST.fill(progress=line, count=progress.lost) if progress.lost else line
