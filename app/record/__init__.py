"""Writes messages with their time, plays them back as a source, and takes the people out of them."""
