"""What the built-in server prints, and why it does not start."""

from app.words.phrase import sentence

LIVE = sentence("@{name} is live: seed {seed}, {rate:g} events a second.")
EXPORT = "export {variable}={address}"  # for a shell, in no language
THEN_TAIL = sentence("With these set in another terminal: sidestage tail @{name} --json")
THEN_TAIL_BY = sentence("With these set in another terminal: sidestage tail @{name} --way {way} --json")
OTHER_WAYS = sentence("Or by another way in, one of {ways}: sidestage tail @{name} --way euler")
NO_START = sentence("The server cannot start: {reason}.")
OTHER_PORT = sentence("Choose another --port or --log.")
NO_FAULT = sentence("There is no fault “{name}”; the nearest: {near}.")
NONE_NEAR = sentence("none")
LIST_FAULTS = sentence("Try “--fault LIST”.")
