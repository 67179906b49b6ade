"""What the user typed: a creator's handle, or the number of a room or of a user."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.errors import UsageError

# TikTok's own rule: letters, digits, underscores and full stops, 24 at most; old accounts have up to 30.
HANDLE = re.compile(r"[\w.]{2,30}", re.ASCII)
# A handle is never digits only, so a number is a room (19 digits) or a user (up to 19).
NUMBER = re.compile(r"(?:(room|id):)?([1-9]\d{4,19})", re.ASCII)
NUMBERED = re.compile(r"(room|id):")
KINDS = {"room": "room", "id": "user"}
HINT = "Use a name like @creator, the address of a profile or live page on tiktok.com, or a room id."


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to follow: by name, or by number.

    Attributes:
        unique_id: handle without the @, empty for a number.
        room_id: the number, if it may be a room's; 0 otherwise.
        user_id: the number, if it may be a user's; 0 otherwise.
    """

    unique_id: str = ""
    room_id: int = 0
    user_id: int = 0

    def __str__(self) -> str:
        """How people would name it."""
        if self.unique_id:
            return f"@{self.unique_id}"
        return f"room {self.room_id}" if self.room_id else f"user {self.user_id}"

    @property
    def typed(self) -> str:
        """A text that means the same when typed again."""
        if self.unique_id:
            return self.unique_id
        kind = "" if self.room_id and self.user_id else "room:" if self.room_id else "id:"
        return f"{kind}{self.room_id or self.user_id}"


def target_of(typed: str) -> Target:
    """Whom that means.

    Args:
        typed: `name`, `@name`, a profile or live address (`https://www.tiktok.com/@name/live?…`), the number
            of a room or a user, or `room:number`, `id:number` to say which.

    Raises:
        UsageError: it cannot be meant.
    """
    if found := NUMBER.fullmatch(typed.strip()):
        number = int(found[2])
        return Target(room_id=number * (found[1] != "id"), user_id=number * (found[1] != "room"))
    if found := NUMBERED.match(typed.strip()):
        sentence = f"“{typed.strip()[:40]}” is not the number of a {KINDS[found[1]]}."
        raise UsageError(sentence, hint=f"It looks like {found[1]}:7123456789012345678.")
    return Target(unique_id_of(typed))


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
