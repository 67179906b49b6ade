"""Gifts of the real panel: ids, names, prices in diamonds, kinds (webcast/gift/list, region PL, 2024)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from app.protocol.schema import Wire
from app.sim.wire import Gallery, make, make_image

STREAKABLE = 1


@dataclass(frozen=True, slots=True)
class GiftKind:
    """One gift of the panel.

    Attributes:
        diamonds: price of one.
        type: 1 can be sent in a streak, 2 is an animation, 4 a face effect.
        weight: how often it is chosen.
    """

    id: int
    name: str
    diamonds: int
    type: int
    picture: str
    weight: float

    @property
    def is_streakable(self) -> bool:
        """Whether it comes in streaks with a running count."""
        return self.type == STREAKABLE

    def make_wire(self, gallery: Gallery) -> Wire:
        """The gift as messages carry it."""
        return _make_wire(self, gallery)


PANEL = (
    GiftKind(5655, "Rose", 1, 1, "eba3a9bb85c33e017f3648eaf88d7189", 30),
    GiftKind(5269, "TikTok", 1, 1, "802a21ae29f9fae5abe3693de9f874bd", 12),
    GiftKind(6064, "GG", 1, 1, "3f02fa9594bd1495ff4e8aa5ae265eef", 8),
    GiftKind(5487, "Finger Heart", 5, 1, "a4c4dc437fd3a6632aba149769491f49.png", 12),
    GiftKind(8913, "Rosa", 10, 1, "eb77ead5c3abb6da6034d3cf6cfeb438", 8),
    GiftKind(5658, "Perfume", 20, 1, "20b8f61246c7b6032777bb81bf4ee055", 6),
    GiftKind(5879, "Doughnut", 30, 1, "4e7ad6bdf0a1d860c538f38026d4e812", 6),
    GiftKind(7934, "Heart Me", 1, 4, "d56945782445b0b8c8658ed44f894c7b", 6),
    GiftKind(6097, "Little Crown", 99, 4, "cf3db11b94a975417043b53401d0afe1", 3),
    GiftKind(5660, "Hand Hearts", 100, 2, "6cd022271dc4669d182cad856384870f", 3),
    GiftKind(5586, "Hearts", 199, 4, "934b5a10dee8376df5870a61d2ea5cb6.png", 2),
    GiftKind(7168, "Money Gun", 500, 2, "e0589e95a2b41970f0f30f6202f5fce6", 1),
    GiftKind(5587, "Gold Mine", 1000, 2, "58cbff1bd592ae4365a450c4bf767f3a.png", 0.6),
    GiftKind(6090, "Fireworks", 1088, 2, "9494c8a0bc5c03521ef65368e59cc2b8", 0.4),
)
WEIGHTS = tuple(kind.weight for kind in PANEL)
BY_ID = {kind.id: kind for kind in PANEL}
ROSE = BY_ID[5655]


def pick_kind(chance: Random) -> GiftKind:
    """A gift; cheap ones come more often."""
    return chance.choices(PANEL, WEIGHTS)[0]


def describe_kind(kind: GiftKind) -> dict[str, object]:
    """An entry of webcast/gift/list."""
    picture = make_image(f"webcast-va/{kind.picture}")
    return {
        "id": kind.id,
        "name": kind.name,
        "describe": f"sent {kind.name}",
        "diamond_count": kind.diamonds,
        "type": kind.type,
        "combo": kind.is_streakable,
        "duration": 1000,
        "for_linkmic": True,
        "is_displayed_on_panel": True,
        "image": picture,
        "icon": picture,
        "primary_effect_id": 0,
    }


@lru_cache(maxsize=2 * len(PANEL))
def _make_wire(kind: GiftKind, gallery: Gallery) -> Wire:
    picture = gallery.make_image(f"webcast-va/{kind.picture}")
    return make(
        "Gift",
        id=kind.id,
        name=kind.name,
        describe=f"sent {kind.name}",
        diamond_count=kind.diamonds,
        type=kind.type,
        combo=kind.is_streakable,
        duration=1000,
        for_linkmic=True,
        is_displayed_on_panel=True,
        image=picture,
        icon=picture,
    )
