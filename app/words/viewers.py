"""The viewers' pane."""

from app.words.phrase import plural, sentence

NOT_YET = sentence("No count yet")
OVER_TIME = sentence("Viewers over time")
CHANGE = sentence("Change over the last minute")

# Longest first.
NOW = (sentence("watching now"), sentence("now"))
LAST_KNOWN = (sentence("last known"), sentence("last"))
PEAK = (sentence("peak"),)
CAME = (sentence("came so far"), sentence("came"))
MEAN = (sentence("on average"), sentence("mean"))
JOINS_SEEN = sentence("As TikTok says. We saw {number} come: in busy rooms TikTok leaves many out.")

# Above and below the line.
FROM_TO = sentence("{begin} to {end}")
GIFT_MARK = sentence("{time} {name}: {gift} ×{count}, {diamonds} diamonds")
GAP_MARK = sentence("Nothing is known, for {length}")
RECONNECT_MARK = sentence("{time} connected again, after {length} of silence")
AND_MORE = plural("and {number} more", "and {number} more")
MARKS = plural("{count} mark", "{count} marks")
BY_MINUTE = sentence("Comments and diamonds by the minute")

# At the line that follows the mouse.
AT = sentence("{time}: {number} watching")
AT_GAP = sentence("{time}: not known")
IN_A_MINUTE = sentence("{comments} comments, {diamonds} diamonds a minute")
READ_LINE = sentence("Arrow keys read the line.")

# Spans of time.
ALL = sentence("All")
SHOW_SPAN = sentence("Show {span}")
