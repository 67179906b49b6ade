"""The chat, and the start page in its place while there is none."""
