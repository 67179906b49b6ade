"""Short sounds, made from numbers."""
