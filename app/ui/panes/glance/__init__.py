"""The page that is read from two metres."""
