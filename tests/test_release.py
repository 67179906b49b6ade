import re
from pathlib import Path

import pytest

import app

ROOT = Path(__file__).parents[1]


def test_the_changelog_begins_with_this_version():
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest[1] == app.__version__


def test_the_constraints_name_no_package_index():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|^-", text, re.MULTILINE)


WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_takes_actions_by_their_commit_and_has_no_more_rights_than_it_says(file):
    text = file.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert not [
        name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}|\./\.github/\S+", name)
    ]
    assert "\npermissions: {}\n" in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_tests_run_on_every_python_that_is_supported():
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    versions = re.search(r"python: \[(.+)\]", text)[1].replace('"', "").split(", ")
    oldest = re.search(r'requires-python = ">=(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        1
    ]
    assert (versions[0], len(versions)) == (oldest, 4)
