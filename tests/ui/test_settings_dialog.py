"""The settings: a row for every option, each changed by hand, at once; what is refused says why."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from app.settings import DEFAULTS, KEPT, OPTIONS, SECRETS, Choices
from app.settings.kinds import Choice, Pairs
from app.settings.number_kinds import Whole
from app.settings.window_kinds import Data
from app.ui.dialogs.pages import list_options
from app.ui.dialogs.rows import SettingRow
from app.ui.dialogs.settings import SettingsDialog
from app.ui.look import GRID, THEMES, choose, enlarge
from app.ui.window import MainWindow
from app.ui.wishes import OpenSettings
from app.words import use_catalogue
from app.words.phrase import ENGLISH
from tests.ui.geometry import cut
from tests.ui.keepers import Keeper, Slow
from tests.words.pseudo import Pseudo

BY_HAND = [name for name, one in OPTIONS.items() if not isinstance(one.kind, Data)]
OF_THEIR_OWN = {"way", "session_hosts"}  # tests/ui/test_connection.py has them
TYPED = {
    "language": "de",
    "money_rate": "0.0125",
    "profile": "battle",
    "sign_key": "k3y",
    "tiktools_key": "k3y",
    "studio_key": "a:b:c",
    "session_id": "abc",
    "target_idc": "useast5",
    "web_proxy": "http://p:1",
    "socket_proxy": "socks5://p:1",
    "scale": "1.5",
}


@pytest.fixture
def opened(qtbot, room):
    def open_at(keeper=None, place=""):
        window = MainWindow(room, keeper=keeper or Keeper())
        qtbot.addWidget(window)
        window.show()
        window.grants.grant(OpenSettings(place))
        return window.findChild(SettingsDialog)

    return open_at


def make_row(dialog, name):
    return next(page.rows[name] for page in dialog.sheet.pages.values() if name in page.rows)


def sample(name):
    """What is typed, and the value that it is."""
    option = OPTIONS[name]
    if isinstance(option.kind, Choice):
        return None, next(one for one in option.kind.values if one != option.default)
    if isinstance(option.default, bool):
        return None, not option.default
    if isinstance(option.kind, Pairs):
        return "a=1\nb=2=3", (("a", "1"), ("b", "2=3"))
    if isinstance(option.default, tuple):
        return "one, two\nthree", ("one", "two", "three")
    if isinstance(option.kind, Whole):
        number = option.kind.least + 1
        number += number == option.default
        return str(number), number
    if name.endswith("_url"):
        text = f"{option.kind.secure}://example.test"
        return text, text
    text = TYPED.get(name) or ("30" if name.endswith("_s") else "sample")
    return text, option.kind.read_kept(text)


def type_into(qtbot, box, text, value):
    box.setFocus()
    if isinstance(box, QCheckBox):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    elif isinstance(box, QComboBox):
        while box.currentData() != value:
            last = box.currentIndex() == box.count() - 1
            qtbot.keyClick(box, Qt.Key.Key_Home if last else Qt.Key.Key_Down)
    elif isinstance(box, QPlainTextEdit):
        for line in text.split("\n"):
            qtbot.keyClicks(box, line)
            qtbot.keyClick(box, Qt.Key.Key_Return)
    else:
        box.selectAll()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)


def apart(values):
    """What is kept in the file, and what in the keyring."""
    kept = {name: value for name, value in values.items() if name not in SECRETS}
    return kept, {name: value for name, value in values.items() if name in SECRETS}


@pytest.mark.parametrize("page", list_options())
def test_every_option_is_changed_by_hand_and_holds_at_once(opened, qtbot, page):
    """One dialog for a page: making it takes longer than all that is typed there."""
    keeper, expected = Keeper(), {}
    dialog = opened(keeper, page)
    for name in sorted({option.name for option in list_options()[page]} - OF_THEIR_OWN):
        dialog.go_to(name)
        row = make_row(dialog, name)
        assert row.isVisibleTo(dialog)
        assert (keeper.kept, keeper.secrets) == apart(expected)  # coming to a row changes nothing
        text, expected[name] = sample(name)
        type_into(qtbot, row.editor.box, text, expected[name])
        row.editor.flush()
        assert (keeper.kept, keeper.secrets) == apart(expected)
        assert not row.error.isVisible()
    dialog.reject()
    assert (keeper.kept, keeper.secrets) == apart(expected)


def test_every_option_has_its_row():
    listed = [option.name for options in list_options().values() for option in options]
    assert sorted(listed) == sorted(BY_HAND)
    assert {name for name in KEPT if name not in listed} == {
        "arrangements",
        "glance_screen",
        "keys",
        "rulers",
        "windows",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("web_proxy", "nonsense"),
        ("sign_key", "two words"),
        ("language", "??"),
        ("euler_url", "ws://example.com"),
        ("headers", "Cookie=s3cret"),
        ("headers", "no pair"),
        ("params", "=1"),
    ],
)
def test_what_is_refused_stays_and_says_why(opened, qtbot, name, text):
    keeper = Keeper()
    dialog = opened(keeper, name)
    row = make_row(dialog, name)
    box = row.editor.box
    type_into(qtbot, box, text, None)
    row.editor.flush()
    assert row.error.isVisible()
    assert "s3cret" not in row.error.text()
    assert (box.toPlainText().strip() if isinstance(box, QPlainTextEdit) else box.text()) == text
    assert (keeper.kept, keeper.secrets) == ({}, {})
    dialog.reject()


def test_a_closed_keyring_is_said_below_the_row(opened, qtbot):
    dialog = opened(Keeper(closed=True), "sign_key")
    row = make_row(dialog, "sign_key")
    type_into(qtbot, row.editor.box, "k3y", None)
    assert row.error.text() == "The keyring is closed."
    dialog.reject()


def test_revert_puts_back_what_held_when_it_opened(opened, qtbot):
    keeper = Keeper({"chat_text_px": 24, "theme": "light"})
    dialog = opened(keeper, "chat_joins")
    assert not dialog.revert.isEnabled()
    make_row(dialog, "chat_joins").editor.box.click()
    type_into(qtbot, make_row(dialog, "chat_text_px").editor.box, "30", 30)
    keeper.kept = {**keeper.kept, "profile": "battle"}  # by somebody else meanwhile
    dialog.revert.click()
    assert keeper.kept == {"chat_text_px": 24, "theme": "light", "profile": "battle"}
    assert make_row(dialog, "chat_text_px").editor.box.value() == 24
    assert not dialog.revert.isEnabled()
    dialog.reject()


def test_defaults_are_those_of_the_page(opened):
    keeper = Keeper({"chat_text_px": 24, "theme": "light"})
    dialog = opened(keeper, "chat")
    dialog.usual.click()
    assert keeper.kept == {"theme": "light"}
    dialog.reject()


def test_what_is_chosen_elsewhere_is_shown(opened):
    dialog = opened(place="scale")
    window = dialog.parent()
    window._keeper.kept = {"scale": 1.5}
    window.prefer(Choices(scale=1.5))
    assert make_row(dialog, "scale").editor.box.value() == 1.5
    dialog.reject()


def test_a_flag_goes_first_and_its_row_says_so(opened):
    keeper = Keeper(rulers={"theme": "--theme"})
    dialog = opened(keeper, "theme")
    dialog.parent().prefer(Choices(theme="light"))
    row = make_row(dialog, "theme")
    assert not row.editor.box.isEnabled()
    assert row.editor.box.currentData() == "light"
    assert any("--theme" in label.text() for label in row.findChildren(QLabel))
    dialog.reject()


def test_the_search_finds_in_all_pages_in_any_order(opened):
    dialog = opened()
    dialog.search.setText("proxy socket")
    seen = [row.option.name for row in dialog.sheet.list_rows() if row.isVisibleTo(dialog)]
    assert "socket_proxy" in seen
    assert "theme" not in seen
    assert not dialog.list.selectedItems()
    dialog.search.setText("chat_text_px")
    assert [row.option.name for row in dialog.sheet.list_rows() if row.isVisibleTo(dialog)] == [
        "chat_text_px"
    ]
    dialog.search.setText("nothing has this")
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    assert words == ["No setting has these words."]
    dialog.search.clear()
    assert dialog.list.selectedItems() == [dialog.list.currentItem()]
    assert make_row(dialog, "way").isVisibleTo(dialog)
    dialog.reject()


def test_a_kept_key_is_not_shown_and_can_be_forgotten(opened):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper, "sign_key")
    row = make_row(dialog, "sign_key")
    assert row.editor.box.text() == ""
    assert row.editor.box.echoMode() == QLineEdit.EchoMode.Password
    row.editor.forget.click()
    assert keeper.secrets == {"sign_key": ""}
    assert not row.editor.forget.isVisible()
    dialog.reject()


def test_an_answer_of_the_keyring_after_the_dialog_is_gone_harms_nobody(opened, qtbot):
    keeper = Slow()
    dialog = opened(keeper)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    keeper.answer()


def test_there_is_one_dialog(opened):
    dialog = opened()
    dialog.parent().bindings.actions["settings"].trigger()
    assert dialog.parent().findChildren(SettingsDialog) == [dialog]
    dialog.reject()


def test_the_wheel_over_a_box_chooses_nothing(opened):
    keeper = Keeper()
    dialog = opened(keeper, "theme")
    for name in ("theme", "scale"):
        box = make_row(dialog, name).editor.box
        middle = QPointF(box.rect().center())
        none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, phase, False
        )
        QApplication.sendEvent(box, event)
    assert keeper.kept == {}
    dialog.reject()


@pytest.fixture(params=["plain", "longer", "from right to left"])
def language(request, qapp):
    if request.param != "plain":
        use_catalogue(Pseudo(is_rtl=request.param != "longer"))
    if request.param == "from right to left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    use_catalogue(ENGLISH)


@pytest.mark.usefixtures("plain_look", "language")
@pytest.mark.parametrize(("theme", "scale"), [*((theme, 1.0) for theme in THEMES), ("dark", 1.5)])
def test_every_page_has_room(opened, request, theme, scale):
    """The longer words end in one that no line breaks, so that they have the room of scale 1."""
    width, height = (960, 720) if scale > 1 and "longer" in request.node.name else (640, 480)
    choose(theme=theme, scale=scale)
    dialog = opened(Keeper(rulers={"theme": "SIDESTAGE_THEME"}))
    dialog.resize(width, height)
    for page in dialog.sheet.pages:
        dialog.go_to(page)
        for _ in range(4):
            QCoreApplication.sendPostedEvents()
            dialog.grab()
        assert (dialog.width(), dialog.height()) == (width, height)
        assert dialog.sheet.widget().width() <= dialog.sheet.viewport().width()
        labels = [one for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog) and one.text()]
        assert not [one.text() for one in labels if cut(one)]
        kinds = (QCheckBox, QComboBox, QAbstractSpinBox, QLineEdit, QPushButton)
        boxes = [one for kind in kinds for one in dialog.sheet.findChildren(kind) if one.isVisibleTo(dialog)]
        assert all(one.height() >= 20 for one in boxes)
    dialog.reject()


def test_choices_of_a_keeper_are_what_the_dialog_begins_with(opened):
    dialog = opened(Keeper({"chat_density": "compact"}), "chat_density")
    assert make_row(dialog, "chat_density").editor.box.currentData() == "compact"
    assert make_row(dialog, "chat_time").editor.box.currentData() == DEFAULTS.chat_time
    dialog.reject()


def list_stops(dialog):
    """What Tab goes through from the search box until it is there again."""
    stops = []
    dialog.activateWindow()
    dialog.search.setFocus()
    while (stop := dialog.focusWidget()) is not None and stop not in stops:
        stops.append(stop)
        dialog.focusNextChild()
    return stops


@pytest.mark.parametrize("visits", [("chat",), ("gifts", "chat"), ("chat", "gifts", "notices")])
def test_tab_goes_down_the_page_and_to_the_buttons_last(opened, visits):
    dialog = opened(Keeper())
    for page in visits:
        dialog.go_to(page)
    stops = list_stops(dialog)
    assert stops[:2] == [dialog.search, dialog.list]
    assert [stop for stop in stops if isinstance(stop, QPushButton)][-1] is dialog.leave
    assert stops.index(dialog.usual) >= len(stops) - 3
    heights = [
        stop.mapTo(dialog.sheet.widget(), QPoint()).y() for stop in stops[2 : stops.index(dialog.usual)]
    ]
    assert len(heights) > 3
    assert heights == sorted(heights)


def test_the_first_search_does_not_lay_out_all_rows_for_each_of_them(opened, monkeypatch):
    dialog, fit, fitted = opened(), SettingRow._fit, []
    monkeypatch.setattr(SettingRow, "_fit", lambda row: (fitted.append(row), fit(row)))
    dialog.search.setText("h")
    QCoreApplication.sendPostedEvents()
    dialog.grab()
    assert len(fitted) < 8 * len(dialog.sheet.list_rows())
    assert any(row.isVisible() for row in dialog.sheet.list_rows())


def test_no_title_of_a_page_is_cut_in_two_lines(opened, plain_look):
    dialog = opened()
    dialog.grab()
    metrics, room = dialog.list.fontMetrics(), dialog.list.viewport().width() - 2 * enlarge(GRID)
    titles = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    words = {word for title in titles for word in title.split()}
    assert max(map(metrics.horizontalAdvance, words)) <= room
    assert all(metrics.horizontalAdvance(title) <= 1.7 * room for title in titles)
