"""An event in one line: what stands beside names and the words of strangers."""

from app.words.phrase import plural, sentence

WHO_AND_WHAT = sentence("{who}: {what}")
BY_TIKTOK = sentence("by TikTok")
BY_HOST = sentence("by the host")
EMOTES = plural("an emote", "{count} emotes")
LEVEL = sentence("level {level}")
MONTH = sentence("month {month}")
BROUGHT = sentence("brought {count}")

# Counts.
DIAMONDS = plural("{count} diamond", "{count} diamonds")
COINS = plural("{count} coin", "{count} coins")
PEOPLE = plural("{count} person", "{count} people")
GUESTS = plural("{count} guest", "{count} guests")
LIKES = plural("{count} like", "{count} likes")
COMMENTS = plural("{count} comment", "{count} comments")
SEATS = plural("{count} seat", "{count} seats")
PRODUCTS = plural("{count} product", "{count} products")
CHARACTERS = plural("{count} character of JSON", "{count} characters of JSON")
LIKES_IN_ALL = sentence("{likes}, {total} in all")
VIEWERS = sentence("{now} watching, {total} came so far")

# Gifts.
GIFT = sentence("{gift} ×{number} ({diamonds})")
GIFT_FOR = sentence("{gift} ×{number} ({diamonds}) for {receiver}")
GOES_ON = sentence("{gift} …")
CHEST = sentence("{diamonds} for {people}")
CHEST_GONE = sentence("gone")
GOAL = sentence("{progress} of {target}")

# Battles.
CUT_SHORT = sentence("{battle} before the time")
TASK = sentence("{phase}: {target} in {seconds} s, then ×{multiplier} for {reward_s} s")

# The room.
ALL_OF = sentence("all of {people}")
UNRANKED = sentence("{text}: unranked")
LINKED = sentence("linked: {names}")
WAITING = sentence("{count} waiting")
GUESSED = sentence("{count} guessed it")
PRODUCT_GONE = sentence("taken away")
UNPINNED = sentence("taken down")

# The connection.
GAP = sentence("{seconds:.0f} s unknown")
NEXT_TRY = sentence("{reason} Next try in {seconds:.0f} s.")
QUOTA = {
    "": sentence("{left:,} of {limit:,} signatures left"),
    "minute": sentence("{left:,} of {limit:,} signatures left this minute"),
    "hour": sentence("{left:,} of {limit:,} signatures left this hour"),
    "day": sentence("{left:,} of {limit:,} signatures left this day"),
}
