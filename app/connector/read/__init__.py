"""What can be read over HTTP beside following a room: figures, people, gifts, video."""
