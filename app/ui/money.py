"""What diamonds are worth to the creator, an estimate: by the user's rate, in the user's currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.settings.options.gifts import CURRENCIES
from app.ui.figures import LARGEST, find_locale
from app.words.discretion import HIDDEN, is_discreet

if TYPE_CHECKING:
    from app.settings import Choices

CENTS_BELOW = 1_000


class Pricing(NamedTuple):
    """What is paid for a diamond.

    Attributes:
        rate: in the currency.
        symbol: of the currency.
    """

    rate: float
    symbol: str


def read_pricing(choices: Choices) -> Pricing | None:
    """What the user chose; None where no money is to be seen."""
    if not choices.money:
        return None
    return Pricing(choices.money_rate, CURRENCIES[choices.money_currency][0])


def write_money(diamonds: int, pricing: Pricing) -> str:
    """$61.73, without cents from a thousand on; the symbol stands where the user's language has it.

    Hidden in streamer mode.
    """
    if is_discreet():
        return HIDDEN
    worth = min(diamonds, LARGEST) * pricing.rate
    return find_locale().toCurrencyString(worth, pricing.symbol, 2 if worth < CENTS_BELOW else 0)
