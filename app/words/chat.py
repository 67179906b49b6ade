"""Rows of the chat that are not words of people, and what stands around the rows."""

from app.words.phrase import plural, sentence

# What people did.
EMPTY = sentence("(empty)")
EMOTES = plural("an emote", "{count} emotes")
FOLLOWED = sentence("followed")
SHARED = sentence("shared")
SHARED_AND_BROUGHT = sentence("shared and brought {people}")
SUBSCRIBED = sentence("subscribed")
RENEWED = sentence("subscribed, month {months}")
SUPER_FAN = sentence("is a super fan")
PINNED = sentence("pinned: {text}")
TREASURE_CHEST = plural(
    "sent a treasure chest of {count} diamond", "sent a treasure chest of {count} diamonds"
)
POLL = sentence("Poll: {title} ({options})")
POLL_ENDED = sentence("Poll ended: {title} ({options})")
CUT = plural("{beginning}… ({count:,} more character)", "{beginning}… ({count:,} more characters)")

# The connection.
WAITING = sentence("{reason} Waiting for the stream.")
LOST = sentence("Connection lost: {reason}")
NOT_REACHED = sentence("No connection yet: {reason}")
CONNECTED = sentence("Connected.")
WENT_LIVE = sentence("{name} went live.")
HOST_WENT_LIVE = sentence("The host went live.")
DROPPED = sentence("Connection dropped, not tried again: {reason}")
DISCONNECTED_BECAUSE = sentence("Disconnected: {reason}")
DISCONNECTED = sentence("Disconnected.")
ENDED_UNSEEN = sentence("{sentence} When exactly is not known.")
ENDED_AFTER = sentence("{sentence} It lasted {span}.")
GAP = sentence("{seconds} s without a connection: what happened is not known")
GAP_OF_UNKNOWN_LENGTH = sentence("A while without a connection: what happened is not known")
SECONDS, MINUTES = sentence("{seconds} s"), sentence("{minutes} m")
HOURS = sentence("{hours} h {minutes} m")
NEW_STREAM = sentence("A new stream begins.")

# Around the rows.
CHAT = sentence("Chat")
REMOVED = sentence("removed by a moderator")
DELETED = sentence("{text} (deleted by a moderator)")
PAUSED = sentence("Paused – Esc returns")
PAUSED_AND_DROPPED = plural(
    "Paused – Esc returns · {rows} older row dropped", "Paused – Esc returns · {rows} older rows dropped"
)
NEW_ROWS = sentence("▼ {rows} new")
TO_NEWEST = sentence("▼ to the newest")

# In their place while there are none.
QUIET = sentence("Nobody has written yet")
FIRST_COMMENT = sentence("The first comment appears here the moment it is written.")
