"""What a way into a room does, and why it fails: TikTok's own socket, polls, and the sign provider."""

from app.words.phrase import sentence

THE_CREATOR = sentence("The creator")

# Steps.
LOOKING = sentence("Looking for {handle} …")
ASKING_PROVIDER = sentence("Asking the sign provider …")
OPENING = sentence("Opening the connection …")
OPENING_TO = sentence("Opening the connection to {peer} …")
OPENING_AS_GUEST = sentence("Opening the connection as a guest …")
POLLING = sentence("Asking TikTok once a second …")
POLLING_INSTEAD = sentence("TikTok refuses the socket; asking it once a second instead …")

# The end.
STREAM_ENDED = sentence("The stream ended.")
STREAM_ENDED_MEANWHILE = sentence("The stream ended while the connection was lost.")
TRY_AGAIN = sentence("Try again in {minutes}:{seconds:02}.")
HINT_AND_TRY_AGAIN = sentence("{hint} Try again in {minutes}:{seconds:02}.")
LOST = sentence("The connection was lost.")
CLOSED = sentence("TikTok closed the connection.")
TAKES_NOTHING = sentence("TikTok takes nothing that is sent.")
NO_DATA = sentence("No data for {seconds:.0f} s.")
SILENT_AFTER_SLEEP = sentence("This machine slept, and nothing came since.")
NO_ANSWER = sentence("No answer for {seconds:.0f} s.")
FRAME_TOO_LARGE = sentence("{peer} sent a frame of more than {mib} MiB.")
UNREADABLE_MESSAGE = sentence("A message among others that cannot be read.")

# The socket.
PRIVATE = sentence("TikTok refused the socket without a reason; the room may be private.")
SIGNATURE_REFUSED = sentence("TikTok does not accept the signature.")
DEVICE_BLOCKED = sentence("TikTok blocks this kind of client.")
COOKIE_MISSING = sentence("TikTok misses its cookie.")
FALLBACK_REFUSED = sentence("TikTok does not accept the sign provider's fallback.")
SOCKET_REFUSED = sentence("TikTok refused the socket with HTTP {status}.")
WITH_ITS_WORDS = sentence("{sentence} ({words})")
PUSH_SERVER = sentence("push server")
PERSON_IN_ADDRESS = sentence("The address of the socket holds a name or a password.")
SOCKET_HERE = sentence("Somebody else named a socket on this machine, or one that is not encrypted.")
SOCKET_NOT_TIKTOK = sentence("The socket is not TikTok's; the log-in was not sent there.")

# Guests and polls.
NO_GUEST_COOKIE = sentence("TikTok gives guests no cookie.")
NO_GUESTS = sentence("TikTok lets no guest in.")
CHOOSE_SIGNED = sentence("Choose the signed way.")
CHOOSE_OTHER = sentence("Choose another way in.")
NO_PLACE = sentence("TikTok's answer has no place to go on from.")
TIKTOK_ANSWERED = sentence("TikTok answered {status}.")
POLL_REFUSED = sentence("TikTok answers polls with nothing; it wants a signature or a log-in.")
POLLS_REFUSED_TOO = sentence("Polling was refused too.")

# The sign provider.
SIGN_PROVIDER = sentence("The sign provider")
PROVIDER_ANSWERED = sentence("The sign provider answered {status}.")
KEY_REFUSED = sentence("The sign provider does not accept the key.")
CHECK_IT = sentence("Check it.")
PAID = sentence("The sign provider wants a paid plan for this.")
ANOTHER_KEY = sentence("Use another key or sign provider.")
NOT_ALLOWED = sentence("The sign provider does not allow this with the key.")
CHECK_PLAN = sentence("Check its plan.")
NO_PROVIDER = sentence("There is no sign provider at this address.")
CHECK_ADDRESS = sentence("Check the address.")
PROVIDER_ERROR = sentence("The sign provider had an error of its own.")
PROVIDER_DOWN = sentence("The sign provider is not available.")
NO_AGENT = sentence("The sign provider has no free agent.")
PROVIDER_SLOW = sentence("The sign provider took too long.")
EMPTY_SIGNATURE = sentence("The sign provider sent an empty answer: TikTok refused it.")
NO_COOKIE = sentence("The sign provider sent no cookie.")
UNREADABLE = sentence("The sign provider's answer cannot be read.")
FALLBACK_ONLY = sentence("The sign provider offers its fallback only: TikTok refuses it now.")
NO_SOCKET = sentence("TikTok offered no socket for this room.")
NO_ROOM_SIGNED = sentence("The sign provider did not say for which room it signed.")
HIDDEN = sentence("TikTok hides the room of @{name}, and the sign provider does not know it by name.")

# Its limits, by the period that they count in.
LIMIT_REACHED = sentence("The sign provider's limit is reached.")
LIMIT_REACHED_OF = sentence("The sign provider's limit is reached ({used}).")
OWN_KEY = sentence("An own key raises the limit.")
MOST_IS_USED = sentence("Most of the sign provider's limit is used ({used}).")
REST_IS_KEPT = sentence("The rest is kept for when you press Connect.")
USED = {
    "": sentence("{used:,} of {limit:,}"),
    "minute": sentence("{used:,} of {limit:,} this minute"),
    "hour": sentence("{used:,} of {limit:,} this hour"),
    "day": sentence("{used:,} of {limit:,} today"),
}
PERIODS = {"minute": sentence("this minute"), "hour": sentence("this hour"), "day": sentence("today")}
