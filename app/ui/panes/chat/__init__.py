"""The chat: its rows, what is looked for in them, and who writes them."""
