"""The inspector (F10): every event as it comes, and the whole message behind it."""
