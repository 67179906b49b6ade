"""Sidestage: reads a TikTok LIVE room and shows it in a native window. Unofficial."""

__version__ = "0.1.0"
