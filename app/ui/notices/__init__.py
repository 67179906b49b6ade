"""Tells what happens outside the window: notices of the desktop, sounds, speech."""
