"""Reads messages: from the wire to events."""
