"""`python -m app`, `sidestage` and the built program start here."""

import sys

from app.cli import run


def main() -> int:
    """Run the program with the arguments of this process; the exit code is returned."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
