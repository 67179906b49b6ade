"""Whom to thank."""
