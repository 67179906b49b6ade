"""The gift list that comes with the program, for when TikTok keeps its own to itself.

116 gifts of region PL as the MIT-licensed TikTokLiveJava recorded them. Prices change: gift events carry the
right ones.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

RECORDED = date(2024, 1, 5)


def read_shipped_gifts() -> list[dict[str, Any]]:
    """Gifts under TikTok's own names, each with `shipped`."""
    rows = json.loads((files("app") / "resources" / "gifts.json").read_text(encoding="utf-8"))
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "diamond_count": row["diamonds"],
            "combo": row["streakable"],
            "shipped": True,
        }
        for row in rows
    ]
