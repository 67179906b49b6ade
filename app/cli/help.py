"""What --help says above the options: the commands, each with an example, in 80 columns."""

from __future__ import annotations

import argparse
from textwrap import wrap

ABOUT = "Reads a TikTok LIVE room and shows it in a window. It only reads. Unofficial, not made by TikTok."
# Command: an example, what it does.
EXAMPLES: dict[str, tuple[str, str]] = {
    "window": ("sidestage @name --way signed", "the window; without a name, a start page"),
    "tail": ("sidestage tail @name --filter gift", "a room's events, one a line"),
    "info": ("sidestage info @name --json", "title, host and figures of a room"),
    "gifts": ("sidestage gifts @name", "what the gifts of a room cost"),
    "video": ("sidestage video @name -o show.mkv", "the video of a room in a file, by ffmpeg"),
    "decode": ("sidestage decode room.jsonl", "captured messages as JSON, one a line"),
    "events": ("sidestage events gift", "the catalogue of events and their fields"),
    "sim": ("sidestage sim --fault LIST", "the built-in server, for any client"),
    "keys": ("sidestage keys set sign_key", "keys and log-in in the system's keyring"),
    "settings": ("sidestage settings set way euler", "every choice, kept for the next time"),
    "bench": ("sidestage bench decode", "how fast this machine decodes, or draws"),
}


def commands() -> str:
    """All commands, for the end of the help."""
    lines = (f"  {example:<35} {what}" for example, what in EXAMPLES.values())
    return "\n".join(("commands, each with an example (and --help of its own):", *lines))


class Help(argparse.HelpFormatter):
    """Keeps the lines of a text that has several, and breaks those that are too long."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return [part for line in text.splitlines() for part in wrap(line, width, subsequent_indent="  ")]

    def _fill_text(self, text: str, width: int, indent: str) -> str:  # noqa: ARG002 - argparse's
        return "\n".join(part for line in text.splitlines() for part in wrap(line, width))
