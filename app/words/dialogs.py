"""The settings, and what is found by typing."""

from app.words.phrase import sentence

SETTINGS = sentence("Settings")
SEARCH = sentence("Search the settings")
PAGES = sentence("Pages of the settings")
NO_MATCH = sentence("No setting has these words.")
CLOSE = sentence("Close")
REVERT = sentence("Revert")
ABOUT_REVERT = sentence("Everything as it was when this opened. Keys and log-ins stay as they are.")
USUAL = sentence("Defaults")
ABOUT_USUAL = sentence("This page as it is when nobody chose anything. Keys and log-ins stay as they are.")
RESTART = sentence("Holds from the next start.")
RULED = sentence("Given by {ruler}, which goes first.")
SECONDS = sentence("s")

# The palette.
PALETTE = sentence("What is to be done?")
PALETTE_LIST = sentence("What can be done")
WITH_KEYS = sentence("{words} ({keys})")
IN_SETTINGS = sentence("Settings: {page}")
SETTING = sentence("Settings: {page}: {name}")
FOLLOW = sentence("Follow {name}")
ARRANGE = sentence("Arrangement: {name}")

# Titles of the pages.
SHORTCUTS = sentence("Keys")
LOOK, CHAT, WINDOWS = sentence("Look and language"), sentence("Chat"), sentence("Windows")
QUESTIONS = sentence("Questions")
PICTURES = sentence("Pictures")
CONNECTION, NETWORK = sentence("Connection"), sentence("Network")
ADDRESSES, MEMORY = sentence("Addresses"), sentence("Memory")

# What is looked for in all panes.
FIND_EVERYWHERE, FOUND_EVERYWHERE = sentence("Find in all panes"), sentence("What was found")
HIT = sentence("{pane}: {words}")
