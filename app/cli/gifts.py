"""`sidestage gifts`: what the gifts of a room cost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from app.cli.options import Options
from app.cli.output import put, put_json, show_cell, warn
from app.client.live_client import LiveClient
from app.events.describe.json_text import dump_json
from app.events.describe.plain import make_plain
from app.tiktok.shipped_gifts import RECORDED
from app.tiktok.tree import read_amount, read_number, read_text
from app.words import Phrase
from app.words import commands as words

STREAKABLE = 1  # `type` of gifts that are sent in streaks


async def run_gifts(options: Options) -> int:
    """Print the panel by price; on standard error whether it is the shipped one.

    Raises:
        SidestageError: nobody has that name, or no answer at all.
    """
    told = await LiveClient(options.target, options.access).gift_info()
    rows = sorted(map(make_gift_json, told), key=lambda row: (row["diamonds"], row["name"]))
    for row in rows:
        put_json(dump_json(row)) if options.json else put(write_gift_line(row))
    if any(row["shipped"] for row in rows):
        warn(tell_age(datetime.now(UTC).date()))
    return 0


def make_gift_json(gift: Mapping[str, Any]) -> dict[str, Any]:
    """One gift under stable names; the id is a string, as it is in events. Prices are in diamonds."""
    return {
        "id": str(read_number(gift.get("id"))),
        "name": read_text(gift.get("name")),
        "diamonds": read_amount(gift.get("diamond_count")) or 0,
        "streakable": gift.get("combo") is True or gift.get("type") == STREAKABLE,
        "shipped": gift.get("shipped") is True,
    }


def tell_age(today: date) -> Phrase:
    """The sentence that stands below the shipped list."""
    months = max(0, (today - RECORDED).days * 12 // 365)
    years, months = divmod(months, 12)
    return words.SHIPPED_LIST.fill(years=years, months=months, date=RECORDED)


def write_gift_line(row: Mapping[str, Any]) -> str:
    """One gift for a person to read."""
    name = make_plain(row["name"])
    shown = show_cell(words.GIFT_IN_STREAKS.fill(name=name)) if row["streakable"] else name
    return f"{row['diamonds']:>8,}  {shown}"
