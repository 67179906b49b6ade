"""Finds the room, opens the socket, keeps it alive, reconnects."""
