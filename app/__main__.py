"""`python -m app`, `sidestage` and the built program start here."""

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the program with the arguments of this process; the exit code is returned."""
    try:
        from app.cli import run_command  # noqa: PLC0415 - Ctrl+C may come while this is loaded
        from app.desktop.ending import end_process  # noqa: PLC0415

        return end_process(run_command(sys.argv[1:]))
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
