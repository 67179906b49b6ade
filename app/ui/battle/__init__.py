"""Draws a battle."""
