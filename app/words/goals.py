"""The pane of goals: the room's own, a target of diamonds, and wished gifts."""

from app.words.phrase import sentence

TITLE = sentence("Goals")
TARGET = sentence("Diamonds")
TARGET_BOX = sentence("Diamonds that you want to be given in a stream; 0 for no target")
NO_TARGET = sentence("no target")
ROOM_GOAL = sentence("Goal of the room")
PROGRESS = (
    sentence("{current} of {target} · {percent} %"),
    sentence("{current}/{target} · {percent} %"),
    sentence("{current}/{target}"),
    sentence("{percent} %"),
)
PART = sentence("{gift}: {goal}")
UNTIL, ENDED = sentence("{gift} until {time}"), sentence("{gift}, ended {time}")
REMOVE, REMOVE_WISH = sentence("✕"), sentence("Remove this wish: {gift}")

GIFT_BOX, GIFT_HINT = sentence("Wished gift"), sentence("Rose …")
COUNT_BOX = sentence("How many of it")
END_BOX, END_HINT = sentence("Until when, as 20:00; empty for as long as the stream"), sentence("until 20:00")
ADD = sentence("Add")
NO_TIME = sentence("A time is written as 20:00")
