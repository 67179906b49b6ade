"""Sets the program up beside its source; `start.py` comes here. Needs the standard library only."""
