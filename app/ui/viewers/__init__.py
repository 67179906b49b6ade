"""Draws how many watch."""
