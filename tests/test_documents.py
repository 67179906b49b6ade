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


def test_every_page_is_in_the_list():
    listed = {(ROOT / "docs" / link).resolve() for link in list_links(ROOT / "docs" / "README.md")}
    assert set((ROOT / "docs").glob("*.md")) - listed == {ROOT / "docs" / "README.md"}
