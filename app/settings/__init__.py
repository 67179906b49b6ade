"""Every choice that the user has: the table, what holds, the file, and the keyring for secrets."""

from app.settings.language import read_language
from app.settings.layers import find_overruled, read_choices, read_variable
from app.settings.options import CONNECTING, DEFAULTS, KEPT, OPTIONS, SECRETS, Choices, Option
from app.settings.options.ways import OWN, USUAL, WAYS, Way
from app.settings.store import (
    Change,
    Store,
    log_file,
    picture_folder,
    put_first,
    put_in,
    settings_file,
    take_out,
)
from app.settings.vault import has_secret, read_secret, store_secret

__all__ = [
    "CONNECTING",
    "DEFAULTS",
    "KEPT",
    "OPTIONS",
    "OWN",
    "SECRETS",
    "USUAL",
    "WAYS",
    "Change",
    "Choices",
    "Option",
    "Store",
    "Way",
    "find_overruled",
    "has_secret",
    "log_file",
    "picture_folder",
    "put_first",
    "put_in",
    "read_choices",
    "read_language",
    "read_secret",
    "read_variable",
    "settings_file",
    "store_secret",
    "take_out",
]
