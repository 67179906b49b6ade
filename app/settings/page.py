"""docs/settings.md, from the table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from app.settings.options import OPTIONS, Option

TOP = """# Settings

Every choice, from the table in `app/settings/options`. For each the first of these that says something
holds: the flag, the environment variable, the settings file, the default. `sidestage settings --list` shows
what holds now and where it comes from; `sidestage settings set NAME VALUE` keeps one, and
`sidestage settings reset NAME` takes it back.

The file is `settings.json` in the system's folder for settings, or what `SIDESTAGE_SETTINGS` names. Only what
was chosen stands in it. An entry that makes no sense is passed over; a damaged file is set aside as
`settings.damaged.json`. Several windows and commands may change it at once: each writes only what it changed.
Secrets stand in the system's keyring (`sidestage keys`), never in the file and never on the command line.
"""
HEAD = "| name | what | accepted | default | flag | variable |\n|---|---|---|---|---|---|"


def write_page() -> str:
    """The page as Markdown."""
    pages = {page: list(rows) for page, rows in groupby(_sort_options(), key=lambda option: option.page)}
    return "\n".join([TOP, *(_write_section(page, rows) for page, rows in pages.items())])


def _write_section(page: str, options: Iterable[Option]) -> str:
    return "\n".join((f"## {page[:1].upper()}{page[1:]}", "", HEAD, *map(_write_row, options), ""))


def _sort_options() -> list[Option]:
    """Page by page, in the order in which the pages come first."""
    order = list(dict.fromkeys(option.page for option in OPTIONS.values()))
    return sorted(OPTIONS.values(), key=lambda option: order.index(option.page))


def _write_row(option: Option) -> str:
    default = option.kind.write_text(option.default)
    cells = (
        f"`{option.name}`",
        option.words + _note(option),
        option.kind.limits.replace("|", "\\|"),
        f"`{default}`" if default else option.empty,
        f"`{option.flag}`" if option.flag else "",
        f"`{option.variable}`" if option.variable else "",
    )
    return f"| {' | '.join(cells)} |"


def _note(option: Option) -> str:
    place = "; in the keyring" if option.is_secret else ""
    return f"{place}; from the next start" if option.is_for_next_start else place
