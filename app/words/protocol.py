"""What is wrong with bytes of the wire."""

from app.words.phrase import sentence

TEXT_FRAME = sentence("A text frame of {count} characters; the protocol is binary.")
OVER_LIMIT = sentence("A frame of {count} bytes is over the limit of {limit}.")
TOO_MANY_MESSAGES = sentence("A frame of {count} bytes holds more than {limit:,} messages.")
NOT_INFLATED = sentence("A compressed frame cannot be inflated: {reason}")
CUT_SHORT = sentence("A compressed frame of {count} bytes is cut short.")
INFLATES_TOO_FAR = sentence("A frame of {count} bytes inflates to more than {limit} bytes.")
NOT_A_MESSAGE = sentence("{count} bytes are not a {name}: {reason}")
VARINT_BROKEN = sentence("A varint is cut short or too long.")
NO_FIELD_NUMBER = sentence("A field without a number.")
WIRE_TYPE = sentence("Wire type {number} is not in use.")
FIELD_CUT_SHORT = sentence("A field of {count} bytes is cut short.")
