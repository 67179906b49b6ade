"""Arrangements of the panes, and their windows."""

from app.words.phrase import sentence

SOLO = sentence("Solo")
BATTLE = sentence("Battle layout")
QA = sentence("Questions and answers")
COMPACT = sentence("Compact: chat alone")
ARRANGEMENT = sentence("Arrangement")
NAME_FOR_NEW = sentence("A name for this arrangement, up to {most} letters:")
NAME_INSTEAD = sentence("Another name for this arrangement, up to {most} letters:")
PANE_AND_NAME = sentence("{pane} · {name}")
