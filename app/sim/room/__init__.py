"""The invented room: who is in it, what they do, in which order."""
