"""Kinds of choices that are numbers within limits."""

from __future__ import annotations

from contextlib import suppress

from app.errors import UsageError
from app.frozen import value
from app.settings.kinds import SHOWN, Kind
from app.words import settings as words


@value
class Number(Kind):
    """A number that may have a fraction.

    Attributes:
        least: the smallest that is accepted.
        most: the largest.
        decimals: behind the point, where it is typed.
    """

    least: float
    most: float
    decimals: int = 2
    metavar = "NUMBER"

    def read_text(self, text: str) -> float:
        """The number."""
        with suppress(ValueError):
            if self.least <= (number := float(text)) <= self.most:
                return number
        raise self._make_limits_error(text)

    def read_json(self, value: object) -> float:
        """A number within the limits."""
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and self.least <= value <= self.most
        ):
            return float(value)
        raise self._make_limits_error(f"{value}")

    def write_text(self, value: float) -> str:
        """The number without zeros at its end."""
        return f"{value:g}"

    @property
    def limits(self) -> str:
        """The least and the most."""
        return words.NUMBER.fill(least=self.least, most=self.most)

    def _make_limits_error(self, text: str) -> UsageError:
        return UsageError(words.OUT_OF_LIMITS.fill(text=text[:SHOWN], limits=self.limits))


@value
class Seconds(Number):
    """A span of time.

    Attributes:
        least: seconds.
        most: seconds.
    """

    metavar = "SECONDS"

    @property
    def limits(self) -> str:
        """The least and the most."""
        return words.SECONDS.fill(least=self.least, most=self.most)


@value
class Whole(Kind):
    """A whole number.

    Attributes:
        least: the smallest that is accepted.
        most: the largest.
        unit: what is counted; empty for plain numbers.
    """

    least: int
    most: int
    unit: str = ""
    metavar = "NUMBER"

    def read_text(self, text: str) -> int:
        """So many."""
        try:
            return self.read_json(int(text))
        except ValueError:
            raise self._make_limits_error(text) from None

    def read_json(self, value: object) -> int:
        """A whole number."""
        if isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most:
            return value
        raise self._make_limits_error(f"{value}")

    @property
    def limits(self) -> str:
        """The least and the most."""
        return words.WHOLE.fill(least=self.least, most=self.most, unit=self.unit).strip()

    def _make_limits_error(self, text: str) -> UsageError:
        return UsageError(words.OUT_OF_LIMITS.fill(text=text[:SHOWN], limits=self.limits))
