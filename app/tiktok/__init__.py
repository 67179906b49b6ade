"""Reads TikTok's web over HTTP: pages, look-up of rooms, profiles, gifts, figures, streams."""
