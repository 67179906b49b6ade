"""What the server answers over HTTP, and its film."""
