"""Files that the user names to be written."""

from __future__ import annotations

import os
from pathlib import Path

from app.errors import UsageError


def check_new_file(file: Path, *, replace: bool) -> None:
    """Refuse a file that cannot be written, or whose content may still be wanted, before any work is done.

    Args:
        file: as typed. A pipe or device may be written, it holds nothing that could be lost.
        replace: the user says that a file may go.

    Raises:
        UsageError: it may not be written.
    """
    if not file.parent.is_dir():
        raise UsageError(f"{file}: No such file or directory.", hint=f"There is no folder {file.parent}.")
    if file.is_dir():
        raise UsageError(f"{file} is a folder.")
    if file.is_file() and not replace:
        raise UsageError(f"{file} is there already.", hint="--force replaces it.")
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise UsageError(f"{file} may not be written.", hint="Choose another place.")
