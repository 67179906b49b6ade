"""`sidestage report`: a folder about what went wrong, without the messages that only a window has."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from app.cli.access import read_kept
from app.cli.options import Options
from app.cli.output import put
from app.report.folder import Material, make_report, suggest_folder
from app.settings import read_choices
from app.words import report as words


def report(options: Options) -> int:
    """Make it, and say where it is.

    Raises:
        UsageError: the folder is there already.
        SidestageError: it cannot be written.
    """
    folder = Path(options.target) if options.target else suggest_folder(datetime.now().astimezone())
    kept = read_kept()
    read_choices({}, os.environ, kept)  # which remembers what is secret in them
    make_report(folder, Material(kept, {}, kept.get("recent", ())))
    put(words.MADE.fill(folder=folder.absolute()))
    return 0
