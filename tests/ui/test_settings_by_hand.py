"""The settings: a row for every option, each changed by hand, at once; what is refused says why."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from app.settings import KEPT, OPTIONS, SECRETS
from app.settings.kinds import Choice, Pairs
from app.settings.number_kinds import Whole
from app.settings.window_kinds import Data
from app.ui.dialogs.pages import list_options
from tests.ui.keepers import Keeper
from tests.ui.setting_rows import find_row, make_opener, type_into

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
    return make_opener(qtbot, room)


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
        row = find_row(dialog, name)
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
    row = find_row(dialog, name)
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
    row = find_row(dialog, "sign_key")
    type_into(qtbot, row.editor.box, "k3y", None)
    assert row.error.text() == "The keyring is closed."
    dialog.reject()
