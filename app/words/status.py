"""How the connection stands: in a sentence, in a word, in the window's title."""

from app.words.phrase import sentence

# What is going on, and what to do.
NOT_CONNECTED = sentence("Not connected.")
TYPE_A_NAME = sentence("Type a creator's @name and press Enter.")
CONNECTING = sentence("Connecting …")
LIVE = sentence("Live.")
PAUSED = sentence("The host paused the stream.")
ENDED = sentence("The stream ended.")
ENDED_BY_HOST = sentence("The stream was ended by the host.")
ENDED_BY_TIKTOK = sentence("The stream was ended by TikTok.")
SILENT = sentence("Nothing has come for {span}.")
CONNECTED_ANEW = sentence("If this goes on, it is connected anew.")
CHECKING_AT = sentence("Checking again at {time}.")
NEXT_TRY = sentence("Next try in {span}.")
NEXT_ATTEMPT = sentence("Next try in {span} (attempt {attempt}).")
SECONDS = sentence("{seconds} s")
ONE_AFTER_ANOTHER = sentence("{first} {second}")

# Each phase in a word; shorter, for a narrow place.
PHASE_IDLE, BRIEF_IDLE = sentence("Not connected"), sentence("Off")
PHASE_CONNECTING, BRIEF_CONNECTING = sentence("Connecting"), sentence("Trying")
PHASE_LIVE = sentence("LIVE")
PHASE_PAUSED, BRIEF_PAUSED = sentence("Paused by host"), sentence("Paused")
PHASE_LOST, BRIEF_LOST = sentence("Connection lost"), sentence("Lost")
PHASE_WAITING, BRIEF_WAITING = sentence("Waiting for live"), sentence("Waiting")
PHASE_ENDED = sentence("Ended")
BRIEF_FAILED = sentence("Failed")
PHASE_STALLED = sentence("No data")
PHASE_UNREACHED = sentence("No connection yet")

# The window's title.
TITLE = sentence("{mark} {phase} – {program}")
TITLE_OF_ROOM = sentence("{mark} {phase} {name} – {program}")
TITLE_WITH_VIEWERS = sentence("{mark} {phase} {name} – {viewers} 👁 – {program}")
TITLE_CONNECTING = sentence("{mark} {phase} {name} … – {program}")
TITLE_RETRYING = sentence("{mark} {phase} {name}, retry in {span} – {program}")

# What is left at the sign provider.
LEFT = sentence("{left} of {limit} left")
LEFT_BY_SPAN = {
    "": sentence("{left} of {limit} signatures left."),
    "minute": sentence("{left} of {limit} signatures left this minute."),
    "hour": sentence("{left} of {limit} signatures left this hour."),
    "day": sentence("{left} of {limit} signatures left today."),
}
RENEWED = sentence("Renewed at {time}: up to {limit} again.")
RENEWED_BY_SPAN = {
    "": sentence("{left} of {limit} signatures left, renewed at {time}."),
    "minute": sentence("{left} of {limit} signatures left this minute, renewed at {time}."),
    "hour": sentence("{left} of {limit} signatures left this hour, renewed at {time}."),
    "day": sentence("{left} of {limit} signatures left today, renewed at {time}."),
}
