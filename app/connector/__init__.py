"""Opens a room and keeps it open: ways in, signing, sockets, reconnecting."""
