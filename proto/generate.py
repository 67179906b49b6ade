"""Generates the classes and the descriptor set from proto/*.proto.

Run it after every change of a .proto file, with the project's `generate` extra installed:

    python proto/generate.py

It writes app/protocol/im/ (betterproto2 classes of the transport: what we build and send),
app/protocol/webcast/ (those of the messages: the full parse, the reference in tests),
app/protocol/webcast.desc (the same schema for protobuf's own reader, which decodes) and
app/protocol/webcast.sha256 (what was made from what; a test compares it, since the generators are not
installed where the tests run).
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "app" / "protocol"
PACKAGES = ("im", "webcast")
POOL = OUT / "message_pool.py"
DESC = OUT / "webcast.desc"
SUMS = OUT / "webcast.sha256"


def digest(path: Path) -> str:
    """SHA-256 of a file, with line ends as Unix writes them, so that a Windows checkout agrees."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def generate() -> None:
    """Write the classes, the descriptor set and the sums."""
    sources = sorted(path.name for path in (ROOT / "proto").glob("*.proto"))
    protoc = [sys.executable, "-m", "grpc_tools.protoc", "-I", str(ROOT / "proto")]
    with tempfile.TemporaryDirectory() as made_in:
        outputs = [f"--descriptor_set_out={DESC}", f"--python_betterproto2_out={made_in}"]
        subprocess.run([*protoc, *outputs, *sources], check=True)
        for package in PACKAGES:
            shutil.rmtree(OUT / package, ignore_errors=True)
            shutil.copytree(Path(made_in) / package, OUT / package)
        shutil.copy(Path(made_in) / POOL.name, POOL)
    made = [*(ROOT / "proto" / name for name in sources), *(OUT / one / "__init__.py" for one in PACKAGES)]
    made += [POOL, DESC]
    SUMS.write_text("".join(f"{digest(path)}  {path.relative_to(ROOT).as_posix()}\n" for path in made))


if __name__ == "__main__":
    generate()
    print(SUMS.read_text(), end="")
