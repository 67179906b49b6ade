"""The battle's pane."""

from app.words.phrase import plural, sentence

NO_BATTLE = sentence("No battle")
NO_BATTLE_YET = sentence("Scores, clock and best gifters appear here when one starts.")

# Phases.
INVITED = sentence("Invited")
PREPARING = sentence("Getting ready")
STARTING = sentence("Starting")
ACTIVE = sentence("Battle on")
ENDED = sentence("Time is up")
PUNISHMENT = sentence("Punishment")
DONE = sentence("Over")
CANCELLED = sentence("Cancelled")
UNKNOWN = sentence("Battle")

# How it ended.
WON, LOST, DRAW, OVER = sentence("Won"), sentence("Lost"), sentence("Draw"), sentence("Over")
WON_BY, LOST_BY = sentence("Won by {points}"), sentence("Lost by {points}")
DISMISS, DISMISS_MARK = sentence("Take the result away"), sentence("✕")

# The sides.
US, THEM, A_SIDE = sentence("Us"), sentence("Them"), sentence("A side")
OUR_SIDE = sentence("● {name} (us)")
EVEN, APART = sentence("even"), sentence("apart")
AHEAD, BEHIND = sentence("▲ ahead"), sentence("▼ behind")
OLD_SCORE = sentence("score {seconds} s old")
AHEAD_MARK, BEHIND_MARK = sentence("▲"), sentence("▼")
POINTS = sentence("{name}: {points} points")
BEST = sentence("MVP")
SHARES = sentence("{ours} % to {theirs} %")
EARNED, EARNED_BRIEF = sentence("earned 💎 {diamonds}"), sentence("💎 {number}")

# Items and challenges.
TIMES = sentence("×{multiplier}")
GLOVE, MIST, THUNDER = sentence("glove"), sentence("mist"), sentence("thunder")
EXTRA_TIME, POTION, WAVE = sentence("extra time"), sentence("potion"), sentence("wave")
VAULT_GLOVE, REWARD = sentence("vault glove"), sentence("challenge met")
CHALLENGE = sentence("challenge {progress} of {target}")
MULTIPLIED = sentence("{times} {what}")
ITEM, ITEM_OF_PLAYER = sentence("{what} {left}"), sentence("{what} {left} ({player})")
ITEM_OF_SIDE = sentence("{side}: {item}")

# Those before.
HISTORY = sentence("Battles of this stream")
HISTORY_COUNT = plural("{count} battle", "{count} battles")
WON_AGAINST, LOST_TO = sentence("Won against {names}"), sentence("Lost to {names}")
DRAW_WITH, FOUGHT_WITH = sentence("Draw with {names}"), sentence("Battle with {names}")
BEST_NAMES = sentence("MVP {names}")
AND_OTHERS = sentence("{names} +{count}")

# What is copied.
BEGAN, RESULT, LENGTH = sentence("Began"), sentence("Result"), sentence("Length")
OUR_SCORE, THEIR_SCORES = sentence("Our score"), sentence("Their scores")
OUR_NAMES, OPPONENTS = sentence("Our side"), sentence("Opponents")
EARNED_DIAMONDS, MVPS = sentence("Diamonds earned"), sentence("MVPs")
