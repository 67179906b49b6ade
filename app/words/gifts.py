"""The panes of gifts: the leaderboard and the latest ones."""

from app.words.phrase import plural, sentence

A_GIFT = sentence("Gift")
COUNTING, COUNTING_SHORT = sentence("{gift} · counting …"), sentence("{gift} …")
SENT = sentence("sent {gift}, {worth}")
SENT_TO = sentence("sent {gift} to {name}, {worth}")
WORTH_DIAMONDS = sentence("{diamonds} diamonds")
BY_PERSON = sentence("{name} {deed}")
LATEST_GIFTS = sentence("Latest gifts")
NO_LATEST = sentence("Each gift appears here as it comes")
NO_LATEST_FROM = sentence("Each gift of {least} diamonds or more appears here as it comes")
LEAST, LEAST_ANY = sentence("Gifts of {least} diamonds or more"), sentence("All gifts")
LEAST_SHORT, LEAST_ANY_SHORT = sentence("{least}+ ▾"), sentence("All ▾")

GIFT_LEADERBOARD = sentence("Gift leaderboard")
NO_GIFTS = sentence("No gifts yet")
NAME, DIAMONDS = sentence("Name"), sentence("Diamonds")
GIFT_AT = sentence("{gift} at {time}")
HELD = (sentence("order held until you rest for 5 seconds"), sentence("order held"))
LAST_AND_GIFTS = sentence("{gift} · {gifts}")
SOMEBODY = sentence("Somebody")
NOBODY_NAMED = sentence("TikTok did not say who")
OTHERS = plural("{people} other person", "{people} other people")
WITHOUT_PRICE = sentence("{gift} · price unknown")
PRICE_UNKNOWN, UNKNOWN = sentence("price unknown"), sentence("?")
PEOPLE = plural("{people} person", "{people} people")
GIFTS_GIVEN = plural("{gifts} gift", "{gifts} gifts")
GIFTS_OF_PEOPLE = sentence("{gifts}, {people}")
WORTH = (
    sentence("≈ {money} to creator, estimate"),
    sentence("≈ {money}, estimate"),
    sentence("≈ {money}"),
)

# Scopes of the leaderboard.
SCOPES = sentence("Whose gifts")
STREAM, BATTLE, FOR_US = sentence("Stream"), sentence("Battle"), sentence("For me")
FOR_GUEST, GUEST = sentence("For {name}"), sentence("Guest")
SCOPE_MENU = sentence("{scope} ▾")
IN_SCOPE = sentence("{scope}: {counts}")

# What the room says, and how many gifts come.
SEEN = (
    sentence("seen {seen}, room says {room}"),
    sentence("seen {seen}, room {room}"),
    sentence("room says {room}"),
)
SEEN_LEAST = (
    sentence("seen {seen}, room says at least {room}"),
    sentence("seen {seen}, room {room}+"),
    sentence("room says {room} or more"),
)
ABOUT_SEEN = sentence(
    "We count what we see: not what was given before we came or while we were away. "
    "The room's own figure is TikTok's."
)
ABOUT_LEAST = sentence(
    "We count what we see: not what was given before we came or while we were away. "
    "TikTok tells what the top viewers gave; together it is that much at least."
)
PACE = (
    sentence("{gifts} gifts/min, usually {usual}"),
    sentence("{gifts}/min, usually {usual}"),
    sentence("{gifts}/min"),
)
PACE_ALONE = (sentence("{gifts} gifts/min"), sentence("{gifts}/min"))
ABOUT_PACE = sentence(
    "Gifts of the last 60 seconds; usual is the half hour before, once two minutes of it are known."
)
RUSH = (
    sentence("▲ rush: {gifts} gifts/min, usually {usual}"),
    sentence("▲ rush: {gifts}/min"),
    sentence("▲ rush"),
    sentence("▲ {gifts}"),
)
