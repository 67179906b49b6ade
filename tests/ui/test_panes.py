"""Laws over PANES and layouts, whatever panes there are."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

import app.ui
from app.state import RoomState
from app.state.parts import PARTS
from app.ui.feed import Feed
from app.ui.layout.profiles import PROFILES, SMALL
from app.ui.layout.tree import list_places, list_splits
from app.ui.look import change_look, find_look
from app.ui.panes.table import PANES
from app.ui.window import MainWindow
from tests.ui.keepers import show_window
from tests.ui.scenes import NOW, SCENES, Stage, comment, gift

ROWS = {row.name: row for row in PANES}
UI = Path(app.ui.__file__).parent
BUSY_SCENES = ("quiet", "busy", "lost", "punished")


class Shown:
    """A pane by itself on a state, with the feed that pulls for it."""

    def __init__(self, qtbot, row, state):
        self.stage, self.pane = Stage(state), row.make()
        qtbot.addWidget(self.pane)
        self.pane.resize(460, 420)
        self.pane.show()
        self.feed = Feed(self.stage, [row.line])
        self.drawn_at = 0
        self.feed.channels[row.name].frames.connect(self.present)

    def present(self, frame):
        self.drawn_at = self.stage.clock
        self.pane.present(frame)

    def look(self, passed_ms=1_000):
        self.stage.clock += passed_ms
        self.feed.tick()

    def picture(self):
        for _ in range(4):  # a layout that was asked for may ask for another one
            QCoreApplication.sendPostedEvents()
            self.pane.grab()
        return self.pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("scene", BUSY_SCENES)
@pytest.mark.parametrize("name", ROWS)
def test_a_fresh_pane_that_is_given_all_at_once_shows_the_same(qtbot, name, scene):
    state = SCENES[scene]()
    lived = Shown(qtbot, ROWS[name], state)
    lived.look()
    for number in range(5):
        state.apply(comment(500 + number), NOW)
        state.apply(gift(number, number, 3), NOW)
        lived.look()
    fresh = Shown(qtbot, ROWS[name], state)
    fresh.stage.clock = lived.drawn_at
    fresh.look(0)
    assert fresh.picture() == lived.picture()


@pytest.mark.parametrize("name", ROWS)
def test_a_stamp_says_the_same_of_the_same_state_however_empty(name):
    state, source = RoomState(), ROWS[name].kind.SOURCE()
    assert source.stamp(state, NOW) == source.stamp(state, NOW)
    before = state.snapshot()
    source.frame(state, NOW)
    assert source.stamp(state, NOW) == source.stamp(state, NOW)
    assert state.snapshot() == before


@pytest.mark.parametrize("name", ROWS)
def test_one_tick_is_one_frame_at_most_and_none_without_news(name):
    row, stage, frames = ROWS[name], Stage(SCENES["busy"]()), []
    feed = Feed(stage, [row.line])
    feed.channels[name].frames.connect(frames.append)
    for _ in range(3):
        feed.tick()
    assert len(frames) == 1


@pytest.mark.parametrize("name", ROWS)
def test_what_is_hidden_is_not_pulled_and_whole_when_shown_again(qtbot, name):
    row, stage = ROWS[name], Stage(SCENES["quiet"]())
    hidden, frames = [True], []
    feed = Feed(stage, [row.line], is_seen=lambda _: not hidden[0])
    feed.channels[name].frames.connect(frames.append)
    feed.tick()
    assert not frames
    for number in range(3):
        stage.state.apply(comment(number), NOW)
        stage.state.apply(gift(number), NOW)
    hidden[0] = False
    feed.tick()
    fresh = row.kind.SOURCE().frame(stage.state, stage.clock)
    assert frames == [fresh]


@pytest.mark.parametrize("name", ROWS)
def test_a_pane_that_fails_takes_no_other_along(qtbot, monkeypatch, name):
    stage, told = Stage(SCENES["busy"]()), []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    feed = Feed(stage, [row.line for row in PANES])
    monkeypatch.setattr(feed.channels[name]._source, "stamp", None)
    seen = set()
    for other in ROWS:
        feed.channels[other].frames.connect(lambda _, other=other: seen.add(other))
    monkeypatch.setattr(feed, "_state", stage.state)  # the sources stay
    feed.tick()
    assert seen == {*ROWS} - {name}
    assert told == [TypeError]


def test_every_folder_of_a_pane_has_a_row():
    assert {path.parent.name for path in (UI / "panes").glob("*/pane.py")} == {*ROWS}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_has_a_folder_a_title_a_smallest_size_and_something_to_show(name):
    row = ROWS[name]
    assert row.kind.__module__ == f"app.ui.panes.{name}.pane"
    assert row.title
    assert min(row.smallest) > 0
    source = row.kind.SOURCE
    frames = [source().frame(SCENES[scene](), NOW) for scene in ("idle", "busy")]
    assert frames[0] != frames[1]


@pytest.mark.usefixtures("plain_look")
@pytest.mark.parametrize("name", ROWS)
def test_a_pane_is_never_smaller_than_its_row_says(qtbot, name):
    pane = ROWS[name].make()
    qtbot.addWidget(pane)
    for scale in (1.0, 1.5):
        change_look(scale=scale)
        smallest = QSize(*ROWS[name].smallest) * scale
        assert pane.minimumSizeHint().expandedTo(smallest) == pane.minimumSizeHint()


LAYOUTS = [
    pytest.param(layout, id=f"{name} {layout.name}")
    for name, one in PROFILES.items()
    for layout in (one.wide, one.narrow, one.tall, SMALL)
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_pane_has_one_place_at_most_in_each_layout(layout):
    places = [place.name for place in list_places(layout.root)]
    assert sorted([*places, *layout.bars]) == sorted(name for name, row in ROWS.items() if row.has_place)
    assert {split.grows_for for split in list_splits(layout.root)} <= {"", *ROWS}


@pytest.mark.parametrize("name", ROWS)
def test_a_pane_has_no_place_where_it_covers_the_others(name):
    assert ROWS[name].has_place is not ROWS[name].kind.COVERS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_layouts_have_the_same_outermost_split(layout):
    names = [split.name for split in list_splits(layout.root)]
    assert names[0] == "columns"
    assert len(set(names)) == len(names)


NAME_KEYS = ("id", "module", "value", "attr", "name", "asname", "arg")


def find_words(path):
    """Every name that a file uses, also as an attribute or an import, and every text in it."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    found = {getattr(node, key, None) for node in nodes for key in NAME_KEYS}
    return {word for word in found if isinstance(word, str)}


def names_of_panes_and_parts():
    kinds = [*(row.kind for row in PANES), *PARTS.values()]
    folders = {path.name for path in (UI / "panes").iterdir() if (path / "__init__.py").exists()}
    modules = {f"app.ui.panes.{folder}.{stem}" for folder in folders for stem in ("pane", "window", "source")}
    classes = {kind.__name__ for kind in kinds} | {kind.__module__ for kind in kinds}
    return {*ROWS, *PARTS} | folders | modules | classes


@pytest.mark.parametrize(
    "centre",
    [
        "ui/feed.py",
        "ui/board.py",
        "ui/arranger.py",
        "ui/covers.py",
        "ui/popouts.py",
        "ui/window.py",
        "state/room.py",
    ],
)
def test_the_centre_names_no_pane_and_no_part(centre):
    assert find_words(UI.parent / centre) & names_of_panes_and_parts() == set()


@pytest.mark.parametrize(
    "line",
    [
        "pane.chat",
        "from app.state import gifts",
        "import a as battle",
        "f(leaders=1)",
        "'viewers'",
        "a.header",
    ],
)
def test_a_pane_that_is_named_is_found_wherever_it_stands(tmp_path, line):
    path = tmp_path / "centre.py"
    path.write_text(f"{line}\npane.frames.connect(None)\n", "utf-8")
    assert len(find_words(path) & names_of_panes_and_parts()) == 1


@pytest.mark.parametrize("name", ROWS)
def test_a_pane_names_no_other_no_window_and_no_layout(name):
    others = tuple(f"app.ui.panes.{other}." for other in ROWS if other != name)
    centre = {"app.ui.window", "app.ui.board", "app.ui.feed", "app.ui.arranger", "app.ui.panes.table"}
    for path in (UI / "panes" / name).glob("*.py"):
        used = find_words(path)
        assert not used & centre
        assert not [word for word in used if word.startswith(others)]


@pytest.mark.parametrize("name", ROWS)
def test_every_file_of_a_pane_can_be_imported_by_itself(name):
    for path in (UI / "panes" / name).glob("*.py"):
        assert import_module(f"app.ui.panes.{name}.{path.stem}".removesuffix(".__init__")).__doc__


def test_what_was_moved_by_hand_is_kept_for_each_layout(qtbot):
    window = show_window(qtbot, MainWindow(Stage(SCENES["quiet"]())), (1280, 800))
    columns = window.board.splits["columns"]
    columns.moveSplitter(300, 1)
    wide = columns.sizes()
    window.resize(800, 700)
    narrow = columns.sizes()
    window.resize(1280, 800)
    assert columns.sizes() == pytest.approx(wide, abs=2)
    assert narrow[0] != wide[0]


def test_a_frame_says_only_that_the_pane_itself_has_the_keyboard(qtbot):
    window = MainWindow(Stage(SCENES["busy"]()))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
    chat, battle = window.panes["chat"], window.panes["battle"]
    line, focus = find_look().find_colour("line"), find_look().find_colour("focus")
    for pane, drawn in ((chat, [line, line]), (battle, [line, focus]), (chat, [line, line])):
        (pane.find_first_stop() or pane).setFocus()
        tops = [one.grab().toImage().pixelColor(one.width() // 2, 0) for one in (chat, battle)]
        assert [one.name() for one in tops] == drawn
    page = window.panes["page"]
    page.setFocus()
    assert page.grab().toImage().pixelColor(page.width() // 2, 0).name() == line
