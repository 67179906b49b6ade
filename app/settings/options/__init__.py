"""Every choice that the user has, once: a field of `Choices` is a row of OPTIONS.

Each file of this folder has the rows of one subject; a new subject is a file and a base of `Choices`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from app.frozen import compose
from app.settings.options.access import AccessChoices, LoginChoices, WayChoices
from app.settings.options.addresses import AddressChoices
from app.settings.options.chat import ChatChoices
from app.settings.options.gifts import GiftChoices
from app.settings.options.glance import GlanceChoices
from app.settings.options.inboxes import InboxChoices
from app.settings.options.keys import KeyChoices
from app.settings.options.look import LookChoices
from app.settings.options.network import NetworkChoices
from app.settings.options.notices import NoticeChoices
from app.settings.options.pictures import PictureChoices
from app.settings.options.row import Option
from app.settings.options.viewers import ViewersChoices
from app.settings.options.windows import WindowChoices

__all__ = ["CONNECTING", "DEFAULTS", "KEPT", "OPTIONS", "SECRETS", "Choices", "Option"]


@compose
class Choices(
    KeyChoices,
    GlanceChoices,
    WindowChoices,
    PictureChoices,
    InboxChoices,
    ViewersChoices,
    NoticeChoices,
    GiftChoices,
    ChatChoices,
    LookChoices,
    WayChoices,
    AddressChoices,
    NetworkChoices,
    LoginChoices,
    AccessChoices,
):
    """What holds: for each option the flag, else the variable, else what was kept, else the default.

    The rows of the last base come first.
    """


OPTIONS: Mapping[str, Option] = {one.name: Option(one.name, **one.metadata) for one in fields(Choices)}
DEFAULTS = Choices()
# What decides how a room is got into, so that another choice makes another source.
CONNECTING = frozenset(
    one.name
    for kind in (AccessChoices, LoginChoices, NetworkChoices, AddressChoices, WayChoices)
    for one in fields(kind)
) - {"recent"}
SECRETS: Mapping[str, Option] = {name: option for name, option in OPTIONS.items() if option.is_secret}
KEPT: Mapping[str, Option] = {name: option for name, option in OPTIONS.items() if not option.is_secret}
