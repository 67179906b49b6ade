"""The page that stands in place of the panes while there is no data, and what can be done then."""

from app.words.phrase import plural, sentence

TITLE = sentence("What goes on")

# What can be done now.
TRY_NOW = sentence("Try now")
FOLLOW_AGAIN = sentence("Follow again")
CANCEL = sentence("Cancel")
OTHER_WAY = sentence("Other way in …")
KEY = sentence("Key …")
LOG_IN = sentence("Log in …")
PROXY = sentence("Proxy …")
SHOW_ROWS = sentence("Show what came")
SHOW_PAGE = sentence("Totals")
WATCH_DEMO = sentence("Watch the demo")
ABOUT_DEMO = sentence("Opens a make-believe room that runs on this computer")
START_PAGE = sentence("Start page")

# The first start.
WELCOME = sentence("See a TikTok LIVE at a glance")
BEGIN = sentence("Type a creator's @name. Chat, gifts, viewers and battles appear here.")
RECENT = sentence("Names that you followed")
UNOFFICIAL = sentence(
    "Sidestage is an unofficial program, not made or endorsed by TikTok. It only reads:"
    " it never posts, likes or gifts, and it needs no password."
)

# While something is tried.
WAITING_SINCE = sentence("Waiting since {time}.")
TRYING_SINCE = sentence("Trying since {time}.")
UNTIL_LOOK = sentence("until Sidestage looks again")
UNTIL_TRY = sentence("until the next try")
UNTIL_ATTEMPT = sentence("until try {attempt}")
AT_TIME = sentence("the next try")
UNDER_WAY = sentence("…")

# How a stream was.
LENGTH = sentence("on air")
PEAK = sentence("viewers at most")
DIAMONDS = sentence("diamonds")
GIFTS = plural("gift", "gifts")
COMMENTS = plural("comment", "comments")
FOLLOWERS = plural("new follower", "new followers")
TOP_GIFTER = plural("{name} gave most: {diamonds} diamond.", "{name} gave most: {diamonds} diamonds.")
