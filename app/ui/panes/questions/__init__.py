"""What was asked and is not answered yet."""
