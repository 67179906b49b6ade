"""Keys that the user chooses."""

from app.words.phrase import sentence

NO_ACTION = sentence("There is no action called “{name}”; its keys are passed over.")
NO_KEYS = sentence("“{keys}” are no keys.")
TYPES_A_LETTER = sentence("{keys} types a letter; take Ctrl or Alt with it.")
TAKEN = sentence("{keys} does something else already: {action}")
RESET = sentence("Reset")
RESET_ROW = sentence("Reset: {action}")
ALSO = sentence("Also {keys}")
IN_INSPECTOR = sentence("In the inspector.")
IN_PANE = sentence("In the window of a pane.")
NEAR_PANE = sentence("While the pane has the keyboard.")
