"""What the scenes show, and what is wrong with the name of one."""

from app.words.phrase import sentence

FIRST_START = sentence("the first start, nobody is followed")
MISTYPED = sentence("a name that nobody can have")
CONNECTING = sentence("the room is looked for")
WAITING = sentence("the creator is not live yet")
LIMITED = sentence("the limit of the sign provider is reached, with what is left of it")
QUIET = sentence("a room in which nothing happened yet")
BUSY = sentence("a full room with a battle")
HUGE = sentence("the same with numbers that no layout was made for")
HALF_HOUR = sentence("half an hour of a stream as it happened")
FOUND = sentence("words are looked for in the chat")
FILTERED = sentence("only questions are shown")
PERSON = sentence("the card of a person")
SETTINGS = sentence("the settings over a full room")
WAY_FIELDS = sentence("the settings of a way in: {way}")
WAY_PASSED = sentence("a way in was tried and works")
WAY_FAILED = sentence("a way in was tried and does not work")
RIGHT_TO_LEFT = sentence("names and lines that are read from the right")
HOSTILE = sentence("names and lines that try to break out of their places")
PORTRAIT = sentence("a tall window")
NARROW = sentence("the smallest window")
POPPED_OUT = sentence("panes in windows of their own")
DUEL = sentence("a battle of two, with cards and a challenge")
LAST_SECONDS = sentence("the last seconds of a battle")
TEAMS = sentence("a battle of two teams")
RESULT = sentence("a battle is over and won")
BATTLES = sentence("the battles of a stream, none is on")
SIDES = sentence("a battle of four")
PUNISHED = sentence("a battle is over, the loser pays")
INBOX = sentence("{title:small}: {state}")
WAITING_ROWS, TICKED_ROWS = sentence("some wait"), sentence("some are ticked")
NO_ROWS, MANY_ROWS = sentence("none waits"), sentence("more than are kept")
LOST = sentence("the connection was lost")
ENDED = sentence("the stream is over")
FAILING = sentence("nobody gets in: {code}")

NOTHING_TRIED = sentence("A scene reaches nobody: nothing is tried here.")

NO_SCENE = sentence("There is no scene called “{name}”.")
NEAR = sentence("Near: {near}; --scene LIST names all.")
NONE_NEAR = sentence("none")

PAGE = """\
# Scenes

Rooms that stand still, to look at: `sidestage --scene NAME`. With `--screenshot FILE` a picture is written
and the window closes; `--size WxH`, `--theme`, `--scale` and `--language` say how it looks. Nothing reaches
the network, the clock stands, and the settings file is neither read nor written. `--scene LIST` names all.

| scene | what is seen |
|---|---|
"""
