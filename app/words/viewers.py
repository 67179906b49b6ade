"""The viewers' pane."""

from app.words.phrase import sentence

NOT_YET = sentence("No count yet")
OVER_TIME = sentence("Viewers over time")
CHANGE = sentence("Change over the last minute")

# Longest first.
NOW = (sentence("watching now"), sentence("now"))
LAST_KNOWN = (sentence("last known"), sentence("last"))
PEAK = (sentence("peak"),)
CAME = (sentence("came so far"), sentence("came"))

# Spans of time.
ALL = sentence("All")
SHOW_SPAN = sentence("Show {span}")
