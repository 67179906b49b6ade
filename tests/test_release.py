import re
from pathlib import Path

import app

ROOT = Path(__file__).parents[1]


def test_the_changelog_begins_with_this_version():
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest[1] == app.__version__


def test_the_constraints_name_no_package_index():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|^-", text, re.MULTILINE)
