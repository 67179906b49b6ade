"""The window: titles of the panes, the header, the way in, pictures of it."""

from app.words.phrase import sentence

PROGRAM = "Sidestage"

# Titles of the panes.
STATE = sentence("State")
CONNECT_TITLE = sentence("Connect")
TOP_GIFTERS = sentence("Top gifters")
LATEST_GIFTS = sentence("Latest gifts")
VIEWERS = sentence("Viewers")
BATTLE = sentence("Battle")

# The header.
NO_ROOM = sentence("No room yet")
STATE_OF = sentence("State: {phase} {name}")
FIGURE = sentence("{name}: {value}")
ON_AIR, WAS_ON_AIR = sentence("on air"), sentence("was on air")
WATCHING_NOW, WATCHING = sentence("watching now"), sentence("watching")
LAST_KNOWN, LAST = sentence("last known"), sentence("last")
LIKES = sentence("likes")
DIAMONDS = sentence("diamonds")
LAST_DATA = sentence("last data")
LAST_DATA_UNREADABLE = sentence("last data · {messages} unreadable")
STALLED = sentence("stalled?")
STALLED_UNREADABLE = sentence("stalled? · {messages} unreadable")
UNREADABLE = sentence("Messages that Sidestage could not read. Nothing else is lost by them; F10 shows each.")
JUST_NOW = sentence("now")

# The way in.
CONNECT, DISCONNECT, CANCEL = sentence("Connect"), sentence("Disconnect"), sentence("Cancel")
WAY_IN, WAY = sentence("Way in …"), sentence("Way")
PLACE = sentence("{place} …")
ABOUT_WAYS = sentence("Ways in, keys and proxies ({keys})")
NAME_OR_ADDRESS = sentence("@name or address of a LIVE")
NAME_BOX = sentence("Creator's name or address")
QUOTA_LABEL = sentence("Left at the sign provider")
STATUS_LABEL = sentence("Status")
NEXT_LABEL = sentence("What happens next")

# Pictures.
PICTURE_NOT_WRITTEN = sentence("Cannot write a picture to {path}.")
PICTURE_PLACE = sentence("Is the folder there, and does the name end in .png?")
SECONDS = sentence("{count} s")
MINUTES = sentence("{count} min")
HOURS = sentence("{count} h")
