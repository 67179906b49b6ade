"""What stands where a pane was that failed."""

from app.words.phrase import sentence

CLOSED = sentence("“{pane}” was closed after a fault. Everything else goes on.")
SHORT = sentence("It failed.")
SHOW_AGAIN = sentence("Show it again")
SHOW = sentence("Show")
REPORT = sentence("Report a problem …")
UNSEEN = sentence("“{pane}” was closed after a fault; everything else goes on.")
WAY_BACK = sentence("☰, Help, “Show closed panes again” brings it back.")
