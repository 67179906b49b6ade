"""What is wrong with a file that the user names, and with a capture."""

from app.words.phrase import sentence

NO_FILE = sentence("It is no file")
NO_LOG = sentence("No log can be kept in {path}: {reason:clause}.")
MISSING = sentence("{file}: No such file or directory.")
NO_FOLDER = sentence("There is no folder {folder}.")
IS_FOLDER = sentence("{file} is a folder.")
EXISTS = sentence("{file} is there already.")
FORCE = sentence("--force replaces it.")
READ_ONLY = sentence("{file} may not be written.")
ANOTHER_PLACE = sentence("Choose another place.")

# Captures.
LINE_OF_FILE = sentence("{name}, line {number}")
LINE = sentence("Line {number}")
DAMAGED_FILE = sentence("{name} is damaged after line {number}.")
DAMAGED = sentence("The file is damaged after line {number}.")
NO_JSON = sentence("{where} is not JSON.")
NO_METHOD = sentence("{where} has no method.")
NO_BASE64 = sentence("{where}: payload_b64 is not base64.")
NO_NUMBER = sentence("{where}: {key} is not a number.")
RECORDING_OVER = sentence("The recording is over.")
