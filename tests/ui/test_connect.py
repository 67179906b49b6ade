import pytest

from app.state import Status
from app.ui.panes.connect.pane import ConnectBar
from app.ui.standing import Standing
from tests.ui.rooms import NOON


def test_the_name_that_was_followed_last_stands_ready_to_be_typed_over(qtbot):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    bar.recall(["anna", "bo"])
    assert (bar.box.text(), bar.box.selectedText()) == ("@anna", "@anna")
    assert bar.box.completer().model().rowCount() == 2


def test_without_names_the_box_stays_empty(qtbot):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    bar.recall([])
    assert bar.box.text() == ""


def test_what_helps_is_said_before_where_it_is_changed(qtbot):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    status = Status("failed", sentence="The key is refused.", hint="Check it.", code="signer_key")
    bar.present(Standing(status, NOON))
    assert bar.next.text() == "Check it. Keys: Ctrl+Shift+R."


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("captcha", "Other ways in …"),
        ("age_restricted", "Log-in …"),
        ("offline", "Way in …"),
        ("", "Way in …"),
    ],
)
def test_after_a_failure_the_button_names_what_may_help(qtbot, code, name):
    bar = ConnectBar()
    qtbot.addWidget(bar)
    status = Status("failed", sentence="No.", hint="", code=code)
    bar.present(Standing(status, NOON))
    assert bar.way.text() == name
    assert bar.next.text().endswith("Ctrl+Shift+R.") == (name != "Way in …")
