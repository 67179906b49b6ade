"""Writes raw frames with their time and plays them back as a source; exports."""
