"""Fetches pictures of people, gifts, emotes and badges, and keeps them: bytes only, no Qt."""
