"""Draws who gave what."""
