"""The options that say how to get into a room, and what they come to."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from app.connector.access import Access
from app.connector.endpoints import Endpoints

ADDRESSES = ("app_url", "webcast_url", "sign_url")


def add_access(parser: argparse.ArgumentParser) -> None:
    """Give a command these options."""
    group = parser.add_argument_group("other addresses (https, or http on this machine)")
    group.add_argument("--app-url", metavar="URL", help="instead of TikTok's web site, or SIDESTAGE_APP_URL")
    group.add_argument(
        "--webcast-url", metavar="URL", help="instead of its webcast host, or SIDESTAGE_WEBCAST_URL"
    )
    group.add_argument(
        "--sign-url",
        metavar="URL",
        help="the sign provider, or SIDESTAGE_SIGN_URL; its key: SIDESTAGE_SIGN_KEY",
    )


def access_of(chosen: dict[str, Any], environment: Mapping[str, str]) -> Access:
    """Take these options out of `chosen`; what they leave open comes from the environment.

    Raises:
        UsageError: one of them cannot be meant.
    """
    addresses = {name: chosen.pop(name, None) for name in ADDRESSES}
    return Access(Endpoints.overridden(environment, addresses))
