"""What the start of the window says: faults of our own, the keyring, the display."""

from app.words.phrase import sentence

TITLE = sentence("Sidestage")
FAULT = sentence("Something went wrong inside Sidestage. It goes on as well as it can.")
DETAILS_IN_LOG = sentence("{kind}; the details are in {log}.")
NO_LOG = sentence("{kind}; no log can be kept.")
CARRY_ON = sentence("Carry on")
RESTART = sentence("Restart Sidestage")
ENDED_BADLY = sentence("Sidestage ended unexpectedly the last time.")
REPORT_IT = sentence("☰, Help, “Report a problem” makes a folder about it, for whoever can mend it.")
CHOICES_NOT_KEPT = sentence("The choices could not be kept ({kind}).")
TRY_AGAIN = sentence("Try again.")
ASKING_KEYRING = sentence("Looking into the keyring …")
NO_KEYRING = sentence("The system's keyring cannot be asked ({kind}): connecting without its keys.")
ON_AIR = sentence("A stream is on air.")
NO_DISPLAY = sentence("There is no display to open a window on.")
PICTURE_INSTEAD = sentence("For a picture of it: --screenshot FILE --after SECONDS.")
