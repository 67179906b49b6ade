"""What outlives the window: choices in a small JSON file, secrets in the system's keyring."""

from app.settings.choices import (
    THEMES,
    Settings,
    has_password,
    load,
    log_file,
    remember_room,
    save,
    save_changes,
    settings_file,
)
from app.settings.vault import SECRETS, is_kept, keep, secret

__all__ = [
    "SECRETS",
    "THEMES",
    "Settings",
    "has_password",
    "is_kept",
    "keep",
    "load",
    "log_file",
    "remember_room",
    "save",
    "save_changes",
    "secret",
    "settings_file",
]
