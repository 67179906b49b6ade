"""The full parse by generated classes, which lies in the source's tests and not in the program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from app.bench.fresh import ROOT

FOLDER = ROOT / "tests" / "reference"
PACKAGE = "sidestage_reference"  # a name of its own: anybody's tests may be called tests
ABSENT = "not measured: its classes are in tests/reference of the source, which is not here"


@cache
def load_reference_classes(folder: Path = FOLDER) -> Mapping[str, Any]:
    """The classes by name in small letters; none where the program runs without its source."""
    spec = spec_from_file_location(PACKAGE, folder / "__init__.py", submodule_search_locations=[str(folder)])
    if not folder.is_dir() or spec is None or spec.loader is None:
        return {}
    package = sys.modules[PACKAGE] = module_from_spec(spec)
    spec.loader.exec_module(package)
    webcast = import_module(f"{PACKAGE}.webcast")
    # betterproto2 spells acronyms its own way: WebcastAiSummaryMessage.
    return {name.lower(): getattr(webcast, name) for name in webcast.__all__}
