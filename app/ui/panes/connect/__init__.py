"""The box for the name, and what is going on."""
