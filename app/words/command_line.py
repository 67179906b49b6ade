"""The help of the command line: commands, options, and what is wrong with an option."""

from app.words.phrase import Phrase, sentence

ABOUT = sentence(
    "Reads a TikTok LIVE room and shows it in a window. It only reads. Unofficial, not made by TikTok."
)
COMMANDS_TITLE = sentence("commands, each with an example (and --help of its own):")
# Command: an example, what it does.
EXAMPLES: dict[str, tuple[str, Phrase]] = {
    "window": ("sidestage @name --way signed", sentence("the window; without a name, a start page")),
    "tail": ("sidestage tail @name --filter gift", sentence("a room's events, one a line")),
    "info": ("sidestage info @name --json", sentence("title, host and figures of a room")),
    "gifts": ("sidestage gifts @name", sentence("what the gifts of a room cost")),
    "video": ("sidestage video @name -o show.mkv", sentence("the video of a room in a file, by ffmpeg")),
    "decode": ("sidestage decode room.jsonl", sentence("captured messages as JSON, one a line")),
    "events": ("sidestage events gift", sentence("the catalogue of events and their fields")),
    "sim": ("sidestage sim --fault LIST", sentence("the built-in server, for any client")),
    "keys": ("sidestage keys set sign_key", sentence("keys and log-in in the system's keyring")),
    "settings": ("sidestage settings set way euler", sentence("every choice, kept for the next time")),
    "report": ("sidestage report FOLDER", sentence("a folder about a problem, to read and to send")),
    "bench": ("sidestage bench decode", sentence("how fast this machine decodes, or draws")),
}

VERSION = sentence("Sidestage {version}")
# What argparse says itself, by its English text.
USAGE = sentence("usage: ")
STANDARD: dict[str, Phrase] = {
    "options": sentence("options"),
    "positional arguments": sentence("positional arguments"),
    "show this help message and exit": sentence("show this help message and exit"),
    "show program's version number and exit": sentence("show program's version number and exit"),
}

# The window.
WINDOW_TARGET = sentence("creator to watch: name, profile or live address")
DEMO = sentence("watch an invented room on the built-in server")
SCREENSHOT = sentence("save a picture of the window as PNG, then quit")
AFTER = sentence("when to take it (default 5)")
SIZE = sentence("width and height of the window, such as 1280x800")
SCENE = sentence("look at an invented room that stands still; LIST names them")
FORCE = sentence("replace FILE if it is there already")
SEED = sentence("another number, another room (default 1)")
RATE = sentence("how busy it is (default: like a real room)")

# Getting in.
ROOM_ID = sentence("a room by its number instead of a name")
WAY_TITLE = sentence("way in")
NETWORK_TITLE = sentence("network")
ADDRESSES_TITLE = sentence("other addresses (https and wss; http and ws on this machine only)")
OR_VARIABLE = sentence("{words}, or {variable}")
WITH_DEFAULT = sentence("{words} (default {default})")
VALUE = sentence("{name}: {words}")

# tail.
TAIL = sentence("Print a room's events, one a line.")
TAIL_TARGET = sentence("creator to follow")
TAIL_JSON = sentence("JSON lines with stable names (docs/events.md)")
FILTER = sentence("only these types, e.g. comment,gift")
WAIT = sentence("wait until the creator is live, and try again when it fails")
FOR = sentence("stop after so long")
RAW = sentence("write every message as received, for “sidestage decode”")
STATS = sentence("at the end, a table of counts on standard error")

# What reads something of a creator.
READER_TARGET = sentence("creator: name, address or number")
INFO = sentence("Print a room's title, host and figures.")
INFO_JSON = sentence("one JSON object with stable names")
GIFTS = sentence(
    "Print the gifts of a room by price, in diamonds; the shipped list where TikTok refuses its own."
)
GIFTS_JSON = sentence("one JSON object a gift, with stable names")
VIDEO = sentence("Record a room's video with ffmpeg, as it is, until it ends or Ctrl+C.")
VIDEO_OUTPUT = sentence("its ending says the format: .mkv, .mp4")
QUALITY = sentence("as --list names it (default hd)")
VIDEO_FOR = sentence("so much of the stream")
VIDEO_LIST = sentence("which qualities there are")

# Events and captures.
DECODE = sentence('Decode captured messages: JSON lines {"method": …, "payload_b64": …}, gzipped or not.')
DECODE_FILE = sentence("file to read; - for standard input (default)")
DECODE_MESSAGE = sentence("the whole message too, every field by name, under “message”")
EVENTS = sentence(
    "Print the catalogue of events: what each tells, its fields, and the messages it is made from."
)
EVENTS_TYPE = sentence("only this type, or what this method becomes")
EVENTS_SCHEMA = sentence("JSON Schema of what --json prints")
EVENTS_MARKDOWN = sentence("as docs/events.md")

# The built-in server.
SIM = sentence("Serve an invented room on 127.0.0.1 over the real protocol, for tests and any other client.")
SIM_PORT = sentence("port to listen on (default: any free one)")
SIM_NAME = sentence("handle of the invented creator (default demo)")
SIM_LOG = sentence("write every message that is sent, as JSON lines")
SIM_FAULT = sentence("play a failure; LIST names them")
SIM_GUESTS = sentence("let in who comes without a signature")

# Keys and settings.
KEYS = sentence(
    "Keys and log-in in the system's keyring: which are set, set one, forget one. Never shows one."
)
REPORT = sentence(
    "Make a folder about what went wrong: log, versions and settings, without keys and without\n"
    "anybody's name. Read it before you give it to anybody: nothing is sent.\n"
    "The window can do that too (☰, Report a problem), with the messages of the last minute."
)
REPORT_FOLDER = sentence("the folder to make; without, one among your documents")
SETTINGS = sentence(
    "Every choice: what it is now and where that comes from, keep one, or go back to its default."
)
AS_LISTED = sentence("as the list names it")
FOR_SET = sentence("for “set”")
LIKE_NO_WORD = sentence("as without a word")

# Measuring.
BENCH = sentence("Measure this program on this machine; figures that count are ratios within one run.")
BENCH_DECODE = sentence("How fast messages become events, beside betterproto2's full parse.")
BENCH_WINDOW = sentence(
    "What the window costs, beside a bare text box with the same lines; some ten minutes."
)
BENCH_CAPTURES = sentence(
    "messages to measure with, as “sidestage decode” reads them (default: the built-in server's)"
)
BENCH_SECONDS = sentence("what the timed rounds take together (default 10)")
BENCH_RATE = sentence("of the stream, can be given several times (default 50, 330, 1000 and 5000)")
BENCH_PART = sentence("measure this alone, can be given several times; a wrong one tells which there are")
BENCH_JSON = sentence("one JSON object instead of a table")

# What is wrong with an option.
# What Python's argparse finds wrong.
NOT_KNOWN_ARGUMENTS = sentence("Unrecognized arguments: {arguments}.")
ARGUMENTS_MISSING = sentence("Missing: {arguments}.")
NOT_CLEAR = sentence("{option} may be any of {matches}.")
ONE_EXPECTED, SOME_EXPECTED = sentence("it needs a value"), sentence("it needs at least one value")
NOT_BESIDE = sentence("it does not go with {other}")
NO_VALUE_TAKEN = sentence("it takes no value, and got {value}")
TRY_HELP = sentence("Try “{program} --help”.")
ARGUMENT_REFUSED = sentence("Argument {name}: {reason:clause}.")
NO_SUCH_VALUE = sentence("there is no “{value}”; there are {names}")
ONLY_VALUE = sentence("there is no “{value}”; there is {names}")
NO_ROOM_NUMBER = sentence("“{text}” is not the number of a room")
NO_SIZE = sentence("“{text}” is not a size such as 1280x800, at most {most:,} each way")
NO_SECONDS = sentence("“{text}” is not a number of seconds above 0, at most {most:,.0f}")
NO_RATE = sentence("“{text}” is not a number of events per second above 0, at most {most:,.0f}")
NO_WHOLE_NUMBER = sentence("“{text}” is not a whole number")
NO_PORT = sentence("“{text}” is not a port (0 to {most})")
NO_TYPE = sentence("there is no type “{text}”; the nearest: {near}. “sidestage events” lists all")
NONE_NEAR = sentence("none")

# What is wrong with a command line.
NAME_AND_ROOM = sentence("A name and a room id were given.")
ONE_TO_FOLLOW = sentence("One of them says whom to follow.")
ROOM_AND_DEMO = sentence("A room and --demo were given.")
SCENE_AND_ROOM = sentence("A scene and a room were given.")
ONE_TO_WATCH = sentence("One of them says what to watch.")
NOBODY = sentence("Nobody to follow was given.")
GIVE_SOMEBODY = sentence("Give @name or --room-id ID.")
NO_COMMAND = sentence("There is no command “{word}”.")
HELP_OR_CREATOR = sentence("Try “sidestage --help”; for a creator of that name write @{word}.")
COMMAND_OR_CREATOR = sentence("The nearest is “{near}”; for a creator of that name write @{word}.")
