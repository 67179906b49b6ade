"""Draws the state and turns clicks into commands."""
