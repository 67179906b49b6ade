"""Kinds of choices: how each is read from text and from JSON, and what is refused in a sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from app.errors import UsageError
from app.frozen import value
from app.spelling import close_matches
from app.words import settings as words

YES, NO = frozenset({"yes", "on", "true", "1"}), frozenset({"no", "off", "false", "0"})
SHOWN = 40  # of a text that is refused
NEAR = 0.5


def _accept(_name: str, _text: str) -> None:
    """Take any pair."""


class Kind(ABC):
    """What values of one kind are like.

    Attributes:
        metavar: what stands for a value in help.
        is_repeated: the flag can be given again, and the values are gathered.
    """

    metavar = "TEXT"
    is_repeated = False

    @abstractmethod
    def read_text(self, text: str) -> Any:
        """The value that somebody typed.

        Raises:
            UsageError: it cannot be meant.
        """

    def read_json(self, value: object) -> Any:
        """The value that stands in the file.

        Raises:
            UsageError: it cannot be meant.
        """
        if not isinstance(value, str):
            raise UsageError(words.NO_TEXT)
        return self.read_text(value)

    def read_kept(self, text: str) -> Any:
        """What somebody typed, to be kept for the next time.

        Raises:
            UsageError: it cannot be meant, or is not for a file.
        """
        return self.read_json(self.read_text(text))

    def write_text(self, value: Any) -> str:
        """The value as somebody would type it."""
        return str(value)

    def show(self, value: Any) -> str:
        """The value as others may see it."""
        return self.write_text(value)

    @property
    def limits(self) -> str:
        """What is accepted, in words for a table; empty: anything."""
        return ""


def make_clause(error: UsageError) -> str:
    """Turn a refusal into the rest of a sentence that begins with the name of what is refused."""
    clause = words.REFUSAL_AND_HINT if error.hint else words.REFUSAL
    return clause.fill(sentence=error.sentence, hint=error.hint)


@value
class Choice(Kind):
    """One of a few names.

    Attributes:
        values: each name and what it means.
        noun: what they are, for the sentence.
    """

    values: Mapping[str, str]
    noun: str
    metavar = "NAME"

    def read_text(self, text: str) -> str:
        """One of the names."""
        if text in self.values:
            return text
        names = {"noun": self.noun, "text": text[:SHOWN]}
        if near := close_matches(text.lower(), self.values, 1, NEAR):
            raise UsageError(words.NEAREST_CHOICE.fill(name=near[0], **names))
        raise UsageError(words.NO_SUCH_CHOICE.fill(names=self.limits, **names))

    @property
    def limits(self) -> str:
        """All names."""
        return ", ".join(self.values)


@value
class Switch(Kind):
    """Yes or no."""

    metavar = "yes|no"

    def read_text(self, text: str) -> bool:
        """One of the two."""
        if text.lower() not in YES | NO:
            raise UsageError(words.YES_OR_NO.fill(text=text[:SHOWN]))
        return text.lower() in YES

    def read_json(self, value: object) -> bool:
        """A truth value."""
        if not isinstance(value, bool):
            raise UsageError(words.YES_OR_NO.fill(text=f"{value}"[:SHOWN]))
        return value

    def write_text(self, value: bool) -> str:  # noqa: FBT001 - the value that it is about
        """As somebody would type it."""
        return "yes" if value else "no"

    @property
    def limits(self) -> str:
        """Both."""
        return f"{self.write_text(True)}, {self.write_text(False)}"


@value
class Secret(Kind):
    """One word that nobody sees.

    Attributes:
        check: refuses what cannot be one.
    """

    check: Callable[[str], None]
    metavar = "KEY"

    def read_text(self, text: str) -> str:
        """One word. Who uses it checks it and names its place."""
        return text

    def read_json(self, value: object) -> str:
        """One word that can be sent."""
        text = str(Kind.read_json(self, value))
        self.check(text)
        return text


@value
class OneLine(Kind):
    """A line of text; one that is empty says nothing.

    Attributes:
        most: characters.
    """

    most: int

    def read_text(self, text: str) -> str:
        """The line, without blanks around it."""
        return " ".join(_make_printable(text).split())[: self.most].rstrip()


@value
class Names(Kind):
    """Several names, between commas or one a line."""

    metavar = "NAME,…"

    def read_text(self, text: str) -> tuple[str, ...]:
        """The names, without blanks around them."""
        return tuple(name.strip() for name in text.replace("\n", ",").split(",") if name.strip())

    def read_json(self, value: object) -> tuple[str, ...]:
        """A list; what is no text in it is passed over."""
        if not isinstance(value, list | tuple):
            raise UsageError(words.NO_NAMES)
        return tuple(_make_printable(name) for name in value if isinstance(name, str))

    def write_text(self, value: tuple[str, ...]) -> str:
        """Between commas."""
        return ", ".join(value)


@value
class Pairs(Kind):
    """Names with values: one pair a flag, or one a line.

    Attributes:
        check: refuses a pair that cannot be sent.
    """

    check: Callable[[str, str], None] = _accept
    metavar = "NAME=VALUE"
    is_repeated = True

    def write_text(self, value: tuple[tuple[str, str], ...]) -> str:
        """One pair a line."""
        return "\n".join("=".join(pair) for pair in value)

    def show(self, value: tuple[tuple[str, str], ...]) -> str:
        """Between commas."""
        return ", ".join("=".join(pair) for pair in value)

    def read_text(self, text: str) -> tuple[str, str]:
        """One pair."""
        name, sign, value = text.partition("=")
        if not (sign and name.strip()):
            raise UsageError(words.NO_PAIR)
        return name.strip(), value

    def read_kept(self, text: str) -> tuple[tuple[str, str], ...]:
        """One pair a line; empty lines say nothing."""
        return self.read_json([self.read_text(line) for line in text.splitlines() if line.strip()])

    def read_json(self, value: object) -> tuple[tuple[str, str], ...]:
        """A list of lists of two texts."""
        if not isinstance(value, list | tuple):
            raise UsageError(words.NO_PAIRS)
        pairs = tuple(_read_pair(pair) for pair in value)
        for pair in pairs:
            self.check(*pair)
        return pairs


def _read_pair(pair: object) -> tuple[str, str]:
    match pair:
        case [str(name), str(text)] if name:
            return _make_printable(name), _make_printable(text)
    raise UsageError(words.NO_PAIRS)


def _make_printable(text: str) -> str:
    """Write “?” for half of a surrogate pair, which no file and no terminal takes."""
    return text.encode(errors="replace").decode()
