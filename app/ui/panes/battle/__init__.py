"""The battle that is on."""
