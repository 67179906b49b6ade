"""Starts the window: makes its sources, does what must wait in threads, shows faults, ends the process."""
