"""What becomes of commands: who is followed already, and what ended by a fault of our own."""

from app.words.phrase import sentence

ALREADY = sentence("@{name} is followed already.")
ANEW = sentence("To connect anew, disconnect first.")
FAULT = sentence("Something went wrong inside Sidestage.")
PRESS_CONNECT = sentence("Press Connect to go on.")
DISCONNECTED_EARLY = sentence("Disconnected before the room was open.")
