"""What commands print besides the words of a room, and why they fail."""

from app.words.phrase import sentence

PROGRAM = sentence("Sidestage")
PROGRAM_SAYS = sentence("sidestage: {sentence}")
FAULT = sentence("Something went wrong inside Sidestage ({kind}).")
SEE_LOG = sentence("The details are in {log}.")
SET_DEBUG = sentence("With {variable}=1 in the environment it says more.")
FILE_REFUSED = sentence("{file}: {reason}.")
OUTPUT_REFUSED = sentence("Standard output cannot be written: {reason}.")

# The keyring.
KEYRING_SILENT_FOR = sentence("The system's keyring did not answer within {seconds:g} seconds.")
UNLOCK = sentence("Unlock it, or set {variable} and the others in the environment.")
KEYRING_SILENT = sentence("The system's keyring does not answer; without its keys.")
KEYRING_AWAITED = sentence("Waiting for the system's keyring …")
SET_BY = sentence("set by {variable}")
IS_SET = sentence("set")
IS_NOT_SET = sentence("not set")
IN_KEYRING = sentence("{name} is in the keyring.")
NOT_IN_KEYRING = sentence("{name} is not in the keyring.")
NO_SECRET = sentence("There is no secret called “{name}”.")
WHICH_SECRET = sentence("Which secret?")
NOTHING_TO_KEEP = sentence("Nothing was given to keep.")
FORGET_INSTEAD = sentence("“sidestage keys forget {name}” takes it out.")
NO_KEY = sentence("That is no key: it is too long, or has more than plain letters and signs.")
DID_YOU_MEAN = sentence("Did you mean {name}?")
THERE_ARE = sentence("There are {names}.")

# Settings.
SECRET_IS_SEEN = sentence("A secret is not given as an argument: other programs could see it.")
SET_KEY_INSTEAD = sentence("“sidestage keys set {name}” asks for it.")
WHICH_VALUE = sentence("Which value?")
RESET_INSTEAD = sentence("“sidestage settings reset {name}” takes it back.")
VALUE_REFUSED = sentence("{name}: {reason}")
VALUE_KEPT = sentence("{name} is {value}.")
VALUE_OVERRULED = sentence("{name} is {value}. While {variable} is set, that goes before it.")
NOT_IN_FILE = sentence("{name} does not stand in the settings file.")
VALUE_RESET = sentence("{name} is {value}, as by default.")
NOT_CHOSEN = sentence("not chosen")
NO_SETTING = sentence("There is no setting called “{name}”.")
WHICH_SETTING = sentence("Which setting?")
LIST_SETTINGS = sentence("“sidestage settings --list” lists all.")
FROM_FILE = sentence("settings file")
FROM_DEFAULT = sentence("default")

# tail.
WAIT_INSTEAD = sentence("With --wait it is waited for.")
NOTHING_RAW = sentence("--raw has nothing to write by the way {way}, which is decoded elsewhere.")
RAW_WAYS = sentence("Ways with messages of TikTok: {names}.")
EVENT_UNSHOWN = sentence("an event of type {type} cannot be shown ({kind}).")
COUNT_EVENTS = sentence("events")
COUNT_DUPLICATES = sentence("duplicates dropped")
COUNT_UNDECODABLE = sentence("undecodable")
COUNT_SECONDS = sentence("seconds connected")
COUNT_RECONNECTS = sentence("reconnects")

# info.
FROM_LIVE_PAGE = sentence("Room info was refused, so this is what the live page says.")
FROM_API_LIVE = sentence("Room info and the live page were refused, so this is what api-live says.")
HOST = sentence("host")
TITLE = sentence("title")
STATUS = sentence("status")
STARTED = sentence("started")
VIEWERS = sentence("viewers")
ENTERED = sentence("entered")
LIKES = sentence("likes")
FOLLOWERS = sentence("followers")
CATEGORY = sentence("category")
ROOM_ID = sentence("room id")
FOR_ADULTS = sentence("18+")
FOR_SUBSCRIBERS = sentence("for subscribers only")
PAID_EVENT = sentence("a paid event")
STARTED_AGO = sentence("{moment}, {hours} h {minutes:02} min ago")

# gifts.
SHIPPED_LIST = sentence(
    "TikTok refused its gift list; this one came with the program. It is {years} years and {months} months "
    "old, of {date}."
)
GIFT_IN_STREAKS = sentence("{name} (streaks)")

# video.
RECORDING = sentence("Recording {quality} of {target} to {file}. Ctrl+C ends it.")
NO_OUTPUT = sentence("Where to? No file was given.")
GIVE_OUTPUT = sentence("Give -o FILE, or --list.")
NO_FORMAT = sentence("The ending of “{file}” says no format.")
USE_FORMAT = sentence("Use one of {names}.")
SOUND_ONLY = sentence("sound only")
NOTHING_RECORDED = sentence("Nothing was recorded.")
TRY_QUALITY = sentence("Try again, or with another --quality.")
PIECES_LOST = sentence("{progress}  {count} pieces lost")

# decode and events.
NO_MESSAGE = sentence("There was no message to decode.")
READING_INPUT = sentence("Reading captured messages, one JSON object a line, up to Ctrl-D.")
CUT_OFF = sentence("{place} is cut off, as when a program ends while it writes. All before it is decoded.")
TELLS_OF_ALL = sentence("--{form} tells of all events.")
LEAVE_OUT = sentence("Leave out “{word}”.")
NO_EVENT = sentence("There is no event “{word}”.")
NEAREST = sentence("The nearest: {names}.")
LIST_EVENTS = sentence("“sidestage events” lists them.")
TYPES_AND_METHODS = sentence("{types} types; {methods} more methods come as “other”, with every field.")

# bench.
BUILT_PROGRAM = sentence("The built program cannot measure itself.")
RUN_FROM_PYTHON = sentence("Run it from Python.")
NO_PART = sentence("There is no part “{part}” to measure.")
