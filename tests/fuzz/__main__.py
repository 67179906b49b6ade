"""`python -m tests.fuzz [--seconds 60] [--seed N] [--round N]`."""

import faulthandler
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.campaign import main

faulthandler.enable()
sys.exit(main(sys.argv[1:]))
