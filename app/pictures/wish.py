"""Which picture is wished for."""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache
from typing import Literal, TypeAlias

from app.frozen import value

Kind = Literal["avatar", "gift", "emote", "badge"]
Key: TypeAlias = tuple[Kind, int | str]
KEPT_NAMES = 1_024


@value
class Wish:
    """A picture of something.

    Attributes:
        kind: what it is a picture of.
        id: of whom or which; the picture is kept by it, since addresses change with every message.
        address: where it is. It holds a signature and is shown nowhere, not even by repr.
    """

    kind: Kind
    id: int | str
    address: str = field(repr=False)

    @property
    def key(self) -> Key:
        """What it is kept by."""
        return self.kind, self.id


@value
class Arrival:
    """A picture that came.

    Attributes:
        key: of its wish.
        data: a file of one of the types in `image_types`.
    """

    key: Key
    data: bytes = field(repr=False)


@lru_cache(maxsize=KEPT_NAMES)
def name_picture(address: str) -> str:
    """What tells the picture of a badge, which has no number, from others: its path.

    The host, and what follows the path (the form that is asked for, a signature) change with every message.
    """
    path = address.partition("?")[0].partition("~")[0].partition("://")[2].partition("/")[2]
    return path or address
