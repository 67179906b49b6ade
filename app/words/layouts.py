"""Arrangements of the panes, and manners of their windows."""

from app.words.phrase import sentence

SOLO = sentence("Solo")
BATTLE = sentence("Battle")
QA = sentence("Questions and answers")
COMPACT = sentence("Compact: chat alone")
ARRANGEMENT = sentence("Arrangement")
NAME_FOR_NEW = sentence("A name for this arrangement, up to {most} letters:")
NAME_INSTEAD = sentence("Another name for this arrangement, up to {most} letters:")
PANE_AND_NAME = sentence("{pane} · {name}")

NOT_ON_WAYLAND = sentence("not on Wayland; start Sidestage with QT_QPA_PLATFORM=xcb")
NOT_ON_THIS_SYSTEM = sentence("not on this system")
REFUSED = sentence("{action} ({reason})")
BE_SOLID = sentence("Sidestage: take clicks again")
CLICKS_GO_THROUGH = sentence("Clicks go through: {keys} or Esc takes them back.")

CLOSE_TITLE = sentence("Close Sidestage?")
CLOSE_QUESTION = sentence("The stream that you follow is still on air.")
CLOSE_MEANS = sentence("What Sidestage has counted so far is forgotten when it closes.")
CLOSE_NOW = sentence("Close")
KEEP_OPEN = sentence("Keep open")
CHANGE_TITLE = sentence("Follow another room?")
CHANGE_QUESTION = sentence("You follow a stream that is on air. A link leads to {name}.")
CHANGE_MEANS = sentence("What Sidestage has counted so far is forgotten when another room is followed.")
CHANGE_NOW = sentence("Follow {name}")
STAY_HERE = sentence("Stay here")
ASK_NO_MORE = sentence("Do not ask again")
