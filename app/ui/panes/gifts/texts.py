"""What is written of a gift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.figures import compact, group_digits
from app.ui.gift_texts import describe_gift, word_gift
from app.ui.text import NAME_LIMIT, clean
from app.words import Phrase, show
from app.words import gifts as words

if TYPE_CHECKING:
    from app.state import GiftRow


def describe_row(gift: GiftRow) -> str:
    """Gift and count: Rose ×37, and that it still counts."""
    return describe_gift(gift.name, gift.count, is_counting=gift.is_open)


def write_gift(gift: GiftRow) -> tuple[str, ...]:
    """The same, and that nobody told its price; shorter, with dots while it counts."""
    wordings = word_gift(gift.name, gift.count, is_counting=gift.is_open)
    return tuple(one if gift.price else show(words.WITHOUT_PRICE.fill(gift=one)) for one in wordings)


def write_giver(gift: GiftRow) -> str:
    """Who gave it, as far as that was told."""
    return clean(gift.user.name, NAME_LIMIT) if gift.user.key else words.SOMEBODY


def write_diamonds(gift: GiftRow) -> str:
    """What it is worth, as far as that was told."""
    return compact(gift.diamonds) if gift.price else show(words.UNKNOWN)


def describe_gift_row(gift: GiftRow) -> Phrase:
    """The gift in words, the guest it was for included."""
    return words.BY_PERSON.fill(name=write_giver(gift), deed=describe_deed(gift))


def describe_deed(gift: GiftRow) -> Phrase:
    """What was given, and to which guest."""
    worth = words.WORTH_DIAMONDS.fill(diamonds=group_digits(gift.diamonds))
    values = {"gift": describe_row(gift), "worth": worth if gift.price else words.PRICE_UNKNOWN}
    if gift.to_user is None:
        return words.SENT.fill(**values)
    return words.SENT_TO.fill(name=clean(gift.to_user.name, NAME_LIMIT), **values)
