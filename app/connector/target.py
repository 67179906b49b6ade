"""What the user typed, as a creator's handle."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from app.errors import UsageError

# TikTok's own rule: letters, digits, underscores and full stops, 24 at most; old accounts have up to 30.
HANDLE = re.compile(r"[\w.]{2,30}", re.ASCII)
HINT = "Use a name like @creator, or the address of a profile or live page on tiktok.com."


def unique_id_of(typed: str) -> str:
    """The handle without the @.

    Args:
        typed: `name`, `@name`, or a profile or live address (`https://www.tiktok.com/@name/live?…`).

    Raises:
        UsageError: it cannot be a name.
    """
    text = typed.strip()
    name = _from_address(text) if "/" in text else text.removeprefix("@")
    if not HANDLE.fullmatch(name):
        shown = text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004
        raise UsageError(f"“{shown}” is not a TikTok name." if shown else "No name was given.", hint=HINT)
    return name


def _from_address(text: str) -> str:
    try:
        address = urlsplit(text if "://" in text else f"https://{text}")
    except ValueError as error:
        raise UsageError(f"“{text[:60]}” is not an address.", hint=HINT) from error
    host = address.hostname or ""
    if host != "tiktok.com" and not host.endswith(".tiktok.com"):
        raise UsageError(f"“{host or text[:60]}” is not TikTok.", hint=HINT)
    first = unquote(address.path).strip("/").split("/")[0]
    return first.removeprefix("@") if first.startswith("@") else ""
