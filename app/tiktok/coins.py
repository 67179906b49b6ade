"""What coins cost: the packages that TikTok's web shop offers."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.endpoints import Endpoints
from app.errors import ProtocolError
from app.network.web import Web
from app.tiktok.tree import read_amount, read_identity, read_mapping
from app.tiktok.webcast import ask_webcast
from app.words import tiktok as words


@dataclass(frozen=True, slots=True)
class CoinPackage:
    """One offer.

    Attributes:
        coins: how many (`diamond_count`, TikTok's name for what viewers buy).
        usd_cents: price in cents of a US dollar (`price`).
    """

    id: int
    coins: int
    usd_cents: int


async def list_coin_packages(web: Web, endpoints: Endpoints) -> tuple[CoinPackage, ...]:
    """wallet_api/fs/diamond, in TikTok's order.

    Raises:
        SidestageError: as `ask_webcast`.
    """
    told = await ask_webcast(web, endpoints, "wallet_api/fs/diamond", {})
    if not isinstance(told.get("data"), list):
        raise ProtocolError(words.NO_COINS)
    rows = [read_mapping(row) for row in told["data"]]
    found = (
        CoinPackage(
            read_identity(row.get("id")),
            read_amount(row.get("diamond_count")) or 0,
            read_amount(row.get("price")) or 0,
        )
        for row in rows
    )
    return tuple(package for package in found if package.coins)
