"""What the built program is made of; `start.py build` itself proves what comes out."""

import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

import app
from app.settings import WAYS
from app.ui.panes.table import PANES
from app.ui.windows import WINDOWS
from building import components, fonts, icons, identity
from building.leave_out import is_needed, leave_out
from building.measure import count_bytes
from building.modules import list_languages, list_modules
from building.prove import MOST_OFF, measure_difference
from building.running import BuildFailure, Program
from building.shiboken import gather_support
from building.storing import leave_help_out, list_first_modules

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
LANGUAGES = ["es"]
FEW = 3  # of the scripts: each is looked for in the same way


def test_every_module_of_ours_is_in_it():
    named = [way.route.partition(":")[0] for way in WAYS.values()]
    named += [row.path.partition(":")[0] for row in PANES] + [row.module for row in WINDOWS.values()]
    modules = list_modules()
    assert not set(named) - set(modules)
    assert {"app", "app.__main__", "app.ui.panes.chat.pane", "app.client.live_client"} <= set(modules)
    assert not [name for name in modules if name.startswith("app.setup")]


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/Qt/translations/qtbase_es.qm",
        "PySide6/QtWidgets.abi3.so",
        "libQt6Widgets.so.6",
    ],
)
def test_what_the_program_loads_is_kept(place):
    assert is_needed(place, LANGUAGES)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_help_es.qm",
        "PySide6/opengl32sw.dll",
        "libQt6OpenGL.so.6",
        "app/words/catalogues/es/LC_MESSAGES/sidestage.po",
    ],
)
def test_what_it_never_loads_stays_out(place):
    assert not is_needed(place, LANGUAGES)


def test_places_of_windows_are_read_as_well():
    assert leave_out([("PySide6\\plugins\\tls\\qopensslbackend.dll", "x", "BINARY")], LANGUAGES) == []


def test_words_of_qt_are_kept_for_every_language_of_ours():
    assert list_languages() == LANGUAGES


def test_windows_reads_name_and_version():
    def keep(*places, **names):
        return places or names

    kinds = "VSVersionInfo FixedFileInfo StringFileInfo StringTable StringStruct VarFileInfo VarStruct"
    made = eval(identity.make_version_file(), dict.fromkeys(kinds.split(), keep))  # noqa: S307 - as it is read
    ((_, strings),) = made["kids"][0][0]
    assert ".".join(map(str, made["ffi"]["filevers"])) == f"{app.__version__}.0"
    assert {("ProductName", "Sidestage"), ("FileVersion", app.__version__)} <= set(strings)


def test_macos_sends_our_links_here():
    plist = identity.make_plist()
    assert plist["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["sidestage"]
    assert plist["CFBundleShortVersionString"] == app.__version__


@pytest.mark.skipif(sys.platform == "win32", reason="a shell line")
def test_the_desktop_file_starts_the_program_beside_it(tmp_path):
    folder = tmp_path / "日本 ünï & 'x'"
    folder.mkdir()
    (folder / "sidestage").write_text('#!/bin/sh\nprintf "%s|" "$0" "$@"\n', encoding="utf-8")
    (folder / "sidestage").chmod(0o755)
    line = next(row for row in identity.make_desktop_file().splitlines() if row.startswith("Exec="))
    quoted = line.removeprefix("Exec=").replace("\\\\", "\\")
    script = quoted.removeprefix('sh -c "').removesuffix('" sh %k %u').replace('\\"', '"').replace("\\$", "$")
    words = ["sh", "-c", script, "sh", str(folder / "sidestage.desktop")]
    assert read(*words) == f"{folder / 'sidestage'}|"
    assert read(*words, "sidestage://@a b") == f"{folder / 'sidestage'}|sidestage://@a b|"


def read(*words):
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout


def test_windows_icon_holds_every_size():
    reader = QImageReader(str(RESOURCES / "icon.ico"))
    sizes = [reader.read().width() for number in range(reader.imageCount()) if reader.jumpToImage(number)]
    assert sorted(sizes) == sorted(icons.ICO_SIDES)


def test_macos_icon_is_whole():
    raw = (RESOURCES / "icon.icns").read_bytes()
    assert struct.unpack(">4sI", raw[:8]) == (b"icns", len(raw))
    kinds, at = [], 8
    while at < len(raw):
        kind, length = struct.unpack(">4sI", raw[at : at + 8])
        assert raw[at + 8 : at + 12] == b"\x89PNG"
        kinds.append(kind)
        at += length
    assert (kinds, at) == ([*icons.ICNS_SIDES], len(raw))


@pytest.mark.skipif(not shutil.which("fc-list") or not shutil.which("dpkg"), reason="no fonts of packages")
def test_fonts_come_with_their_licences(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "SCRIPTS", dict(list(fonts.SCRIPTS.items())[:FEW]))
    fonts.gather_fonts(tmp_path / "fonts")
    names = {file.name for file in (tmp_path / "fonts").iterdir()}
    assert "fonts.conf" in names
    files = [name for name in names if not name.startswith(("LICENCE-", "fonts.conf"))]
    assert bool(files) == any(name.startswith("LICENCE-") for name in names)


def test_the_bill_names_what_files_come_from():
    import httpx

    components_found = components.find_components([httpx.__file__, pytest.__file__])
    bill = components.make_bill(components_found)
    rows = {row["name"]: row for row in bill["components"]}
    assert {"Python", "httpx", "pytest"} <= set(rows)
    assert rows["httpx"]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert rows["httpx"]["purl"] == f"pkg:pypi/httpx@{httpx.__version__}"
    assert json.loads(json.dumps(bill))["bomFormat"] == "CycloneDX"
    assert next(one for one in components_found if one.name == "httpx").texts


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="no packages of Debian")
def test_the_bill_names_packages_of_the_system(tmp_path):
    library = read("sh", "-c", "ldconfig -p | sed -n 's/.*libz.so.1 .*=> //p' | head -n 1").strip()
    if not library:
        pytest.skip("no zlib of the system")
    names = {one.name: one for one in components.find_components([library, "x/LICENCE-zlib1g-font.txt"])}
    assert {"zlib1g", "zlib1g-font"} <= set(names)
    assert names["zlib1g"].licence in ("see licences/zlib1g.txt", components.NOT_SAID)


def paint(file, *spots):
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    for spot in spots:
        picture.setPixelColor(*spot, QColor("black"))
    picture.save(str(file))
    return file


def test_pictures_are_compared_by_what_the_eye_sees(tmp_path):
    plain, other = paint(tmp_path / "a.png"), paint(tmp_path / "b.png", *((x, 5) for x in range(50)))
    assert measure_difference(plain, plain) == 0
    assert measure_difference(plain, other) == pytest.approx(50 / 100**2)
    assert measure_difference(plain, other) > MOST_OFF
    with pytest.raises(BuildFailure, match="no picture"):
        measure_difference(plain, tmp_path / "none.png")


def test_a_program_that_fails_is_named_with_what_it_said():
    line = (sys.executable, "-c", "import sys; sys.exit('no display')")
    with pytest.raises(BuildFailure, match="no display"):
        Program(line, line, {}).run([])


def test_fonts_and_links_are_counted_out(tmp_path):
    (tmp_path / "inside" / "fonts").mkdir(parents=True)
    (tmp_path / "inside" / "library").write_bytes(b"x" * 70)
    (tmp_path / "inside" / "fonts" / "font").write_bytes(b"x" * 900)
    (tmp_path / "program").write_bytes(b"x" * 30)
    assert count_bytes(tmp_path) == 100


def test_what_every_start_reads_is_known_from_a_start(tmp_path):
    first = list_first_modules(tmp_path)
    assert {"app.ui.window", "PySide6.QtWidgets", "asyncio.events", "typing"} <= first
    assert not {"app.sim.room", "app.bench"} & first
    assert (tmp_path / "start.png").exists()


def test_help_of_others_is_left_out_and_ours_stays():
    entries = [(name, "a.py", "PYMODULE") for name in ("app.events", "json.decoder", "ast", "httpx")]
    kept = [name for name, _, kind in leave_help_out(entries) if kind == "PYMODULE"]
    assert kept == ["app.events", "httpx"]


def test_files_of_pyside_are_modules_that_can_be_compiled(tmp_path):
    modules, beside = gather_support(tmp_path)
    for name in modules:
        file = tmp_path / name.replace(".", "/")
        file = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
        compile(file.read_bytes(), name, "exec")
    assert bool(modules) == bool(beside)
