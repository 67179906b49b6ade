"""What is told outside the window: notices of the desktop, and what is spoken."""

from app.words.phrase import sentence

NOTICES = sentence("Notices and sounds")
GIFT = sentence("{name} sent {gift} ×{times}")
GIFT_WORTH = sentence("{name} sent {gift} ×{times}, {diamonds} diamonds")
FOLLOW = sentence("{name} followed")
CAME_IN = sentence("{name} came in")
SAID = sentence("{name}: {text}")
ASKED = sentence("{name} asks: {text}")
LOST = sentence("The connection was lost.")
SOMEBODY = sentence("Somebody")
A_GIFT = sentence("a gift")

NO_SOUND = sentence("No sound: this system has no loudspeaker that can be used ({reason}).")
NO_SPEECH = sentence("No speech of the system was found; on Linux: install speech-dispatcher or espeak-ng.")
