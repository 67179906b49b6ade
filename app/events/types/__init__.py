"""What an event is made of: a file a topic."""
