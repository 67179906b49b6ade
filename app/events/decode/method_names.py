"""Short names of the methods by which TikTok's messages go."""

from __future__ import annotations

import re
from functools import lru_cache

from app.protocol.methods import PREFIX

WORD_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
SUFFIXES = ("_message", "_method")


def make_snake_case(name: str) -> str:
    """A name as Python spells it: `LinkMicBattle` -> `link_mic_battle`."""
    return WORD_BORDER.sub("_", name).lower()


@lru_cache(maxsize=1024)
def name_method(method: str) -> str:
    """`WebcastLinkLayerMessage` -> `link_layer`."""
    name = make_snake_case(method.removeprefix(PREFIX))
    return next((name.removesuffix(end) for end in SUFFIXES if name.endswith(end)), name)
