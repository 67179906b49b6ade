"""The page that is read from two metres."""

from app.words.phrase import plural, sentence

TITLE = sentence("Glance")
FROM_PERSON = sentence("{name}: {text}")
DIAMONDS = sentence("💎 {number}")
WATCHING_NOW, WATCHING = sentence("{number} watching now"), sentence("{number} watching")
LAST_KNOWN = sentence("{number} last known")
QUESTIONS = plural("{number} question", "{number} questions")
THANKS = plural("{number} to thank", "{number} to thank")
PLACE = sentence("place {place} of {count}")
TIMES = sentence("×{number}")
RISES, FALLS = sentence("▲ {number}"), sentence("▼ {number}")

# Screens.
ON_SCREEN = sentence("Glance on {screen}")
RULER = sentence("Measure this screen")
RULER_WHY = sentence(
    "Letters are as large as the distance asks for if the screen says truly how large it is. Hold a ruler"
    " against the line, or the long side of a bank card, which is 85.6 mm, and say how long the line is."
)
RULER_LENGTH = sentence("Length of the line")
MILLIMETRES = sentence(" mm")
RULER_USUAL = sentence("As the screen says")
