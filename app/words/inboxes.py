"""What waits for the user: questions, and whom to thank."""

from app.words.phrase import plural, sentence

QUESTIONS = sentence("Questions")
NO_QUESTIONS = sentence("No questions yet")
THANKS = sentence("Thank-yous")
NO_THANKS = sentence("Nobody to thank yet")

# In the title line and in the header.
OPEN = plural("{number} open", "{number} open")
LEFT_OUT = sentence("{open}, {number} left out")
ABOUT_LEFT_OUT = sentence("No more than {most} are kept: the oldest left unanswered.")
SOME_QUESTIONS = plural("{number} question", "{number} questions")
TO_THANK = plural("{number} to thank", "{number} to thank")

# A row.
ANSWERING = sentence("answering now")
ANSWERED = sentence("answered")
DONE = sentence("done")
THANKED = sentence("thanked")
AND_THANKED = sentence("{text}, thanked")
STATE_AND_AGE = sentence("{state} · {age}")
NEXT_TO = sentence("{first} · {second}")
FOLLOWED = sentence("followed")
SUBSCRIBED = sentence("subscribed")
SUPER_FAN = sentence("is a super fan")
SOME_GIFT, GIFT_TIMES = sentence("Gift"), sentence("{gift} ×{count}")
MORE_GIFTS = plural("{gift} and {number} more", "{gift} and {number} more")
DIAMONDS = plural("{number} diamond", "{number} diamonds")
ROW = sentence("{name}, {age}: {text}")
ROW_IN_STATE = sentence("{name}, {age}: {text}, {state}")
COPIED = sentence("{time} {name}: {text}")

# What can be done.
TICK, UNDO = sentence("Tick, or take the tick off"), sentence("Take back what was ticked last")
