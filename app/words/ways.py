"""The page for the way in: which there are, their fields, and how to try one."""

from app.words.phrase import sentence

# The list.
RECOMMENDED = sentence("{title} (recommended)")
ABOUT_WAY = sentence("{sees} {needs} {brings}")
OTHER_WAYS, FEWER_WAYS = sentence("Other ways …"), sentence("Fewer ways")

# Secrets.
KEPT = sentence("kept in the keyring")
LOOKING = sentence("looking into the keyring …")
FORGET = sentence("Forget")
FORGET_FIELD = sentence("Forget: {field}")

# The log-in.
BOTH_COOKIES = sentence("A log-in needs both cookies; this one is missing.")
ALLOW = sentence("The sign provider may get the log-in")
TO_TIKTOK = sentence("A log-in is as good as your password. It goes to TikTok only.")
TO_HOST = sentence("Ticked, {host} gets it too and could act as you.")

# Trying it.
TRY = sentence("Test")
STOP = sentence("Cancel")
TRIAL = sentence("Test this way")
ABOUT_TRIAL = sentence("{cost} Tries it once as it stands here. Whoever is followed now stays so.")
ABOUT_OWN_TRIAL = sentence("Tries it once as it stands here. Whoever is followed now stays so.")
NAME = sentence("@name, live now")
NO_NAME = sentence("no name is needed")
NAME_NEEDED = sentence("Type the @name of somebody who is live.")
MEND_FIRST = sentence("Something above is not as it can be: look for the red sentence.")
TRYING = sentence("Trying …")
STOPPED = sentence("Not tried to the end.")
WORKS = sentence("It works: the room of {name} is open.")
WORKS_HERE = sentence("It works.")
WORKS_TO_HERE = sentence("{reason} So far all went well; the rest shows with somebody who is live.")
