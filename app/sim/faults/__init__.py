"""What can go wrong, as the server plays it."""
