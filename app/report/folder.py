"""Makes the folder of a report: log, versions, settings, frames, and a text that says what all that is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import platformdirs

from app.errors import SidestageError, UsageError
from app.frozen import value
from app.log.file import list_log_files
from app.masking import MASK, list_spellings, mask
from app.record.capture import write_message
from app.record.identities import Replacer
from app.report.about import write_settings, write_versions
from app.settings import find_log_file
from app.words import report as words
from app.words import show

if TYPE_CHECKING:
    from app.protocol.message import Message

WIDTH = 100  # letters of a line of the README
BLOCK = 100  # lines of the log
LEAST_NAME = 2  # letters of a name that is looked for in the log
HANDLE = re.compile(r"(?<![\w•])@[\w.]{2,}")
LONG_NUMBER = re.compile(r"\d{12,}")


@value
class Material:
    """What a report is made of.

    Attributes:
        chosen: the choices that were kept, by option.
        facts: what the window knows of its surroundings, by name; each in one line.
        people: names, handles and ids that stand nowhere in the report.
        messages: of the last minute, as they came.
    """

    chosen: Mapping[str, Any]
    facts: Mapping[str, str]
    people: Collection[str] = ()
    messages: Sequence[Message] = ()


def suggest_folder(now: datetime) -> Path:
    """Where a report goes when nobody says: among the user's documents, called by the time."""
    documents = Path(platformdirs.user_documents_dir())
    home = documents if documents.is_dir() else Path.home()
    name = f"sidestage-report-{now:%Y-%m-%d-%H%M%S}"
    return next(
        one for number in range(2, 99) for one in (home / name, home / f"{name}-{number}") if not one.exists()
    )


def make_report(folder: Path, material: Material) -> None:
    """Make a folder that has everything, and that only its owner can read.

    Raises:
        UsageError: the folder is there already.
        SidestageError: it cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True)
        _write_files(folder, material)
    except FileExistsError as error:
        raise UsageError(words.EXISTS.fill(folder=folder), hint=words.ANOTHER_FOLDER) from error
    except OSError as error:
        reason = error.strerror or error
        raise SidestageError(words.NOT_MADE.fill(folder=folder, reason=reason)) from error


def _write_files(folder: Path, material: Material) -> None:
    texts = {
        "versions.txt": (words.VERSIONS, write_versions(material.facts)),
        "settings.json": (words.SETTINGS, write_settings(material.chosen)),
    }
    parts = {name: about for name, (about, _) in texts.items()}
    for name, (_, text) in texts.items():
        _write(folder / name, mask(text))
    if _copy_log(folder / "log", material.people):
        parts["log"] = words.LOG
    if material.messages:
        _write(folder / "frames.jsonl", write_frames(material.messages))
        parts["frames.jsonl"] = words.FRAMES.fill(count=len(material.messages))
    _write(folder / "README.txt", write_readme(parts))


def write_readme(parts: Mapping[str, str]) -> str:
    """What is in the folder, in plain words."""
    heading = show(words.HEADING)
    paragraphs = [show(words.FIRST), *(f"{name}: {show(about)}" for name, about in parts.items())]
    lines = [fill(one, WIDTH) for one in (*paragraphs, show(words.LAST))]
    return "\n\n".join((f"{heading}\n{'=' * len(heading)}", *lines)) + "\n"


def write_frames(messages: Sequence[Message]) -> str:
    """The messages as a capture that knows nobody."""
    return "".join(f"{write_message(one)}\n" for one in Replacer().replace_all(messages))


def hide_people(text: str, people: Collection[str]) -> str:
    """A text of the log without secrets, and without anybody's name, handle or id.

    It is done in blocks, since nothing else of the program goes on while a pattern is looked for.
    """
    spelled = {one: one.lower() for one in list_spellings(people, LEAST_NAME)}
    lines = text.splitlines(keepends=True)
    blocks = ("".join(lines[at : at + BLOCK]) for at in range(0, len(lines), BLOCK))
    return "".join(_hide_in_block(block, spelled) for block in blocks)


def _hide_in_block(text: str, spelled: Mapping[str, str]) -> str:
    text, lower = mask(text), text.lower()
    there = sorted((one for one, small in spelled.items() if small in lower), key=len, reverse=True)
    if there:
        names = "|".join(map(re.escape, there))
        text = re.sub(rf"(?<![A-Za-z0-9_])(?:{names})(?![A-Za-z0-9_])", MASK, text, flags=re.IGNORECASE)
    return LONG_NUMBER.sub(MASK, HANDLE.sub(f"@{MASK}", text))


def _copy_log(folder: Path, people: Collection[str]) -> bool:
    """Copy what is there of the log; whether anything is."""
    files = list_log_files(find_log_file())
    for path in files:
        folder.mkdir(exist_ok=True)
        _write(folder / path.name, hide_people(path.read_text("utf-8", "replace"), people))
    return bool(files)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
