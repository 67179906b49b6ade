"""Pictures of scenes in several sizes, by the program: python tests/screens/take.py FOLDER [NAME ...]."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZES = ("1280x800", "1920x1080", "800x600", "640x480", "320x480")


def main(folder, *names):
    sys.path.insert(0, str(ROOT))
    from app.desktop.scenes.table import SCENES

    for name in names or SCENES:
        for size in SIZES:
            take(name, size, Path(folder).resolve() / f"{name}-{size}.png")


def take(name, size, picture):
    words = ["--scene", name, "--size", size, "--screenshot", str(picture), "--force"]
    environment = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"} | os.environ
    subprocess.run([sys.executable, "-m", "app", *words], cwd=ROOT, env=environment, check=True, timeout=60)


if __name__ == "__main__":
    main(*sys.argv[1:])
