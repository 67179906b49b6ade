import pytest
from PySide6.QtCore import Qt

from app.connector.access import WAYS
from app.errors import SidestageError
from app.events import Quota
from app.settings import Settings
from app.ui.connect import ConnectBar
from app.ui.frames import HeaderFrame
from app.ui.theme import DARK
from app.ui.ways import BELONGING, PROXIES, WaysDialog
from app.ui.window import MainWindow
from tests.ui.rooms import NOON


class Keeper:
    def __init__(self, settings=None, secrets=(), *, closed=False):
        self.settings, self.secrets, self.closed = settings or Settings(), dict.fromkeys(secrets, "x"), closed

    def has(self, name):
        return name in self.secrets

    def overruled(self):
        return []

    def keep(self, settings, secrets):
        if self.closed:
            raise SidestageError("The keyring is closed.")
        self.settings, self.secrets = settings, self.secrets | secrets


@pytest.fixture
def opened(qtbot, room):
    def open_with(keeper):
        window = MainWindow(room, keeper=keeper)
        qtbot.addWidget(window)
        window.show()
        qtbot.mouseClick(window.connect_bar.way, Qt.MouseButton.LeftButton)
        return window.findChild(WaysDialog)

    return open_with


@pytest.mark.parametrize("way", WAYS)
def test_each_way_shows_its_own_fields_only(opened, way):
    dialog = opened(Keeper(Settings(way=way)))
    shown = {name for name, field in dialog.fields.items() if field.isVisible()}
    assert (dialog.way, shown) == (way, {*BELONGING[way], *PROXIES})
    dialog.reject()


def test_ok_keeps_what_was_typed(opened):
    keeper = Keeper(secrets=["session_id"])
    dialog = opened(keeper)
    for name, text in {"sign_url": "https://s.test/", "sign_key": "k", "target_idc": "useast5",
                       "web_proxy": "socks5://p:1"}.items():  # fmt: skip
        dialog.fields[name].box.setText(text)
    dialog.allow.setChecked(True)
    dialog.accept()
    assert keeper.settings == Settings(
        way="signed",
        addresses={"sign_url": "https://s.test"},
        web_proxy="socks5://p:1",
        session_hosts=["s.test"],
    )
    assert keeper.secrets == {"session_id": "x", "sign_key": "k", "target_idc": "useast5"}


@pytest.mark.parametrize(
    ("way", "name", "text"),
    [
        ("signed", "sign_url", "http://example.com"), ("signed", "sign_key", "two words"),
        ("signed", "session_id", "a!"), ("signed", "target_idc", "a b"), ("studio", "studio_key", "a:b"),
        ("tikfinity", "web_proxy", "nonsense"), ("euler", "socket_proxy", "http://me:word@p:1"),
    ],
)  # fmt: skip
def test_wrong_input_is_said_at_the_field_and_the_dialog_stays(opened, way, name, text):
    keeper = Keeper(Settings(way=way))
    dialog = opened(keeper)
    dialog.fields[name].box.setText(text)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.fields[name].error.isVisible()
    assert keeper.settings == Settings(way=way)
    dialog.reject()


def test_enter_in_a_field_is_ok(opened, qtbot):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper)
    qtbot.keyClicks(dialog.fields["sign_key"].box, "new")
    qtbot.keyClick(dialog.fields["sign_key"].box, Qt.Key.Key_Return)
    assert keeper.secrets == {"sign_key": "new"}


def test_tab_goes_from_the_log_in_over_its_permission_to_the_proxy(opened):
    dialog = opened(Keeper())
    row, widget = [], dialog.fields["target_idc"].box
    while widget is not dialog.fields["web_proxy"].box:
        widget = widget.nextInFocusChain()
        row += [widget] if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    assert row == [dialog.allow, dialog.fields["web_proxy"].box]
    dialog.reject()


def test_half_a_log_in_is_said(opened):
    dialog = opened(Keeper())
    dialog.fields["session_id"].box.setText("abc")
    dialog.accept()
    assert dialog.fields["target_idc"].error.isVisible()
    dialog.reject()


def test_a_kept_key_is_not_shown_and_can_be_forgotten(opened):
    keeper = Keeper(secrets=["sign_key"])
    dialog = opened(keeper)
    assert dialog.fields["sign_key"].text == ""
    dialog.fields["sign_key"].forget.click()
    dialog.accept()
    assert keeper.secrets == {"sign_key": ""}


def test_a_host_gets_the_log_in_only_when_it_was_allowed_itself(opened):
    dialog = opened(Keeper(Settings(session_hosts=["api.eulerstream.com"])))
    allowed = [dialog.allow.isChecked()]
    dialog.fields["sign_url"].box.setText("https://other.test")
    assert [*allowed, dialog.allow.isChecked()] == [True, False]
    dialog.reject()


def test_a_closed_keyring_is_said_and_the_dialog_stays(opened):
    dialog = opened(Keeper(closed=True))
    dialog.accept()
    assert (dialog.isVisible(), dialog.trouble.text()) == (True, "The keyring is closed.")
    dialog.reject()


@pytest.mark.parametrize(("left", "colour"), [(30, DARK.muted), (6, DARK.muted), (5, DARK.warn)])
def test_the_quota_stands_beside_the_status(qtbot, room, left, colour):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    room.tell(Quota(span="hour", limit=30, left=left, reset_ms=NOON))
    bar.present(HeaderFrame(room.state.status, NOON))
    assert bar.quota.text() == f"{left} of 30 signatures"
    assert bar.quota.palette().windowText().color().name() == colour
