"""The documents lead to what there is, and their pictures are scenes."""

import re
from pathlib import Path

import pytest

from app.desktop.scenes.table import SCENES
from tests.screens.documents import FOLDER, PICTURES

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def list_links(page):
    return [link.split("#")[0] for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page):
    missing = [link for link in list_links(page) if link and not (page.parent / link).exists()]
    assert missing == []


def test_every_picture_is_a_scene_and_is_shown_somewhere():
    shown = {(page.parent / link).resolve() for page in PAGES for link in list_links(page)}
    pictures = set(FOLDER.glob("*"))
    assert {picture.stem for picture in pictures} == set(PICTURES) <= set(SCENES)
    assert pictures <= shown


def test_every_room_stands_in_the_architecture():
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [path.parent.name for path in (ROOT / "app").glob("*/__init__.py")]
    assert [room for room in rooms if not re.search(rf"\bapp/{room}\b", page)] == []


PLACE = re.compile(r"[\w.]+(?:/[\w.]+)+")
NO_PLACES = {"events/s", "model/view", "types/decode/describe"}


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_place_that_is_named_is_there(name):
    """Written from the top of the source, of app, of the window or of the events."""
    places = {one.rstrip(".") for one in PLACE.findall((ROOT / name).read_text("utf-8"))} - NO_PLACES
    tops = (ROOT, *(ROOT / "app" / room for room in ("", "ui", "events")))
    found = {one for top in tops for one in places if (top / one).exists() or (top / f"{one}.py").exists()}
    assert sorted(one for one in places - found if "NAME" not in one) == []


def test_every_page_is_in_the_list():
    listed = {(ROOT / "docs" / link).resolve() for link in list_links(ROOT / "docs" / "README.md")}
    assert set((ROOT / "docs").glob("*.md")) - listed == {ROOT / "docs" / "README.md"}
