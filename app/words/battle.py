"""The battle's pane."""

from app.words.phrase import sentence

NO_BATTLE = sentence("No battle")
NO_BATTLE_YET = sentence("Scores, clock and best gifters appear here when one starts.")

# Phases.
INVITED = sentence("Invited")
PREPARING = sentence("Getting ready")
ACTIVE = sentence("Battle on")
ENDED = sentence("Time is up")
PUNISHMENT = sentence("Punishment")
DONE = sentence("Over")
CANCELLED = sentence("Cancelled")
UNKNOWN = sentence("Battle")

# How it ended.
WON, LOST, DRAW, OVER = sentence("Won"), sentence("Lost"), sentence("Draw"), sentence("Over")
WON_BY, LOST_BY = sentence("Won by {points}"), sentence("Lost by {points}")

# The sides.
US, THEM, A_SIDE = sentence("Us"), sentence("Them"), sentence("A side")
OUR_SIDE = sentence("● {name} (us)")
EVEN, AHEAD, BEHIND, APART = sentence("even"), sentence("ahead"), sentence("behind"), sentence("apart")
OLD_SCORE = sentence("score {seconds} s old")
POINTS = sentence("{name}: {points} points")
BEST = sentence("MVP")
SHARES = sentence("{ours} % to {theirs} %")
