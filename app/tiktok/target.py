"""What the user typed: a creator's handle, the number of a room or of a user, or a short link."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from app.errors import UsageError
from app.words import tiktok as words

# TikTok's own rule: letters, digits, underscores and full stops, 24 at most; old accounts have up to 30.
# TikTok takes capitals and means the same; its own spelling has none.
HANDLE = re.compile(r"[\w.]{2,30}", re.ASCII)
# A handle is never digits only, so a number is a room (19 digits) or a user (up to 19).
NUMBER = re.compile(r"(?:(room|id):\s*)?([1-9]\d{4,29})", re.ASCII | re.IGNORECASE)
NUMBERED = re.compile(r"(room|id):", re.IGNORECASE)
NUMBER_BELOW = 1 << 63
NO_NUMBERS = {"room": words.NOT_A_ROOM, "id": words.NOT_A_USER}

SHOWN = 60  # of a text that is refused
TYPED_AT_MOST = 4_000  # characters that are looked at
# Letters that show nothing, besides those that Unicode calls format characters.
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(one) for one in range(0xFE00, 0xFE10)
}
FULL_WIDTH = {one: one - 0xFEE0 for one in range(0xFF01, 0xFF5F)} | {ord("﹫"): "@"}
AROUND = "\"'`*<>()[]{}“”„‘’‚«»‹›「」『』【】《》〈〉、。,;:!?…|"  # what sentences put around a name
BEHIND = f"{AROUND}."  # no handle ends with a full stop

# An address among other words, with https:// or with TikTok's host alone.
ADDRESS = re.compile(
    r"(?:https?://|(?<![\w./@:-])(?=(?:[a-z0-9-]+\.)*tiktok\.com/))[^\s<>]+", re.ASCII | re.IGNORECASE
)
HOST = "tiktok.com"
SHORT_HOSTS = frozenset({"vm.tiktok.com", "vt.tiktok.com"})
LOCALE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}", re.ASCII | re.IGNORECASE)
SHARED = re.compile(r"(?:h5/)?share/(live|user|usr)/([1-9]\d{4,18})\b", re.ASCII | re.IGNORECASE)
# What the system opens us with: sidestage://@name, sidestage://live/number. Browsers drop the @.
OWN = re.compile(r"sidestage:(?://)?", re.ASCII | re.IGNORECASE)
OWN_REST = re.compile(
    r"(live/)?(?:(room|id):)?(?:@|(?!live(?![\w.])))([\w.]{2,30})(?:/live)?/?(?:[?#].*)?",
    re.ASCII | re.DOTALL,
)
SHORT = re.compile(r"t/([\w-]+)", re.ASCII)
CODE = re.compile(r"([\w-]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Target:
    """Whom to follow: by name, by number, or by a link that only TikTok can read.

    Attributes:
        unique_id: handle without the @, in small letters; empty for a number.
        room_id: the number, if it may be a room's; 0 otherwise.
        user_id: the number, if it may be a user's; 0 otherwise.
        link: address of a short link, which is followed when the room is looked up; empty otherwise.
    """

    unique_id: str = ""
    room_id: int = 0
    user_id: int = 0
    link: str = ""

    def __str__(self) -> str:
        """How people would name it."""
        return self.label

    @property
    def label(self) -> str:
        """A name for people, which can be shown in the user's language."""
        if self.unique_id:
            return f"@{self.unique_id}"
        if self.link:
            return words.LINK.fill(link=self.link.removeprefix("https://"))
        if self.room_id:
            return words.ROOM.fill(number=self.room_id)
        return words.USER.fill(number=self.user_id)

    @property
    def spelling(self) -> str:
        """A text that means the same when typed again."""
        if self.unique_id or self.link:
            return self.unique_id or self.link
        kind = "" if self.room_id and self.user_id else "room:" if self.room_id else "id:"
        return f"{kind}{self.room_id or self.user_id}"


def parse_target(typed: str) -> Target:
    """Read whom to follow. Invisible letters, and words around an address, are ignored.

    Args:
        typed: `name`, `@name`, a profile or live address (`https://www.tiktok.com/@name/live?…`), a shared
            or short link, one of our own (`sidestage://@name`), the number of a room or a user, or
            `room:number`, `id:number` to say which.

    Raises:
        UsageError: it cannot be meant.
    """
    line = strip_invisible(typed)
    plain = line.strip(AROUND).rstrip(BEHIND)
    if match := OWN.match(line):
        return _read_own(unquote(line[match.end() :]), line)
    if match := NUMBER.fullmatch(plain):
        return _make_numbered_target((match[1] or "").lower(), int(match[2]), plain)
    if match := NUMBERED.match(line):
        raise _make_number_error(match[1].lower(), line)
    if address := _find_address(line):
        return _find_target(address)
    return Target(_read_handle(_cut_path(plain) if plain.startswith("@") else plain, line))


def parse_link(text: str) -> Target:
    """Read whom a link from outside names. Other words are no link: somebody may have copied a password.

    Args:
        text: a line with an address, or `@name`.

    Raises:
        UsageError: it is none, or leads to no room; the words are not repeated.
    """
    line = strip_invisible(text)
    if not (line.startswith("@") or OWN.match(line) or NUMBERED.match(line) or _find_address(line)):
        raise UsageError(words.NO_LINK, hint=words.LINK_SHAPE)
    return parse_target(text)


def is_own_link(text: str) -> bool:
    """Whether it is a link that the system opens this program with."""
    return OWN.match(text) is not None


def read_unique_id(typed: str) -> str:
    """The handle without the @.

    Args:
        typed: `name`, `@name`, or a profile or live address (`https://www.tiktok.com/@name/live?…`).

    Raises:
        UsageError: it cannot be a name.
    """
    target = parse_target(typed)
    if not target.unique_id:
        raise _make_name_error(strip_invisible(typed))
    return target.unique_id


def strip_invisible(typed: str) -> str:
    """Remove invisible characters, and write those of full width as plain ones."""
    seen = (one for one in typed[:TYPED_AT_MOST] if one.isspace() or is_visible_letter(one))
    return "".join(seen).translate(FULL_WIDTH).strip()


def is_visible_letter(character: str) -> bool:
    """Whether it shows anything; direction marks, joiners, controls and fillers do not."""
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs"} and character not in FILLERS


def _read_own(rest: str, line: str) -> Target:
    """Read what stands behind sidestage://."""
    match = OWN_REST.fullmatch(rest)
    if match is None:
        raise UsageError(words.NO_OWN_LINK.fill(text=_shorten(line)), hint=words.OWN_LINK_SHAPE)
    is_live, kind, name = match.groups()
    kind = kind or ("room" if is_live and name.isdigit() else "")
    return parse_target(f"{kind}:{name}" if kind else name)


def _make_numbered_target(kind: str, number: int, line: str) -> Target:
    if number >= NUMBER_BELOW:
        raise _make_number_error(kind or "room", line)
    return Target(room_id=number * (kind != "id"), user_id=number * (kind != "room"))


def _make_number_error(kind: str, line: str) -> UsageError:
    hint = words.NUMBER_SHAPE.fill(kind=kind)
    return UsageError(NO_NUMBERS[kind].fill(text=line[:40]), hint=hint)


def _make_name_error(line: str) -> UsageError:
    sentence = words.NOT_A_NAME.fill(text=_shorten(line)) if line else words.NO_NAME
    return UsageError(sentence, hint=words.TARGET_SHAPE)


def _read_handle(name: str, line: str) -> str:
    handle = name.removeprefix("@")
    if not HANDLE.fullmatch(handle):
        raise _make_name_error(line)
    return handle.lower()


def _shorten(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _cut_path(name: str) -> str:
    """`@name/live?x` without what follows the name."""
    return re.split(r"[/?#]", name, maxsplit=1)[0].rstrip(BEHIND)


def _find_address(line: str) -> str:
    """Find the first address of TikTok's, else the first; empty when there is none."""
    found = ADDRESS.findall(line)
    if not found and "/" in line and not line.startswith("@"):
        found = [line.lstrip("/")]
    return next((one for one in found if _is_tiktok(_read_host(one))), found[0] if found else "")


def _read_host(address: str) -> str:
    try:
        return urlsplit(_add_scheme(address)).hostname or ""
    except ValueError:
        return ""


def _add_scheme(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def _is_tiktok(host: str) -> bool:
    return host == HOST or host.endswith(f".{HOST}")


def _find_target(address: str) -> Target:
    """Read whom an address of TikTok's shows."""
    host = _read_host(address)
    if not host:
        raise UsageError(words.NO_ADDRESS.fill(text=_shorten(address)), hint=words.TARGET_SHAPE)
    if not _is_tiktok(host):
        raise UsageError(words.NOT_TIKTOK.fill(host=host), hint=words.TARGET_SHAPE)
    path = strip_invisible(unquote(urlsplit(_add_scheme(address)).path)).lstrip("/")
    if host in SHORT_HOSTS and (match := CODE.match(path)):
        return Target(link=f"https://{host}/{match[1]}/")
    first, _, rest = path.partition("/")
    path = rest if rest and LOCALE.fullmatch(first) else path
    if match := SHORT.match(path):
        return Target(link=f"https://www.{HOST}/t/{match[1]}/")
    if match := SHARED.match(path):
        return _make_numbered_target("room" if match[1].lower() == "live" else "id", int(match[2]), match[2])
    name = path.partition("/")[0].strip(AROUND).rstrip(BEHIND)
    return Target(_read_handle(name if name.startswith("@") else "", address))
