"""Generates the classes and the descriptor set from proto/*.proto.

After every change of a .proto file it is run from the project's own environment, which gets the generators:

    python3 start.py generate

It writes app/protocol/im/ (betterproto2 classes of the transport: what we build and send),
app/protocol/webcast.desc (the whole schema for protobuf's own reader, which decodes),
tests/reference/webcast/ (betterproto2 classes of the messages: the full parse, which the reader is compared
with) and app/protocol/webcast.sha256 (what was made from what; a test compares it, since the generators are
not installed where the tests run).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "app" / "protocol"
# Where the classes of each package go, each beside a pool of its own.
HOMES = {"im": OUT, "webcast": ROOT / "tests" / "reference"}
POOL = "message_pool.py"
DESC = OUT / "webcast.desc"
SUMS = OUT / "webcast.sha256"


def digest(path: Path) -> str:
    """SHA-256 of a file, with line ends as Unix writes them, so that a Windows checkout agrees."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def generator_environment() -> dict[str, str]:
    """Programs beside this Python come first: protoc's plugin is one, and calls ruff, which is another."""
    folders = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    return os.environ | {"PATH": os.pathsep.join(folders)}


def generate() -> None:
    """Write the classes, the descriptor set and the sums."""
    sources = sorted(path.name for path in (ROOT / "proto").glob("*.proto"))
    protoc = [sys.executable, "-m", "grpc_tools.protoc", "-I", str(ROOT / "proto")]
    with tempfile.TemporaryDirectory() as made_in:
        outputs = [f"--descriptor_set_out={DESC}", f"--python_betterproto2_out={made_in}"]
        subprocess.run([*protoc, *outputs, *sources], check=True, env=generator_environment())
        for package, home in HOMES.items():
            shutil.rmtree(home / package, ignore_errors=True)
            shutil.copytree(Path(made_in) / package, home / package)
            shutil.copy(Path(made_in) / POOL, home / POOL)
    made = [ROOT / "proto" / name for name in sources]
    made += [home / name for package, home in HOMES.items() for name in (f"{package}/__init__.py", POOL)]
    made.append(DESC)
    SUMS.write_text("".join(f"{digest(path)}  {path.relative_to(ROOT).as_posix()}\n" for path in made))


if __name__ == "__main__":
    generate()
    print(SUMS.read_text(), end="")
