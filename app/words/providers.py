"""Why somebody who reads TikTok for us refuses: providers, and programs on this machine."""

from app.words.phrase import sentence

CHECK_SPELLING = sentence("Check the spelling.")
CHECK_KEY = sentence("Check the key.")
CHECK_IT = sentence("Check it.")
CHECK_NAME_AND_KEY = sentence("Check the name and the key.")
CHECK_KEY_IN_SETTINGS = sentence("Check it in the settings.")
CHECK_PLAN = sentence("Check the plan.")
CHECK_ADDRESS = sentence("Check the address.")
CHECK_ADDRESS_IN_SETTINGS = sentence("Check the address in the settings.")
CHOOSE_OTHER = sentence("Choose another way in.")
CLOSE_ONE = sentence("Close one of them.")
OWN_KEY = sentence("An own key raises the limit.")
ANOTHER_KEY = sentence("Use another key or sign provider.")

# In words of their own.
NOT_LIVE = sentence("{name} is not live.")
KNOWS_NOBODY = sentence("{peer} knows nobody of that name.")
ROOM_18 = sentence("The room is 18+ and needs a log-in.")
LIMIT_REACHED = sentence("{peer}: the limit is reached.")
KEY_REFUSED = sentence("{peer} does not accept the key.")
PAID = sentence("{peer} wants a paid plan for this.")
EMPTY = sentence("{peer} got an empty answer: TikTok refused it.")

# By number.
REQUEST_REFUSED = sentence("{peer} does not accept the request.")
NOT_ALLOWED = sentence("{peer} does not allow this with the key.")
CREATOR_NOT_ALLOWED = sentence("{peer} does not allow this creator with the key.")
NO_SOCKET = sentence("{peer} has no socket at that address.")
OWN_ERROR = sentence("{peer} has an error of its own.")
OWN_ERROR_HTTP = sentence("{peer} has an error of its own (HTTP {status}).")
SOCKET_REFUSED = sentence("{peer} refused the socket with HTTP {status}.")
HEARD_NOTHING = sentence("{peer} heard nothing from TikTok.")
TOO_MANY = sentence("{peer}: too many connections at once.")
TIKTOK_CLOSED = sentence("TikTok closed the connection of {peer}.")
EIGHT_HOURS = sentence("{peer} ends a connection after 8 hours.")
NO_FIRST_MESSAGES = sentence("{peer} got no first messages from TikTok.")
NO_ROOM = sentence("{peer} got no room from TikTok.")
NAMES_ONLY = sentence("{peer} follows creators by name only.")
USE_A_NAME = sentence("Use a name like @creator.")

# tik.tools, by what it calls its limits.
LIMITS = {
    "anon_limit": sentence("The limit without a key is reached."),
    "demo_limit": sentence("The limit of the demo is reached."),
    "session_limit": sentence("The limit of this session is reached."),
    "rate_limited": sentence("The limit is reached."),
}
PEER_SAID = sentence("{peer}: {reason:clause}.")

# Programs on this machine.
NOT_RUNNING = sentence("{peer} is not running on this machine.")
START_IT = sentence("Start {peer} and let other programs read its events.")
TIKFINITY_WAITS = sentence("TikFinity is there; waiting until it is in a room …")
TIKFINITY_LEFT = sentence("TikFinity has left the room.")
CONNECT_TIKFINITY = sentence("Connect it to the creator again.")
STUDIO_MISSING = sentence("TikTok LIVE Studio is not running on this machine.")
START_STUDIO = sentence("Start it and switch local data access on. {tried}")
TRIED_ADDRESS = sentence("It was looked for at the address that was set.")
TRIED_PORTS = sentence("Ports {first} and {second} were tried.")
STUDIO_WANTS_KEY = sentence("TikTok LIVE Studio wants a key for its local data.")
STUDIO_KEY_SHAPE = sentence("It is app_id:key_id:secret, issued by TikTok for a program.")
STUDIO_NO_ANSWER = sentence("TikTok LIVE Studio did not answer to the key.")
STUDIO_TOO_MANY = sentence("TikTok LIVE Studio has too many connections.")
STUDIO_FORMAT = sentence("TikTok LIVE Studio does not understand us.")
STUDIO_ACCESS_OFF = sentence("Local data access is switched off in TikTok LIVE Studio.")
STUDIO_KEY_REFUSED = sentence("TikTok LIVE Studio does not accept the key.")
STUDIO_CHECK = sentence("Check its settings and the key.")
STUDIO_SAID = sentence("TikTok LIVE Studio: {reason}")
STUDIO_GAVE_NO_REASON = sentence("TikTok LIVE Studio: no reason given.")
STUDIO_USER_ENDED = sentence("TikTok LIVE Studio ended the connection because its user wanted so.")
STUDIO_CHANGED = sentence("TikTok LIVE Studio has changed who may read its data.")
STUDIO_ENDED = sentence("TikTok LIVE Studio ended the connection.")
STUDIO_CONNECT_AGAIN = sentence("Check its settings, then connect again.")

# What is wrong with their JSON.
BINARY_FRAME = sentence("A binary frame where text was expected.")
TOO_DEEP = sentence("JSON that is nested too deep.")
NO_JSON = sentence("No JSON: {reason}")
NO_CONSTANT = sentence("No JSON: {name} is not JSON")
NO_OBJECT = sentence("A message that is not an object.")
OBJECT_EXPECTED = sentence("There is {kind} where an object was expected.")
LIST_EXPECTED = sentence("There is {kind} where a list was expected.")
NOT_A_NUMBER = sentence("“{name}” is {kind}, not a number.")
NOT_AN_ID = sentence("“{name}” is {kind}, not an id.")
NOT_A_TEXT = sentence("“{name}” is {kind}, not a text.")
NOT_A_TRUTH = sentence("“{name}” is {kind}, not true or false.")
NOT_A_LIST = sentence("“{name}” is {kind}, not a list.")
KINDS = {
    dict: sentence("an object"),
    list: sentence("a list"),
    str: sentence("a text"),
    bool: sentence("a truth value"),
    int: sentence("a number"),
    float: sentence("a number"),
}
NOTHING = sentence("nothing")
BAD_VALUE = sentence("{kind}: {reason}")
