import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLineEdit

from app.settings import WAYS
from app.ui.look import current
from app.ui.ways import LEAST_PX, WaysDialog
from app.ui.window import MainWindow
from app.ui.wishes import ChooseWay
from tests.ui.keepers import Keeper, Slow


@pytest.fixture
def opened(qtbot, room):
    def open_with(keeper, subject=""):
        window = MainWindow(room, keeper=keeper)
        qtbot.addWidget(window)
        window.show()
        window.panes["header"].wish.emit(ChooseWay(subject))
        return window.findChild(WaysDialog)

    return open_with


def shown(dialog):
    widgets = {**dialog.form.fields, "session_hosts": dialog.form.allow}
    return {name for name, widget in widgets.items() if widget.isVisibleTo(dialog)}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_shows_its_own_fields_only(opened, way):
    dialog = opened(Keeper({"way": way}))
    assert (dialog.way, shown(dialog)) == (way, set(WAYS[way].options))
    dialog.form.more.click()
    assert shown(dialog) == {*WAYS[way].options, *WAYS[way].more}
    dialog.reject()


def test_ok_keeps_what_was_typed(opened):
    keeper = Keeper(secrets=["session_id"])
    dialog = opened(keeper)
    for name, text in {
        "sign_url": "https://s.test/",
        "sign_key": "k",
        "target_idc": "useast5",
        "web_proxy": "socks5://p:1",
    }.items():
        dialog.form.fields[name].box.setText(text)
    dialog.form.allow.setChecked(True)
    dialog.accept()
    assert keeper.kept == {
        "way": "signed",
        "sign_url": "https://s.test",
        "web_proxy": "socks5://p:1",
        "session_hosts": ("s.test",),
    }
    assert keeper.secrets == {"session_id": "x", "sign_key": "k", "target_idc": "useast5"}


@pytest.mark.parametrize(
    ("way", "name", "text"),
    [
        ("signed", "sign_url", "http://example.com"),
        ("signed", "sign_key", "two words"),
        ("signed", "session_id", "a!"),
        ("signed", "target_idc", "a b"),
        ("studio", "studio_key", "a:b"),
        ("tikfinity", "tikfinity_url", "ws://example.com"),
        ("signed", "stale_s", "0"),
        ("signed", "stale_s", "nan"),
        ("signed", "http_timeout_s", "soon"),
        ("tikfinity", "web_proxy", "nonsense"),
        ("euler", "socket_proxy", "http://me:word@p:1"),
    ],
)
def test_wrong_input_is_said_at_the_field_and_the_dialog_stays(opened, way, name, text):
    keeper = Keeper({"way": way})
    dialog = opened(keeper)
    dialog.form.fields[name].box.setText(text)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields[name].error.isVisible()
    assert keeper.kept == {"way": way}
    dialog.reject()


def test_enter_in_a_field_is_ok(opened, qtbot):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper)
    qtbot.keyClicks(dialog.form.fields["sign_key"].box, "new")
    qtbot.keyClick(dialog.form.fields["sign_key"].box, Qt.Key.Key_Return)
    assert keeper.secrets == {"sign_key": "new"}


def test_tab_follows_the_eye(opened):
    keeper = Keeper(secrets=["sign_key", "target_idc"])
    dialog = opened(keeper)
    dialog.form.more.click()
    widget = first = dialog.form.fields["sign_url"].box
    stops = []
    while widget not in stops:
        stops += [widget] if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
        widget = widget.nextInFocusChain()
    own = [stop for stop in stops if dialog.form.isAncestorOf(stop)]
    at = [
        (point.y() + stop.height() // 2, point.x())
        for stop in own
        for point in [stop.mapTo(dialog, QPoint())]
    ]
    assert (stops[0], at) == (first, sorted(at))
    assert {dialog.form.allow, dialog.form.more, dialog.form.fields["sign_key"].forget} <= {*own}
    dialog.reject()


def test_letters_of_keys_are_dots_and_of_the_region_are_not(opened):
    dialog = opened(Keeper())
    dots = {
        name
        for name, field in dialog.form.fields.items()
        if field.box.echoMode() != QLineEdit.EchoMode.Normal
    }
    assert dots == {"sign_key", "tiktools_key", "studio_key", "session_id"}
    dialog.reject()


def test_half_a_log_in_is_said(opened):
    dialog = opened(Keeper())
    dialog.form.fields["session_id"].box.setText("abc")
    dialog.accept()
    assert dialog.form.fields["target_idc"].error.isVisible()
    dialog.reject()


def test_a_kept_key_is_not_shown_and_can_be_forgotten(opened):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper)
    assert dialog.form.fields["sign_key"].text == ""
    dialog.form.fields["sign_key"].forget.click()
    dialog.accept()
    assert keeper.secrets == {"sign_key": ""}


def test_a_host_gets_the_log_in_only_when_it_was_allowed_itself(opened):
    dialog = opened(Keeper({"session_hosts": ("api.eulerstream.com",)}))
    allowed = [dialog.form.allow.isChecked()]
    dialog.form.fields["sign_url"].box.setText("https://other.test")
    assert [*allowed, dialog.form.allow.isChecked()] == [True, False]
    dialog.reject()


def test_a_closed_keyring_is_said_and_the_dialog_stays(opened):
    dialog = opened(Keeper(closed=True))
    dialog.accept()
    assert (dialog.isVisible(), dialog.trouble.text()) == (True, "The keyring is closed.")
    dialog.reject()


@pytest.mark.parametrize(
    ("way", "subject", "field"),
    [
        ("signed", "key", "sign_key"),
        ("tiktools", "key", "tiktools_key"),
        ("studio", "key", "studio_key"),
        ("polling", "log_in", "session_id"),
        ("tikfinity", "proxy", "web_proxy"),
    ],
)
def test_what_is_to_be_changed_has_the_keyboard(opened, way, subject, field):
    dialog = opened(Keeper({"way": way}), subject)
    assert dialog.focusWidget() is dialog.form.fields[field].box
    dialog.reject()


@pytest.mark.parametrize(("way", "subject"), [("signed", "way"), ("euler", "log_in"), ("signed", "")])
def test_else_the_ways_have_it(opened, way, subject):
    dialog = opened(Keeper({"way": way}), subject)
    assert dialog.focusWidget() is dialog.ways[way]
    dialog.reject()


def test_timeouts_and_addresses_are_kept(opened):
    keeper = Keeper({"way": "euler", "stale_s": 90.0, "app_url": "https://a.test"})
    dialog = opened(keeper)
    assert dialog.form.fields["stale_s"].text == "90"
    dialog.form.fields["stale_s"].box.setText("")
    dialog.form.fields["open_timeout_s"].box.setText("2.5")
    dialog.form.fields["euler_url"].box.setText("wss://e.test")
    dialog.accept()
    assert keeper.kept == {
        "way": "euler",
        "open_timeout_s": 2.5,
        "app_url": "https://a.test",
        "euler_url": "wss://e.test",
    }


def test_the_log_in_is_called_what_it_is_and_its_host_by_name(opened):
    dialog = opened(Keeper())
    dialog.form.fields["sign_url"].box.setText("https://s.test")
    dialog.form.allow.setChecked(True)
    words = dialog.form.warning.text()
    assert "password" in words
    assert "s.test" in words
    assert dialog.form.warning.palette().windowText().color().name() == current().colours.warn
    dialog.reject()


def test_the_dialog_does_not_wait_for_the_keyring(opened):
    keeper = Slow()
    dialog = opened(keeper)
    box = dialog.form.fields["sign_key"].box
    before = box.placeholderText()
    keeper.answer()
    assert (before, box.placeholderText()) == ("looking into the keyring …", "kept in the keyring")
    dialog.reject()


def test_an_answer_of_the_keyring_after_the_dialog_is_gone_harms_nobody(opened, qtbot):
    keeper = Slow()
    dialog = opened(keeper)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    keeper.answer()


def test_what_is_wrong_below_more_is_unfolded(opened):
    dialog = opened(Keeper())
    dialog.form.fields["stale_s"].box.setText("0")
    dialog.accept()
    assert dialog.form.fields["stale_s"].isVisible()
    dialog.reject()


def test_on_a_low_screen_the_chosen_way_is_in_view(opened, monkeypatch):
    monkeypatch.setattr(WaysDialog, "sizeHint", lambda dialog: QSize(dialog.width(), LEAST_PX))
    dialog = opened(Keeper({"way": "studio"}))
    radio = dialog.ways["studio"]
    assert not radio.visibleRegion().isEmpty()
    dialog.reject()
