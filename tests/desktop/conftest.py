"""The window meets a keyring in memory."""

from tests.keyrings import backend

__all__ = ["backend"]
