"""Runs first in the built program on Linux: fonts of the folder, and no libraries of ours for others.

Qt finds fonts by fontconfig, which is given the system's fonts and those of the folder. Programs that are
started from here (a browser, ffmpeg, speech) get the places of libraries that they would have without us.
"""

import os
import sys
from pathlib import Path

FONTS = Path(sys._MEIPASS, "fonts", "fonts.conf")

if FONTS.exists():
    os.environ.setdefault("FONTCONFIG_FILE", str(FONTS))
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
