"""Reading JSON that others made: numbers may be texts, fields may be missing, nothing is to be trusted."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from app.errors import ProtocolError
from app.tiktok.tree import read_moment_ms, replace_surrogates
from app.words import providers as words
from app.words.phrase import Phrase

NESTED_AT_MOST = 64
NUMBER_BELOW = 1 << 63
SHOWN = 190  # letters of what the reader of JSON says


def parse_frame(frame: str | bytes) -> object:
    """Parse the JSON of a frame.

    Raises:
        ProtocolError: it is binary, no JSON, or nested beyond all sense.
    """
    if isinstance(frame, bytes):
        raise ProtocolError(words.BINARY_FRAME)
    try:
        return json.loads(frame, parse_constant=_refuse_constant)
    except RecursionError:
        raise ProtocolError(words.TOO_DEEP) from None
    except ValueError as error:
        raise ProtocolError(words.NO_JSON.fill(reason=str(error)[:SHOWN])) from error


def _refuse_constant(name: str) -> float:
    raise ProtocolError(words.NO_CONSTANT.fill(name=name))


def find_part(value: object) -> FramePart:
    """An object as a part.

    Raises:
        ProtocolError: it is something else.
    """
    if not isinstance(value, dict):
        raise ProtocolError(words.OBJECT_EXPECTED.fill(kind=name_kind(value)))
    return FramePart(value)


def name_kind(value: object) -> Phrase:
    """What a JSON value is, in words."""
    return words.KINDS.get(type(value), words.NOTHING)


@dataclass(frozen=True, slots=True)
class FramePart:
    """An object of a frame. Every reader takes the names a field goes by; the first that is told counts.

    A field that is missing, null or an empty text reads as 0, "" or False. One of a wrong kind raises
    ProtocolError, which costs that message.
    """

    data: Mapping[str, object]

    def __bool__(self) -> bool:
        return bool(self.data)

    @property
    def fields(self) -> dict[str, object]:
        """Everything it tells, for an event whose fields nobody knows."""
        return {replace_surrogates(name): cut_depth(value) for name, value in self.data.items()}

    def find_field(self, *names: str) -> tuple[str, object]:
        """Find name and value of the first field that is there; ("", None) without one."""
        for name in names:
            value = self.data.get(name)
            if value is not None and value != "":
                return name, value
        return "", None

    def read_whole(self, *names: str) -> int:
        """A number, or a text that is one; fractions are cut off."""
        name, value = self.find_field(*names)
        number = _read_number(value)
        if number is None:
            raise ProtocolError(words.NOT_A_NUMBER.fill(name=name, kind=name_kind(value)))
        return number

    def read_amount(self, *names: str) -> int:
        """How many: a number, where one below 0 counts as not told."""
        return max(0, self.read_whole(*names))

    def read_moment_ms(self, *names: str) -> int:
        """A time told in seconds or ms, as ms since 1970; 0 when not told, or when it cannot be."""
        return read_moment_ms(self.find_field(*names)[1])

    def read_code(self, *names: str) -> int:
        """A number, 0 for anything else: for fields that some send as a number and some as a word."""
        return _read_number(self.find_field(*names)[1]) or 0

    def read_identity(self, *names: str) -> int:
        """An id. One that is not a number becomes one, always the same; one below 0 is none."""
        name, value = self.find_field(*names)
        number = _read_number(value)
        if number is not None:
            return max(0, number)
        if isinstance(value, str):
            return int.from_bytes(blake2b(value.encode(errors="replace"), digest_size=7).digest())
        raise ProtocolError(words.NOT_AN_ID.fill(name=name, kind=name_kind(value)))

    def read_text(self, *names: str) -> str:
        """A text; numbers are taken as one."""
        name, value = self.find_field(*names)
        if value is None:
            return ""
        if isinstance(value, str):
            return replace_surrogates(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise ProtocolError(words.NOT_A_TEXT.fill(name=name, kind=name_kind(value)))

    def read_truth(self, *names: str) -> bool:
        """A truth value; 0, 1, "true" and "false" are taken as one."""
        name, value = self.find_field(*names)
        if isinstance(value, str) and value.lower() in {"true", "false"}:
            return value.lower() == "true"
        number = _read_number(value)
        if number is None:
            raise ProtocolError(words.NOT_A_TRUTH.fill(name=name, kind=name_kind(value)))
        return bool(number)

    def read_part(self, *names: str) -> FramePart:
        """An object; an empty one when there is none."""
        _, value = self.find_field(*names)
        return FramePart({}) if value is None else find_part(value)

    def list_parts(self, *names: str) -> tuple[FramePart, ...]:
        """A list of objects."""
        return tuple(find_part(one) for one in self.list_rows(*names))

    def list_identities(self, *names: str) -> tuple[int, ...]:
        """A list of ids."""
        return tuple(FramePart({"id": one}).read_identity("id") for one in self.list_rows(*names))

    def list_rows(self, *names: str) -> list[object]:
        """A list."""
        name, value = self.find_field(*names)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        raise ProtocolError(words.NOT_A_LIST.fill(name=name, kind=name_kind(value)))


def cut_depth(value: object, depth: int = NESTED_AT_MOST) -> object:
    """The value as JSON that everybody can write and read; whatever lies deeper is left out."""
    if isinstance(value, dict | list):
        if not depth:
            return None
        if isinstance(value, list):
            return [cut_depth(one, depth - 1) for one in value]
        return {replace_surrogates(name): cut_depth(one, depth - 1) for name, one in value.items()}
    if isinstance(value, str):
        return replace_surrogates(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _read_number(value: object) -> int | None:
    """0 for nothing, None for what is no number."""
    if value is None:
        return 0
    if isinstance(value, float):
        value = int(value) if math.isfinite(value) else None
    elif isinstance(value, str):
        value = _read_digits(value.strip())
    return int(value) if isinstance(value, int) and abs(value) < NUMBER_BELOW else None


def _read_digits(text: str) -> int | None:
    digits = text.removeprefix("-")
    sound = digits.isascii() and digits.isdecimal() and len(digits) < len(str(NUMBER_BELOW)) + 1
    return int(text) if sound else None
