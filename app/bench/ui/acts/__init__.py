"""What the measured window goes through; a file an act, each with one function `play`."""
