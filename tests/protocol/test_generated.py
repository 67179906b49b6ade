import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUMS = [line.split("  ") for line in (ROOT / "app/protocol/webcast.sha256").read_text().splitlines()]


@pytest.mark.parametrize(("digest", "path"), SUMS, ids=[path for _, path in SUMS])
def test_generated_files_match_proto(digest, path):
    """Run `python3 start.py generate` after changing proto/."""
    content = (ROOT / path).read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(content).hexdigest() == digest


def test_every_proto_file_is_accounted_for():
    listed = {path for _, path in SUMS}
    assert {f"proto/{path.name}" for path in (ROOT / "proto").glob("*.proto")} <= listed
