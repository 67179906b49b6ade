"""Makes the program that needs no Python, and proves it: `python3 start.py build`. It is not installed."""
