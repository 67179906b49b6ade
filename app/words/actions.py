"""What can be done in the window, in words for menus and for docs/shortcuts.md."""

from app.words.phrase import sentence

FOLLOW = sentence("Follow a name …")
FOLLOW_AGAIN = sentence("Try again at once, or follow again")
STOP = sentence("Stop following")
WAYS = sentence("Way in, keys and proxies …")
HEALTH = sentence("Health of the connection …")
DEMO = sentence("Watch the demo")
COPY = sentence("Copy chosen rows")
OLDEST = sentence("To the oldest row")
NEWEST = sentence("To the newest row")
LARGER = sentence("Larger text")
SMALLER = sentence("Smaller text")
USUAL = sentence("Usual text size")
INSPECT = sentence("Inspector: every event as it comes")
MENU = sentence("Menu")
CLOSE = sentence("Close the window")
CLOSE_INSPECTOR = sentence("Close the inspector")
