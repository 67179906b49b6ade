"""The server at its socket: who may open it, and what they are sent."""
