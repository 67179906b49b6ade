"""What the report of a problem says of itself, and what the window says of the report."""

from app.words.phrase import plural, sentence

# README.txt: one paragraph each.
HEADING = sentence("Sidestage: report of a problem")
FIRST = sentence(
    "Sidestage made this folder on this computer because you asked for it. Nothing of it was sent "
    "anywhere. Read it before you give it to anybody: every file is plain text; what you do not want to "
    "give, delete."
)
LOG = sentence(
    "What went wrong lately, as the program wrote it down. Keys, log-ins, cookies and passwords are "
    "masked as •••, and so are names, handles and long numbers; your own folder is ~."
)
VERSIONS = sentence("Which Sidestage this is, which Python, Qt, system and packages.")
SETTINGS = sentence(
    "What you chose in the settings. Of names, words and addresses only that, or how many, there are. No "
    "keys: those stay in the system's keyring."
)
FRAMES = plural(
    "One message of the last minute. Everybody in it is replaced: Person 1, Person 2 and so on. What they "
    "wrote has become the letter x, pictures and unknown parts are left out. Amounts, gifts and times "
    "are real. `sidestage decode frames.jsonl` shows it.",
    "{count} messages of the last minute. Everybody in them is replaced: Person 1, Person 2 and so on. "
    "What they wrote has become the letter x, pictures and unknown parts are left out. Amounts, gifts and "
    "times are real. `sidestage decode frames.jsonl` shows them.",
)
LAST = sentence(
    "What the report cannot know is what you saw. Please add in your own words what you did, what you "
    "expected, and what came instead."
)

PERSON = sentence("Person {number}")

# The command line, and the window.
EXISTS = sentence("{folder} is there already.")
ANOTHER_FOLDER = sentence("Name a folder that is still to be made.")
NOT_MADE = sentence("The report could not be made in {folder}: {reason:clause}.")
MADE = sentence("The report is in {folder}. Read it before you give it to anybody: nothing was sent.")

TITLE = sentence("Report a problem")
WAY = sentence("Report a problem …")
READY = sentence("The report is ready. Nothing was sent.")
IS_IN = sentence(
    "It is a folder of plain text files:\n{folder}\n\nREADME.txt says what is in it. Read it before you "
    "give it to anybody."
)
OPEN_FOLDER = sentence("Open the folder")
FAILED = sentence("The report could not be made ({kind}).")
CANNOT_OPEN = sentence("The system opens no folder here. The report is in {folder}.")
