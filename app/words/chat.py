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
    "sent a treasure chest of {diamonds} diamond", "sent a treasure chest of {diamonds} diamonds"
)
GIFT = sentence("sent {name} ×{times}")
GIFT_AND_WORTH = plural(
    "sent {name} ×{times} · {diamonds:,} diamond", "sent {name} ×{times} · {diamonds:,} diamonds"
)
SOME_GIFT = sentence("a gift")
TWO_FOLLOWED = sentence("{first} and {second} followed")
MANY_FOLLOWED = plural(
    "{first}, {second} and {count} other followed", "{first}, {second} and {count} others followed"
)
TWO_SHARED = sentence("{first} and {second} shared")
MANY_SHARED = plural(
    "{first}, {second} and {count} other shared", "{first}, {second} and {count} others shared"
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

# Which rows are shown.
ALL, ONLY_CHAT, ONLY_GIFTS = sentence("All"), sentence("Chat"), sentence("Gifts")
ONLY_FOLLOWS, ONLY_QUESTIONS, ONLY_MODS = sentence("Follows"), sentence("Questions"), sentence("Mods")
FILTER = sentence("Rows that are shown")
FILTER_OF = sentence("{name} ▾")
GIFTS_FROM_SHORT = sentence("{least}+")
GIFTS_FROM = sentence("Gifts of {least} diamonds or more in the chat")
ALL_GIFTS = sentence("All gifts in the chat")

# Looking for words.
FIND = sentence("Find in names and words")
HITS = sentence("{place} of {count}")
NO_HIT = sentence("not found")
UP, DOWN, CLOSE = "▲", "▼", "✕"
PREVIOUS, NEXT = sentence("The one before (Shift+F3)"), sentence("The next (F3)")
LEAVE_FIND = sentence("Leave (Esc)")

# A person.
WROTE = plural("{count:,} comment", "{count:,} comments")
GAVE = plural("{gifts} gifts, {diamonds:,} diamond", "{gifts} gifts, {diamonds:,} diamonds")
SINCE = sentence("First seen {time} · {wrote} · {gave}")
THEIR_ROWS = sentence("What they said and gave in this stream")
NOTE = sentence("Note for this stream, only for you")
HIGHLIGHT, HIDE = sentence("Highlight"), sentence("Hide")
COPY_HANDLE, OPEN_PROFILE = sentence("Copy handle"), sentence("Open profile …")
LEAVES_TO = sentence("This opens {address} in your browser, a page of {host}.")
LOOKS_LIKE_ANOTHER = sentence("Its name is written in letters that may look like others.")
NAME_LEFT_OUT = sentence("What stood before the @ is no host and is left out.")
OPEN, STAY = sentence("Open"), sentence("Stay here")
BADGES = {
    "moderator": sentence("moderator"),
    "subscriber": sentence("subscriber"),
    "top_gifter": sentence("top gifter {level}"),
    "gifter_level": sentence("gifter level {level}"),
    "fan_level": sentence("fan level {level}"),
    "host": sentence("host"),
}

# On top.
PINNED_ROW, UNPIN = sentence("Pinned comment"), sentence("Take down")
PINNED_BY = sentence("📌 {name}")

# Around the rows.
CAME_IN = sentence("{name} came in")
CHAT = sentence("Chat")
REMOVED = sentence("removed by a moderator")
DELETED = sentence("{text} (deleted by a moderator)")
NEW = sentence("new")
PAUSED = sentence("Paused · ▼ to the newest")
PAUSED_BRIEF = sentence("▼ Paused")
PAUSED_AND_NEW = sentence("Paused · ▼ {rows} new")
AND_DROPPED = plural("{pill} · {rows} older row dropped", "{pill} · {rows} older rows dropped")

# In their place while there are none.
QUIET = sentence("Nobody has written yet")
FIRST_COMMENT = sentence("The first comment appears here the moment it is written.")
