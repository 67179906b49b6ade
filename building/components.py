"""What the built folder is made of, by the packages that its files come from."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple

import app
from building.identity import NAME, PROJECT
from building.leave_out import Entry

LICENCE_FILES = ("licen", "copying", "notice", "copyright", "authors")
LICENCE_FIELDS = ("License-Expression", "License")
FONT_LICENCE = re.compile(r"LICENCE-(.+)\.txt")  # beside the fonts of a package
IN_FOLDER = "see licences/{name}.txt"
NOT_SAID = "NOASSERTION"
# What wheels hold of others without saying so.
INSIDE = {
    "pyside6_essentials": (
        {"name": "Qt", "licence": "LGPL-3.0-only"},
        {"name": "ICU", "licence": "Unicode-3.0"},
    ),
}
PYTHON_LICENCE = "PSF-2.0"


class Component(NamedTuple):
    """A package of which something is in the folder.

    Attributes:
        name: what it calls itself.
        version: of it.
        licence: an SPDX expression or the words of its author.
        address: a package URL.
        texts: files with its licence.
    """

    name: str
    version: str
    licence: str
    address: str
    texts: tuple[Path, ...] = ()


def write_sources(entries: Iterable[Entry], file: Path) -> None:
    """Note where the files of the folder come from."""
    sources = sorted({str(source) for _, source, _ in entries if source})
    file.write_text(json.dumps(sources, indent=1), encoding="utf-8")


def find_components(sources: Iterable[str]) -> list[Component]:
    """The packages that files come from: Python's own, those of pip, those of Debian."""
    left = {str(Path(one).resolve()) for one in sources}
    found = [_describe_python()]
    for one in sorted(distributions(), key=lambda row: row.metadata["Name"].lower()):
        files = {str(Path(str(one.locate_file(file))).resolve()) for file in one.files or ()}
        if files & left and one.metadata["Name"].lower() != "sidestage":
            found.append(_describe(one))
        left -= files
    return [*found, *_describe_system(left)]


def _describe_python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    texts = [
        Path(sys.base_prefix, place)
        for place in ("LICENSE.txt", f"lib/python{version.rpartition('.')[0]}/LICENSE.txt")
    ]
    return Component(
        "Python",
        version,
        PYTHON_LICENCE,
        f"pkg:generic/python@{version}",
        tuple(one for one in texts if one.is_file()),
    )


def _describe(one: Distribution) -> Component:
    name, version = one.metadata["Name"], one.version
    texts = [Path(str(one.locate_file(file))) for file in one.files or () if _is_licence(file.parts)]
    address = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return Component(
        name, version, _read_licence(one), address, tuple(text for text in texts if text.is_file())
    )


def _is_licence(parts: tuple[str, ...]) -> bool:
    return any(part.endswith(".dist-info") for part in parts) and parts[-1].lower().startswith(LICENCE_FILES)


def _read_licence(one: Distribution) -> str:
    """Its licence as one line: the expression, the short field, or what its classifiers say."""
    said = [text for field in LICENCE_FIELDS for text in one.metadata.get_all(field) or []]
    if said and "\n" not in said[0] and said[0] != "UNKNOWN":
        return str(said[0])
    rows = one.metadata.get_all("Classifier") or []
    names = [row.rpartition(" :: ")[2] for row in rows if row.startswith("License ::")]
    return " OR ".join(names) or NOT_SAID


def _describe_system(files: Iterable[str]) -> list[Component]:
    """Debian's packages of the libraries and fonts that were taken from the system; none elsewhere."""
    every = list(files)
    libraries = [file for file in every if file.startswith(("/usr/lib", "/lib"))]
    if not shutil.which("dpkg-query") or not sys.platform.startswith("linux"):
        return []
    # A package may have a file of /usr/lib noted where that lay before the two became one.
    places = [*libraries, *(file.removeprefix("/usr") for file in libraries)]
    line = ["dpkg-query", "-S", *places]
    printed = subprocess.run(line, capture_output=True, text=True, check=False).stdout if places else ""
    names = {row.partition(": ")[0].partition(":")[0] for row in printed.splitlines()}
    names |= {found[1] for file in every if (found := FONT_LICENCE.fullmatch(Path(file).name))}
    return [_describe_package(name) for name in sorted(names)]


def _describe_package(name: str) -> Component:
    line = ["dpkg-query", "-W", "-f", "${Version}", name]
    version = subprocess.run(line, capture_output=True, text=True, check=False).stdout
    text = Path("/usr/share/doc", name, "copyright")
    texts = (text,) if text.is_file() else ()
    licence = IN_FOLDER.format(name=name) if texts else NOT_SAID
    return Component(name, version, licence, f"pkg:deb/debian/{name}@{version}", texts)


def make_bill(components: Iterable[Component]) -> dict[str, Any]:
    """The bill of materials, as CycloneDX JSON of version 1.6."""
    root = {
        "type": "application",
        "bom-ref": "sidestage",
        "name": NAME,
        "version": app.__version__,
        "description": PROJECT["description"],
        "licenses": [{"expression": PROJECT["license"]}],
    }
    rows = [_make_row(one) for one in components]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": root},
        "components": rows,
        "dependencies": [{"ref": "sidestage", "dependsOn": [row["bom-ref"] for row in rows]}],
    }


def _make_row(one: Component) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "library",
        "bom-ref": one.address,
        "name": one.name,
        "version": one.version,
        "purl": one.address,
        "licenses": [{"license": {"name": one.licence}}],
    }
    parts = INSIDE.get(one.name.lower().replace("-", "_"), ())
    return row | ({"components": [_make_part(part) for part in parts]} if parts else {})


def _make_part(part: Mapping[str, str]) -> dict[str, Any]:
    return {"type": "library", "name": part["name"], "licenses": [{"license": {"name": part["licence"]}}]}
