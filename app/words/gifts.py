"""The panes of gifts: the leaderboard and the latest ones."""

from app.words.phrase import plural, sentence

A_GIFT = sentence("Gift")
SENT = sentence("sent {gift}, {diamonds} diamonds")
SENT_TO = sentence("sent {gift} to {name}, {diamonds} diamonds")
BY_PERSON = sentence("{name} {deed}")
LATEST_GIFTS = sentence("Latest gifts")
NO_LATEST = sentence("Each gift appears here as it comes")

GIFT_LEADERBOARD = sentence("Gift leaderboard")
NO_GIFTS = sentence("No gifts yet")
NAME, GIFTS, DIAMONDS = sentence("Name"), sentence("Gifts"), sentence("Diamonds")
GIFT_AT = sentence("{gift} at {time}")
HELD = sentence("order held")
PEOPLE = plural("{people} person", "{people} people")
GIFTS_GIVEN = plural("{gifts} gift", "{gifts} gifts")
GIFTS_OF_PEOPLE = sentence("{gifts}, {people}")
WORTH = (
    sentence("≈ {dollars} to creator, estimate"),
    sentence("≈ {dollars}, estimate"),
    sentence("≈ {dollars}"),
)
