"""The gift list that comes with the program, for when TikTok keeps its own to itself.

116 gifts of region PL on 2024-01-05, as the MIT-licensed TikTokLiveJava recorded them. Prices change:
gift events carry the right ones.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

# A checkout, and what PyInstaller unpacks.
FOLDERS = (Path(__file__).parents[2], Path(getattr(sys, "_MEIPASS", "")))


def shipped_gifts() -> list[dict[str, Any]]:
    """Gifts under TikTok's own names, each with `shipped`; empty where the program came without the list."""
    path = next((path for folder in FOLDERS if (path := folder / "resources" / "gifts.json").is_file()), None)
    rows = json.loads(path.read_text(encoding="utf-8")) if path else []
    return [
        {"id": row["id"], "name": row["name"], "diamond_count": row["diamonds"], "combo": row["streakable"],
         "shipped": True}
        for row in rows
    ]  # fmt: skip
