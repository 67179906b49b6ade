"""Says something where nobody reads standard error: started by a click, a program has no other voice yet."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from contextlib import suppress
from typing import TextIO

from app.words import commands as words
from app.words import show

ERROR = 0x10  # MB_ICONERROR of Windows
ALERT = ("on run argv", "display alert (item 1 of argv) message (item 2 of argv)", "end run")


def has_reader(stream: TextIO | None) -> bool:
    """Whether somebody gets to see what is written there: by a terminal, a file, another program."""
    if stream is None:
        return False
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return True  # something in this process that took its place
    return stream.isatty() or stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def tell_natively(sentence: str) -> None:
    """Show a message of the system, if it has a program for that; it stays when this process ends."""
    text = show(sentence)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for Windows only

        ctypes.windll.user32.MessageBoxW(None, text, show(words.PROGRAM), ERROR)
        return
    command = find_command(text)
    if command:
        with suppress(OSError):
            subprocess.Popen(  # noqa: S603 - a program of the system, and the text as one argument
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )


def find_command(text: str) -> list[str]:
    """What shows a text on macOS, or on this Linux desktop; nothing where nothing does."""
    title = show(words.PROGRAM)
    if sys.platform == "darwin":
        lines = [part for line in ALERT for part in ("-e", line)]
        return ["/usr/bin/osascript", *lines, title, text]
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return []
    commands = (
        ["zenity", "--error", "--no-markup", f"--title={title}", f"--text={text}"],
        ["kdialog", "--title", title, "--error", text],
        ["xmessage", "-center", text],
        ["notify-send", title, text],
    )
    return next(([found, *rest] for name, *rest in commands if (found := shutil.which(name))), [])
