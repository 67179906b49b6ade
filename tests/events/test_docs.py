"""docs/events.md names every type and every field."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from app import events as ev

from .test_as_json import KINDS

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(\w+)`", DOCS))
HEADINGS = {
    name for line in DOCS.splitlines() if line.startswith("### ") for name in re.findall(r"`(\w+)`", line)
}
PARTS = (ev.User, ev.Badge, ev.Emote, ev.TopViewer, ev.PollOption, ev.RankEntry, ev.Side, ev.Contributor)


def test_every_type_has_a_heading_and_every_heading_is_a_type():
    assert {kind.type for kind in KINDS} == HEADINGS


@pytest.mark.parametrize("kind", [*KINDS, *PARTS], ids=lambda kind: kind.__name__)
def test_every_field_is_named(kind):
    assert {field.name for field in fields(kind)} <= NAMED
