"""A font's file is read once, however many sizes and scripts are drawn."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

FAMILY, FILE = "Noto Sans CJK JP", "NotoSansCJK-Bold.ttc"
PLACES = Path("/proc/self/maps")
# Hindi is what Qt asks each family for until one has it: it forgets those that have not.
SIZES = """
import sys
from PySide6.QtGui import QFontMetricsF
from app.ui.look import hold_families, hold_font, make_application, make_font

application = make_application("test")
hold_families()
for _ in range(50):
    application.processEvents()
kept = []
for pixels in range(10, 20):
    for words in ("\\u7530\\u4e2d", "\\u092a\\u094d\\u0930"):
        font = make_font(pixels, bold=True)
        kept.append(hold_font(font))
        QFontMetricsF(font).horizontalAdvance(words)
sys.stdout.write(open("/proc/self/maps").read())
"""


@pytest.mark.skipif(not PLACES.exists(), reason="the system does not say which files a process has open")
@pytest.mark.usefixtures("qapp")
def test_sizes_share_a_font_file() -> None:
    if FAMILY not in QFontDatabase.families():
        pytest.skip("there are no letters of East Asia here")
    run = subprocess.run([sys.executable, "-c", SIZES], capture_output=True, text=True, check=True)
    lines = [line for line in run.stdout.splitlines() if line.endswith(FILE)]
    assert len(lines) == 1, "read once for each size that was made after another file fell out of use"
