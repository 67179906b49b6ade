"""Draws the chat."""
