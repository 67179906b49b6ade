"""What strangers write is harmless wherever it appears: a place is a row, and each text goes everywhere."""

import re

import pytest

from app.ui.panes.table import PANES
from app.ui.windows import WINDOWS
from tests.hostile import FORMULAS, MARK, RESERVED, TEXTS, find_faults
from tests.rules.trees import files
from tests.ui.hostile_places import PLACES
from tests.ui.hostile_room import Show

UNBOUND = {"printed", "last line", "log", "report", "inspector, message"}  # there it is wanted whole
EMPTY = {"json", "viewers"}  # which checks what it reads; the pane, whose marks are another place
OF_ONE_LINE = {"last line"}  # of several lines it has the last one only
OF_LINES = {"clipboard", "glance", "goals", "viewers"}
CELLS, FILES = {"saved", "clipboard, battles"}, {"suggested"}

# Files with what stands over a window, and the places where its words are read; none: all of them are ours.
FRAMES = {
    "closing.py": (),
    "dialogs/chooser.py": ("palette", "found everywhere"),
    "dialogs/ruler.py": (),
    "dialogs/settings.py": ("settings",),
    "least.py": (),
    "menus.py": ("menu",),
    "panes/chat/filter_bar.py": (),
    "panes/chat/person_card.py": ("card",),
    "panes/header/health.py": (),
    "panes/leaders/scopes.py": (),
    "panes/chat/flow.py": (),  # takes it away only
    "panes/viewers/strips.py": ("viewers, marks",),
    "saving.py": ("suggested",),
    "view_grants.py": (),
    "visiting.py": ("link",),
}
OVER_WINDOWS = re.compile(
    r"\((QDialog|QMessageBox)\):|\b(QMessageBox|QInputDialog|QFileDialog|QMenu)\(|WindowType\.Popup|QToolTip\."
)


def list_frames():
    """Files of the window that put something over it."""
    names = {name.removeprefix("ui/"): path for name, path in files().items() if name.startswith("ui/")}
    return [name for name, path in names.items() if OVER_WINDOWS.search(path.read_text("utf-8"))]


def find_harm(name, texts):
    """What is wrong with the texts of a place."""
    for text in texts:
        lines, bounded = name in OF_LINES, name not in UNBOUND
        yield from ((one, text) for one in find_faults(text, lines=lines, bounded=bounded))
        if name in CELLS and text.startswith(FORMULAS):
            yield "a formula", text
        if name in FILES and (set(text) & RESERVED or text.startswith((".", "-"))):
            yield "no plain name of a file", text
        if name == "notices" and set("<>") & set(text):
            yield "markup", text


@pytest.mark.parametrize("text", TEXTS)
def test_words_of_strangers_are_harmless_wherever_they_appear(qtbot, capsys, tmp_path, text):
    show = Show(qtbot, TEXTS[text])
    show.capsys, show.folder = capsys, tmp_path
    seen = {name: [*read(show)] for name, read in PLACES.items()}
    assert not {name: harm for name, texts in seen.items() if (harm := [*find_harm(name, texts)])}
    silent = {name for name, texts in seen.items() if not any(MARK in one for one in texts)}
    silent -= EMPTY | (OF_ONE_LINE if len(TEXTS[text].splitlines()) > 1 else set())
    assert not silent, (
        "nothing of hostile_room.py is seen there; a place without words of strangers is in EMPTY"
    )


def test_every_pane_and_every_window_is_a_place():
    assert {row.name for row in PANES} | {*WINDOWS} <= {*PLACES}


def test_every_dialog_is_a_place_or_has_our_words_only():
    assert set(list_frames()) == {*FRAMES}
    assert {one for places in FRAMES.values() for one in places} <= {*PLACES}
