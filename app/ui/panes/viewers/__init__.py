"""How many watch."""
