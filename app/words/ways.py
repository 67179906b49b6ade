"""The dialog for the way in."""

from app.words.phrase import sentence

TITLE = sentence("Way in")
QUOTA = sentence("Sign provider: {quota}")
NO_QUOTA = sentence("it has not told yet what is left.")
OVERRULED = sentence("Given by option or environment, which go first: {names}.")

# The fields.
KEPT = sentence("kept in the keyring")
GONE = sentence("will be taken out of the keyring")
LOOKING = sentence("looking into the keyring …")
FORGET = sentence("Forget")
FORGET_FIELD = sentence("Forget: {field}")
MORE, LESS = sentence("More: timeouts, other addresses …"), sentence("Less")

# The log-in.
BOTH_COOKIES = sentence("A log-in needs both cookies.")
ALLOW = sentence("It may also go to {host}")
ALLOW_THIS = sentence("It may also go to this host")
TO_TIKTOK = sentence("A log-in is as good as your password. It goes to TikTok only.")
TO_HOST = sentence(
    "A log-in is as good as your password. It goes to TikTok only;"
    " ticked, {host} gets it too and could act as you."
)
TO_THE_HOST = sentence(
    "A log-in is as good as your password. It goes to TikTok only;"
    " ticked, the host gets it too and could act as you."
)
