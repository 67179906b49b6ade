"""What is wrong with the video of a room, with its recording, and with ffmpeg."""

from app.words.phrase import sentence

TRY_LATER = sentence("Try again later.")
ANOTHER_QUALITY = sentence("Choose another quality.")

# Streams.
NO_VIDEO = sentence("TikTok names no video for this room.")
SOUND_ONLY = sentence("The room has sound only.")
SOUND_QUALITY = sentence("“{quality}” is its quality.")
UNREADABLE = sentence("they come as H.265 in FLV or as DASH, which ffmpeg cannot read, or not encrypted")
NONE_RECORDABLE = sentence("None of the streams can be recorded: {reason}.")
NOT_RECORDABLE = sentence("{quality} cannot be recorded: {reason}.")
NO_SUCH_QUALITY = sentence("The quality “{quality}” is not offered.")
QUALITIES = sentence("There are {names}.")
SUBSCRIBERS_ONLY = sentence("This stream is for subscribers only, so that TikTok names no video.")
SHOWN_TO_SUBSCRIBERS = sentence("TikTok shows it to subscribers, in its own app.")
PAID_EVENT = sentence("This stream is a paid event, so that TikTok names no video.")
SHOWN_TO_BUYERS = sentence("TikTok shows it to those who bought a ticket, in its own app.")
ADDRESSES_NO_JSON = sentence("The stream addresses are not JSON.")
ADDRESS_BROKEN = sentence("An address of this stream makes no sense.")
NOT_ENCRYPTED = sentence("The address of this stream is not encrypted, so it is not fetched.")

# Playlists.
NO_PLAYLIST = sentence("The server sent something else than a playlist.")
LOCKED = sentence("The stream is locked with a key.")
PARTS_OF_FILES = sentence("The stream comes in parts of files, which are not read.")
NO_NUMBER = sentence("A number in the playlist is none.")
DASH = sentence("The stream is DASH, which is not read.")
SOUND_APART = sentence("Picture and sound of the stream come apart, which is not read.")
LIST_OF_LISTS = sentence("A list of qualities leads to another.")
SILENT = sentence("Nothing new came for {seconds:g} s.")
ANSWERED = sentence("{host} answered {status}.")

# ffmpeg.
FFMPEG_MISSING = sentence("Recording needs ffmpeg, which is not installed.")
INSTALL_FFMPEG = sentence("Install it: “apt install ffmpeg”, “brew install ffmpeg”, or from ffmpeg.org.")
FFMPEG_ENDED = sentence("ffmpeg had to be ended; the file may not be whole.")
FFMPEG_SAID = sentence("ffmpeg gave up: {reason:clause}.")
FFMPEG_CODE = sentence("ffmpeg gave up: it ended with {code}.")
BROKE_OFF = sentence("The stream broke off: {reason}")
FILE_HOLDS = sentence("The file holds what came until then.")
