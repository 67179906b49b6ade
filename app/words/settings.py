"""What is wrong with a choice, an address or a log-in, and where it belongs."""

from app.words.phrase import sentence

# Addresses.
PROXY_SHAPE = sentence("It looks like http://host:port or socks5://host:port.")
PLAIN_ELSEWHERE = sentence("{name}: {plain} is accepted for this machine only, not for {host}.")
USE_SECURE = sentence("Use {secure}.")
NO_ADDRESS = sentence("{name} is not an address that starts with {secure}://.")
NO_PROXY = sentence("That is not a proxy.")
THIS_ADDRESS = sentence("This address")
FLAG_OR_VARIABLE = sentence("{flag} or {variable}")

# Values of one kind.
REFUSAL = sentence("{sentence:small}")
REFUSAL_AND_HINT = sentence("{sentence:small}. {hint:clause}")
VARIABLE_REFUSED = sentence("{variable}: {reason}.")
NO_TEXT = sentence("That is not a text.")
NO_SUCH_CHOICE = sentence("There is no {noun} called “{text}”; there are {names}.")
NEAREST_CHOICE = sentence("There is no {noun} called “{text}”; the nearest is {name}.")
SECONDS = sentence("{least:g} to {most:g} seconds")
WHOLE = sentence("{least} to {most} {unit}")
OUT_OF_LIMITS = sentence("“{text}” is not {limits}.")
ADDRESS_SCHEMES = sentence("{secure}://…, on this machine also {plain}://…")
LANGUAGE_CODE = sentence("a code such as de or pt_BR")
NO_PASSWORD = sentence("A password is not kept in the settings.")
PASSWORD_PLACE = sentence("Put it into HTTPS_PROXY instead.")
NUMBER = sentence("{least:g} to {most:g}")
TITLE = sentence("a name of up to {most} letters")
NO_DATA = sentence("That is not an object of JSON, or it is too large.")
NO_KEY_TABLE = sentence("That is not an object of JSON with a list of keys for each action.")
NO_NAMES = sentence("That is not a list of names.")
NO_PAIR = sentence("That is not NAME=VALUE.")
NO_PAIRS = sentence("That is not a list of names with values.")

# Secrets.
KEY_SHAPE = sentence("A key is one word of plain letters, digits and signs.")
STUDIO_KEY_SHAPE = sentence("It looks like app_id:key_id:secret.")
SESSION_ID_SHAPE = sentence("A session id has letters and digits only.")
TARGET_IDC_SHAPE = sentence("It looks like useast5 or eu-ttp2.")
KEYRING_CLOSED = sentence("The system's keyring is closed or missing.")
UNLOCK_KEYRING = sentence("Unlock it, or set {variable} in the environment.")

# The file.
FILE_DAMAGED = sentence("The settings file was damaged. It is kept as {name}; the defaults hold.")
NOT_KEPT = sentence("The choices cannot be kept in {path}: {reason}.")

# How to get in.
LOGIN_SHAPE = sentence("A log-in is a session id (letters and digits) and its tt-target-idc.")
COPY_COOKIES = sentence("Copy both cookies from a browser that is logged in.")
NO_SUCH_WAY = sentence("There is no way in called “{way}”.")
NAMES = sentence("There are {names}.")
HEADER_RESERVED = sentence("The header {name} is set by the program.")
HEADER_UNSENDABLE = sentence("The header {name!r} cannot be sent.")
HEADER_SHAPE = sentence("Its name is one word, its value plain letters, digits and signs.")
HALF_LOGIN = sentence("Half of a log-in is missing: the {cookie}.")
SET_OTHER_HALF = sentence("Set {variable}, or “sidestage keys set {name}”.")
NO_KEY = sentence("{variable}, or {name} in the keyring, is no key.")
KEY_LINE = sentence("A key is one line of plain letters, digits and signs.")
PROXY_UNUSABLE = sentence("The proxy that {variable} names cannot be used.")
ONE_OF_TWO = sentence("HTTPS_PROXY or ALL_PROXY")
YES_OR_NO = sentence("“{text}” is neither yes nor no.")
