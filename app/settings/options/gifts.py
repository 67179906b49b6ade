"""How gifts are shown, and what they are worth."""

from __future__ import annotations

from app.settings.kinds import Choice, Switch
from app.settings.number_kinds import Number, Whole
from app.settings.options.row import make_row, make_subject
from app.words import sentence

MOST_DIAMONDS = 1_000_000_000  # of a target
# By code how it is written beside a figure, and what it is called.
CURRENCIES = {
    "USD": ("$", sentence("US dollar")),
    "EUR": ("€", sentence("euro")),
    "GBP": ("£", sentence("pound")),
    "JPY": ("¥", sentence("yen")),
    "BRL": ("R$", sentence("real")),
    "MXN": ("MX$", sentence("Mexican peso")),
    "CAD": ("CA$", sentence("Canadian dollar")),
    "AUD": ("A$", sentence("Australian dollar")),
    "CHF": ("CHF", sentence("Swiss franc")),
    "PLN": ("zł", sentence("złoty")),
    "SEK": ("kr", sentence("Swedish krona")),
    "TRY": ("₺", sentence("lira")),
    "INR": ("₹", sentence("rupee")),
    "IDR": ("Rp", sentence("rupiah")),
    "PHP": ("₱", sentence("Philippine peso")),
    "VND": ("₫", sentence("dong")),
}


@make_subject
class GiftChoices:
    """Choices of gifts."""

    money: bool = make_row(
        Switch(),
        True,
        "gifts",
        sentence("an estimate of what the creator is paid for the diamonds, beside them"),
        caption=sentence("Money"),
    )
    money_rate: float = make_row(
        Number(0, 100_000, decimals=5),
        0.005,
        "gifts",
        sentence("what the creator is paid for a diamond, in the currency that is chosen"),
        caption=sentence("Money for a diamond"),
    )
    money_currency: str = make_row(
        Choice({code: words for code, (_, words) in CURRENCIES.items()}, sentence("currency")),
        "USD",
        "gifts",
        sentence("the currency of that estimate"),
        caption=sentence("Currency"),
    )
    gifts_least: int = make_row(
        Whole(0, 1_000_000, sentence("diamonds")),
        0,
        "gifts",
        sentence("what a gift is worth at least to stand among the latest gifts"),
        caption=sentence("Latest gifts from"),
    )
    gift_alarm: int = make_row(
        Whole(2, 4),
        3,
        "gifts",
        sentence("how many times as many gifts a minute as usual are called a rush"),
        caption=sentence("Rush"),
    )
    gift_target: int = make_row(
        Whole(0, MOST_DIAMONDS, sentence("diamonds")),
        0,
        "gifts",
        sentence("how many diamonds you want to be given in a stream; 0 for no target"),
        caption=sentence("Target of a stream"),
    )
