"""Turns socket frames into messages and says what must be sent back, with no IO and no clock."""
