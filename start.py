#!/usr/bin/env python3
"""Sets Sidestage up on the first run and starts it. Needs nothing but Python's standard library.

python3 start.py --demo          open the window on the demo; any `sidestage` arguments
python3 start.py test [ARGS]     run the tests (pytest arguments)
python3 start.py lint            run the linters
python3 start.py check           run both
python3 start.py generate        make classes and descriptors of proto/ anew
python3 start.py build           make the one-folder program, prove it and pack it

Even Python 2 can read this file, so that an old Python is told in a sentence what is needed.
"""

import os
import sys

OLDEST = (3, 11)


def main(arguments):
    """Set up what is missing, then do what was asked for."""
    if sys.version_info[:2] < OLDEST:
        sys.stderr.write(
            "sidestage: Python 3.11 or newer is needed; this is %d.%d.%d.\n" % sys.version_info[:3]
        )
        return 1
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from app.setup.commands import carry_out

    return carry_out(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
