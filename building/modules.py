"""Every module of ours: tables name panes, windows, ways in and failures by text, which no tool follows."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOT_BUILT = ("app.setup",)


def list_modules() -> list[str]:
    """Names of all modules below `app`, without those that set the source up."""
    files = sorted((ROOT / "app").rglob("*.py"))
    names = (
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files
    )
    return [name for name in names if not name.startswith(NOT_BUILT)]


def list_languages() -> list[str]:
    """Codes of the languages that there are catalogues of."""
    return sorted(file.parents[1].name for file in (ROOT / "app" / "words" / "catalogues").glob("*/*/*.mo"))
