"""What can be done in the window, in words for menus and for docs/shortcuts.md."""

from app.words.phrase import sentence

FOLLOW = sentence("Follow a name …")
STOP = sentence("Stop following")
WAYS = sentence("Way in, keys and proxies …")
DEMO = sentence("Watch the demo")
COPY = sentence("Copy chosen rows")
OLDEST = sentence("To the oldest row")
NEWEST = sentence("To the newest row")
NEXT_FILTER = sentence("Next kind of rows")
FIND, FIND_NEXT = sentence("Find in the chat …"), sentence("Next that was found")
FIND_PREVIOUS = sentence("The one found before")
PERSON, PIN = sentence("Card of the person"), sentence("Pin on top, or take down")
HIDE, HIGHLIGHT = sentence("Hide the person in this stream"), sentence("Highlight the person in this stream")
LARGER = sentence("Larger text")
SMALLER = sentence("Smaller text")
USUAL = sentence("Usual text size")
INSPECT = sentence("Inspector: every event as it comes")
MENU = sentence("Menu")
CLOSE = sentence("Close the window")
CLOSE_INSPECTOR = sentence("Close the inspector")
