"""What the set-up says while it makes the program ready to start."""

from app.words.phrase import sentence

LINE = sentence("sidestage: {sentence}")
NO_COMMAND = sentence("There is no “{word}”. Did you mean {near}? A creator is written @{word}.")
STOPPED = sentence("Stopped. Start again to go on.")
FILE_TROUBLE = sentence("{path}: {reason}.")
PROGRAM_TROUBLE = sentence("{path}: {reason}")
SAID_NOTHING = sentence("it said nothing")
READY = sentence("Ready after {seconds:.0f} s. The next start takes none of this.")
PYTHON_BROKEN = sentence("{python} does not run here: {reason}. Delete {folder}, then start again.")

# The environment and its packages.
MAKING = sentence("Making .venv …")
NOT_MADE = sentence("The environment {folder} cannot be made: {reason}")
READ_ONLY = sentence(
    "Nothing can be written in {folder} ({reason}). Move Sidestage to a folder of your own, then start again."
)
INSTALLING = sentence("Installing packages; about 150 MB the first time …")
NO_NETWORK = sentence("The packages could not be fetched. Check the network, then start again.")
NOT_INSTALLED = sentence("The packages could not be installed:\n{lines}")

# Libraries and fonts of the system.
NO_LIBRARIES = sentence("Qt cannot be loaded without the system's libraries.")
NO_FONT = sentence("No font here shows {scripts}.")
FONTS_UNKNOWN = sentence("The fonts could not be looked through; some scripts may be boxes.")
MISSING = sentence("Missing from this system (names as in Debian): {packages}")
MISSING_LINE = sentence("Missing from this system. Run this line, then start again:\n  sudo {line}")
INSTALLING_PACKAGES = sentence("Installing from the system's packages: {packages} …")
FAILED_LINE = sentence("That failed. Run this line by hand to see why:\n  {line}")
