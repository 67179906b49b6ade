"""What puts the built program into a menu and has it open links: run on Linux, read for Windows."""

import configparser
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from building.identity import make_desktop_file

INSTALLERS = Path(__file__).parents[1] / "resources" / "installers"
PROGRAM = '#!/bin/sh\nprintf "%s" "$1" > "$(dirname "$0")/opened"\n'


@pytest.fixture(params=["plain", "with blanks", "日本 ünï", "a'b", 'q"u`o$te', "100 %u", "back\\slash"])
def folder(request, tmp_path):
    place = tmp_path / request.param
    place.mkdir()
    (place / "sidestage").write_text(PROGRAM)
    (place / "sidestage").chmod(0o755)
    (place / "sidestage.desktop").write_text(make_desktop_file(), encoding="utf-8")
    (place / "install.sh").write_bytes((INSTALLERS / "install.sh").read_bytes())
    return place


def run(folder, *words):
    here = {"XDG_DATA_HOME": str(folder / "data"), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    words = ["/bin/sh", str(folder / "install.sh"), *words]
    return subprocess.run(words, env=os.environ | here, check=True, capture_output=True, text=True).stdout


def read_entry(folder):
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read(folder / "data" / "applications" / "sidestage.desktop", encoding="utf-8")
    return entry["Desktop Entry"]


def split_line(line, link):
    """The words of an Exec line, as the Desktop Entry Specification reads it."""
    text = re.sub(r"\\\\", r"\\", line)
    words = [re.sub(r'\\(["`$\\])', r"\1", word) for word in re.findall(r'"((?:\\.|[^"\\])*)"', text)]
    rest = re.sub(r'"(?:\\.|[^"\\])*"', "", text).split()
    return [word.replace("%%", "%") for word in words] + [link if word == "%u" else word for word in rest]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has such menus")
def test_the_entry_starts_the_program_with_the_link_wherever_it_lies(folder):
    assert "opens sidestage:// links" in run(folder)
    run(folder)  # once more changes nothing
    entry = read_entry(folder)
    assert entry["MimeType"] == "x-scheme-handler/sidestage;"
    subprocess.run(split_line(entry["Exec"], "sidestage://@anna"), check=True)
    assert (folder / "opened").read_text() == "sidestage://@anna"
    assert entry["Icon"].replace("\\\\", "\\") == str(folder / "sidestage.png")
    assert "not in the menu" in run(folder, "--remove")
    assert not list((folder / "data" / "applications").glob("*.desktop"))


def test_the_windows_one_writes_for_the_user_alone_and_quotes_what_it_names():
    text = (INSTALLERS / "install.bat").read_bytes()
    lines = text.decode("ascii").split("\r\n")
    assert "\n" not in text.decode("ascii").replace("\r\n", "")
    writes = [shlex.split(line.replace('\\"', "'"), posix=True) for line in lines if line.startswith("reg ")]
    assert len(writes) == 5
    assert all(words[2].startswith("%key%") for words in writes)
    assert 'set "key=HKCU\\Software\\Classes\\sidestage"' in lines
    assert any('"\\"%program%\\" \\"%%1\\""' in line for line in lines)
