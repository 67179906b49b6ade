"""The real program with an observer inside: `python -m app.bench.ui.program ACT JSON [words for it]`.

Started as a user starts it (`python -m app`), it goes through an act, prints what the act found as JSON,
closes its window, and prints nothing else.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Generator
from importlib import import_module
from typing import Any

Steps = Generator[int, None, None]
Act = Generator[int, None, dict[str, Any]]


def main() -> None:
    """Start the observer, then the program. Modules come in the order of a user's start: Qt last."""
    act, told, *arguments = sys.argv[1:]
    import_module("app.desktop.before_qt").import_ahead()
    play = import_module(f"app.bench.ui.acts.{act}").play
    from app.bench.ui.observer import Observer  # noqa: PLC0415 - what stands before is imported faster
    from app.ui.look import make_application  # noqa: PLC0415

    application = make_application(*sys.argv[:1])
    observer = Observer(lambda window: play(window, **json.loads(told)))  # noqa: F841 - lives as long as this
    sys.argv = ["sidestage", *arguments]
    runpy.run_module("app", run_name="__main__")
    del application


if __name__ == "__main__":
    main()
