"""The pictures of the documents, each a scene, by the program: python tests/screens/documents.py."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
# The scene, the size of the window, what else it is started with.
PICTURES = {
    "duel": ("1280x800",),
    "failing-captcha": ("900x560",),
    "first-start": ("900x560",),
    "glance-battle": ("1280x720",),
    "narrow": ("320x640",),
    "person": ("1280x800",),
    "portrait": ("480x800",),
    "questions": ("1280x800",),
    "way-signed": ("900x640",),
}


def main():
    """Take them all; those that are there are replaced."""
    for scene, (size, *more) in PICTURES.items():
        picture = FOLDER / f"{scene}.png"
        words = ["--scene", scene, "--size", size, *more, "--screenshot", str(picture), "--force"]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
        subprocess.run(
            [sys.executable, "-m", "app", *words], cwd=ROOT, env=environment, check=True, timeout=60
        )


if __name__ == "__main__":
    main()
