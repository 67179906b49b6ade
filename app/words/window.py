"""The window: titles of the panes, the header, the box for a name, pictures of it."""

from app.words.phrase import plural, sentence

PROGRAM = "Sidestage"

# Titles of the panes.
STATE = sentence("State")
TOP_GIFTERS = sentence("Top gifters")
LATEST_GIFTS = sentence("Latest gifts")
VIEWERS = sentence("Viewers")
BATTLE = sentence("Battle")

# The header.
NO_ROOM = sentence("No room yet")
STATE_OF = sentence("State: {phase} {name}")
STATE_AND_AGE = sentence("{phase} · {age}")
FIGURE = sentence("{name}: {value}")
ON_AIR, WAS_ON_AIR = sentence("on air"), sentence("was on air")
WATCHING_NOW, WATCHING = sentence("watching now"), sentence("watching")
LAST_KNOWN, LAST = sentence("last known"), sentence("last")
LIKES = sentence("likes")
LIKES_SEEN, SEEN = sentence("likes seen"), sentence("seen")
DIAMONDS = sentence("diamonds")
FOLLOWERS = sentence("new followers")
JUST_NOW = sentence("now")
STREAMER_MODE = sentence("Streamer mode")
ABOUT_STREAMER_MODE = sentence("Counts, money, handles and pictures are hidden; {keys} shows them")
TYPE_ANOTHER = sentence("Type another name ({keys})")

# The box for a name.
CONNECT, DISCONNECT = sentence("Connect"), sentence("Disconnect")
WAY_IN = sentence("Way in …")
ABOUT_WAYS = sentence("Ways in, keys and proxies ({keys})")
NAME_OR_ADDRESS = sentence("@name or address of a LIVE")
NAME_BOX = sentence("Creator's name or address")

# How healthy the connection is.
HEALTH = sentence("Health of the connection")
ALL_WELL = sentence("All well")
QUOTA = sentence("Left at the sign provider")
QUOTA_UNKNOWN = sentence("not told yet")
ABOUT_QUOTA = sentence(
    "Each connection takes a signature. When most are used, attempts that nobody asked for wait."
)
RECONNECTS = sentence("Connected again")
ABOUT_RECONNECTS = sentence("How often the connection was lost and made again in this stream.")
GAPS = sentence("Gaps")
SOME_GAPS = plural("{number} gap", "{number} gaps")
ABOUT_GAPS = sentence("Spans without a connection: what happened in them is not known.")
UNREADABLE = sentence("Not readable")
SOME_UNREADABLE = sentence("{number} unreadable")
ABOUT_UNREADABLE = sentence(
    "Messages that Sidestage could not read. Nothing else is lost by them; {keys} shows each."
)
PASSED_OVER = sentence("Passed over")
ABOUT_PASSED_OVER = sentence(
    "Messages of kinds that Sidestage does not know. They are counted, and nothing else."
)
USED_WAY = sentence("Way in")
ABOUT_USED_WAY = sentence("How the next connection is made; {keys} changes it.")

# Pictures.
PICTURE_NOT_WRITTEN = sentence("Cannot write a picture to {path}.")
PICTURE_PLACE = sentence("Is the folder there, and does the name end in .png?")
SECONDS = sentence("{count} s")
MINUTES = sentence("{count} min")
HOURS = sentence("{count} h")
