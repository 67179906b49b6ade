"""A look that changes while the window is open: what stands there then is what a new window would show."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from app import events as ev
from app.settings import WAYS
from app.state.inspector import Inspector
from app.ui.dialogs.settings import SettingsDialog
from app.ui.labels import Label
from app.ui.look import GRID, THEMES, change_look, find_look
from app.ui.panes.inspector.window import SIZE, InspectorWindow
from app.ui.window import PREFERRED, MainWindow
from app.ui.wishes import ChooseWay, Prefer
from tests.ui.geometry import cut
from tests.ui.keepers import show_window
from tests.ui.looks import open_scene, picture, settle
from tests.ui.rooms import ANNA
from tests.ui.scenes import NOW, SCENES, Stage

pytestmark = pytest.mark.usefixtures("plain_look")
EACH_PART = ("idle", "limited", "ended", "busy", "sides", "lost", "punished")  # all that panes can show
ROOMY = (1920, 1200)  # enough for text that is half as large again


@pytest.fixture
def open_window(qtbot):
    return partial(open_scene, qtbot)


@pytest.mark.parametrize(
    ("scene", "theme"), [*((one, "light") for one in EACH_PART), ("busy", "contrast"), ("idle", "contrast")]
)
def test_another_theme_leaves_nothing_of_the_one_before(open_window, scene, theme):
    window = open_window(scene)
    change_look(theme=theme)
    assert picture(window) == picture(open_window(scene))


# A battle is placed a pixel higher or lower by what was shown before it.
@pytest.mark.parametrize("scene", ["idle", "connecting", "refused", "quiet"])
def test_back_in_the_first_theme_and_size_everything_is_as_before(open_window, scene):
    window = open_window(scene)
    before = picture(window)
    change_look(theme="light", scale=1.5)
    assert picture(window) != before
    change_look(theme="dark", scale=1.0)
    assert picture(window) == before


def test_windows_open_as_large_as_the_scale_says(qtbot):
    change_look(scale=0.5)  # a screen would bind what is larger
    for window, size in (
        (MainWindow(Stage(SCENES["idle"]())), PREFERRED),
        (InspectorWindow(Inspector()), SIZE),
    ):
        qtbot.addWidget(window)
        assert window.size() == size / 2


def test_the_handle_of_the_inspector_is_as_wide_as_the_scale_says(qtbot):
    window = InspectorWindow(Inspector())
    qtbot.addWidget(window)
    widths = [window.panes.handleWidth()]
    for scale in (1.5, 1.0):
        change_look(scale=scale)
        widths.append(window.panes.handleWidth())
    assert widths == [GRID, GRID * 3 // 2, GRID]


def test_back_in_the_first_size_a_battle_is_written_as_before(open_window):
    def kinds():
        return [
            label.font().pixelSize()
            for label in window.panes["battle"].findChildren(Label)
            if label.isVisible()
        ]

    window = open_window("busy")
    before = kinds()
    change_look(scale=1.5)
    settle(window)
    assert kinds() != before
    change_look(scale=1.0)
    settle(window)
    assert kinds() == before


def test_panes_that_move_afterwards_keep_the_new_colours(open_window):
    window = open_window("busy")
    change_look(theme="light")
    window.resize(900, 700)
    settle(window)
    labels = [label for label in window.findChildren(Label) if label.isVisible()]
    wrong = [
        label.text()
        for label in labels
        if label.palette().windowText().color().name() != find_look().find_colour(label.colour)
    ]
    assert labels
    assert not wrong


def test_the_chat_is_drawn_anew_for_who_reads_further_up(open_window):
    window = open_window("busy")
    view = window.panes["chat"].view
    view.scroll_rows(-20)
    top = view.find_top_row()
    change_look(theme="light")
    settle(window)
    image = view.viewport().grab().toImage()
    ground = THEMES["light"].card
    assert view.find_top_row() == top
    seen = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
    assert ground in seen
    assert THEMES["dark"].card not in seen


def test_the_settings_change_too(open_window):
    def opened():
        window = open_window("idle")
        window.grants.grant(ChooseWay())
        return window.findChild(SettingsDialog)

    dialog = opened()
    change_look(theme="light")
    changed, fresh = picture(dialog), opened()
    assert changed == picture(fresh)
    for one in (dialog, fresh):
        one.reject()


def open_inspector(qtbot):
    """With more rows than it has room for."""
    inspector = Inspector()
    window = show_window(qtbot, InspectorWindow(inspector))
    for number in range(60):
        inspector.note(ev.Comment(user=ANNA, text=f"hello {number}", method="m", at_ms=NOW), NOW)
        window.tick()
    settle(window)
    return window


def test_the_inspector_changes_too(qtbot):
    window = open_inspector(qtbot)
    change_look(theme="light")
    changed, fresh = picture(window.place), open_inspector(qtbot)
    assert changed == picture(fresh.place)
    grounds = {page.palette().base().color().name() for page in window.detail.findChildren(QPlainTextEdit)}
    assert grounds == {THEMES["light"].card}
    for one in (window, fresh):
        one.close()


def test_the_rows_of_the_inspector_grow_and_its_end_stays_in_view(qtbot):
    window = open_inspector(qtbot)
    before = window.table.rowHeight(0)
    change_look(scale=1.5)
    settle(window)
    bar = window.table.verticalScrollBar()
    assert window.table.rowHeight(0) > before
    assert bar.value() == bar.maximum() > 0
    window.close()


@pytest.mark.parametrize("scene", ["idle", "busy", "lost"])
def test_larger_text_has_larger_rows_and_buttons(open_window, scene):
    def heights(window):
        rows = [
            table.rowHeight(0)
            for table in (window.panes["chat"].view, window.panes["leaders"].table)
            if table.rowAt(0) >= 0
        ]
        buttons = [button.height() for button in window.findChildren(QPushButton) if button.isVisible()]
        return rows + buttons

    window = open_window(scene, ROOMY)
    before = heights(window)
    change_look(scale=1.5)
    settle(window)
    after = heights(window)
    assert len(after) == len(before)
    assert all(larger > smaller for smaller, larger in zip(before, after, strict=True))


@pytest.mark.parametrize("way", WAYS)
def test_the_fields_of_a_way_cut_nothing_when_they_are_enlarged(open_window, way):
    window = open_window("refused")
    window.grants.grant(Prefer({"way": way}))
    window.grants.grant(ChooseWay())
    dialog = window.findChild(SettingsDialog)
    change_look(scale=1.5)
    settle(dialog)
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]
    assert not [label.text() for label in labels if cut(label)]
    dialog.reject()


def test_a_graph_whose_size_just_changed_has_the_new_colours_at_once(open_window):
    window = open_window("busy")
    plot = window.panes["viewers"].graph.plot
    for width in (1290, 1300):
        window.resize(width, 800)
        QCoreApplication.sendPostedEvents()
        window.grab()
    change_look(theme="light")
    corner = plot.grab().toImage().pixelColor(2, 2).name()
    assert corner == THEMES["light"].card
