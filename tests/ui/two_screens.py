"""Steps in a program of their own, on screens that a test makes up."""

import json
import os
import subprocess
import sys

PLAIN = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def run_on_screens(config, screens, steps):
    """Run steps; the words of each line that they print.

    `config` is a file that gets the screens, as Qt's offscreen platform reads them.
    """
    config.write_text(json.dumps({"screens": [PLAIN | one for one in screens]}))
    done = subprocess.run(
        [sys.executable, "-c", steps],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
    )
    assert done.returncode == 0, done.stderr
    return [line.split() for line in done.stdout.splitlines()]
