"""What TikTok's web answers, and what was typed to look it up."""

from app.words.phrase import sentence

TRY_LATER = sentence("Try again later.")
CHECK_SPELLING = sentence("Check the spelling.")

# What was typed.
TARGET_SHAPE = sentence("Use a name like @creator, an address on tiktok.com, or a room id.")
NO_NAME = sentence("No name was given.")
NOT_A_NAME = sentence("“{text}” is not a TikTok name.")
NOT_A_ROOM = sentence("“{text}” is not the number of a room.")
NOT_A_USER = sentence("“{text}” is not the number of a user.")
NUMBER_SHAPE = sentence("It looks like {kind}:7123456789012345678.")
NO_LINK = sentence("That is no link to a room.")
LINK_SHAPE = sentence("Copy or drop a name like @creator, or an address on tiktok.com.")
NO_OWN_LINK = sentence("This link names nobody: “{text}”.")
OWN_LINK_SHAPE = sentence("It looks like sidestage://@creator.")
NO_ADDRESS = sentence("“{text}” is not an address.")
NOT_TIKTOK = sentence("“{host}” is not TikTok.")
LINK = sentence("the short link {link}")
ROOM = sentence("room {number}")
USER = sentence("user {number}")

# Who and where.
LINK_LEADS_NOWHERE = sentence("The link {link} leads to no profile and no room.")
LINK_IS_OLD = sentence("It may be old. Use the name of the creator.")
ROOM_NOT_LIVE = sentence("Room {number} is not live.")
NEW_ID = sentence("A new stream has a new id.")
ROOM_OR_USER = sentence("TikTok does not say whether {number} is a room or a user: {reason}")
SAY_WHICH = sentence("Say which it is: room:{number} or id:{number}.")
NO_ROOM_NO_USER = sentence("There is no room and no user with the number {number}.")
NOBODY = sentence("Nobody.")
NOBODY_OF_NUMBER = sentence("There is nobody with the number {number}.")
NOBODY_OF_NAME = sentence("There is nobody with the name @{name}.")
NOT_LIVE = sentence("@{name} is not live.")
NO_LIVE_PAGE = sentence("@{name} has no live page.")
DOES_NOT_EXIST = sentence("@{name} does not exist, or has never been live.")
NOT_FOUND = sentence("The room of @{name} could not be found.")
NOBODY_SAID = sentence("Nobody said whose room {number} is.")
API_SILENT = sentence("api-live says nothing of the room.")

# What several sources said.
LIVE_PAGE = sentence("live page")
SIGN_PROVIDER = sentence("sign provider")
SAID = sentence("{source}: {reason:clause}")
DETAILS = sentence("({details}.)")
HINT_AND_DETAILS = sentence("{hint} ({details}.)")
NO_ROOM = sentence("no room.")
NO_ROOM_ID = sentence("no room id.")
UNREACHABLE = sentence("TikTok cannot be reached.")
CAPTCHA_HIDES = sentence("TikTok wants a captcha solved before it shows @{name}; this program solves none.")
COUNTRY_HIDES = sentence(
    "TikTok is not offered in the country or region that we come from, so it hides @{name}."
)
ROBOTS_HIDE = sentence("TikTok shows robots an empty page instead of @{name}.")
LOOKUP_REFUSED = sentence("The sign provider does not allow this look-up.")
PROVIDER_ANSWERED = sentence("The sign provider answered {status}.")

# Answers.
ANSWERED = sentence("TikTok answered {status}.")
ANSWERED_WITH = sentence("TikTok answered {status} {message}.")
TOO_MANY = sentence("TikTok answered {status}, too many requests.")
ANSWERED_NOTHING = sentence("TikTok answered with nothing.")
WANTS_SIGNATURE = sentence("It wants a signature for this; following works without.")
WANTS_LOG_IN = sentence("TikTok wants a log-in for this.")
TOP_VIEWERS_LOG_IN = sentence("TikTok names top viewers to a log-in only.")
ROOM_18 = sentence("The room is 18+ and needs a log-in.")
ROOM_18_OF = sentence("The room of @{name} is 18+ and needs a log-in.")
ROOM_18_OR_NONE = sentence(
    "Either room {number} is 18+ and needs a log-in, or there is no such room: "
    "TikTok's answer is the same for both."
)
COUNTRY_PAGE = sentence("TikTok shows its page for countries where it is not offered.")
CAPTCHA = sentence("TikTok wants a captcha solved.")
EMPTY_PAGE = sentence("TikTok sent an empty page, as it does to robots.")
BROKEN_PAGE = sentence("TikTok sent a broken page, perhaps a captcha.")
EMPTY_PROFILE = sentence("TikTok sent a profile page without the profile, as it does to robots.")
NO_OBJECT = sentence("The answer is not a JSON object.")
NO_DATA = sentence("The answer has no data.")
NO_FEED = sentence("The feed is not a list.")
NO_GIFTS = sentence("The gift list is not a list.")
NO_COINS = sentence("The list of coin packages is not a list.")
