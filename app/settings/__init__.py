"""Every choice that the user has: the table, what holds, the file, and the keyring for secrets."""

from app.settings.language import read_language
from app.settings.layers import find_overruled, read_choices, read_variable
from app.settings.options import CONNECTING, DEFAULTS, KEPT, OPTIONS, SECRETS, Choices, Option
from app.settings.options.ways import OWN, USUAL, WAYS, Way
from app.settings.store import (
    Change,
    Store,
    find_log_file,
    find_picture_folder,
    find_settings_file,
    put_first,
    put_in,
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
    "find_log_file",
    "find_overruled",
    "find_picture_folder",
    "find_settings_file",
    "has_secret",
    "put_first",
    "put_in",
    "read_choices",
    "read_language",
    "read_secret",
    "read_variable",
    "store_secret",
    "take_out",
]
