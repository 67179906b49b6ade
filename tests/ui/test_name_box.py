import pytest

from app.ui.name_box import NameBox


@pytest.fixture
def box(qtbot):
    box = NameBox()
    qtbot.addWidget(box)
    return box


def test_the_name_that_was_followed_last_stands_ready_to_be_typed_over(box):
    box.recall(["anna", "room:7300"])
    assert (box.box.text(), box.box.selectedText()) == ("@anna", "@anna")
    offered = box.box.completer().model()
    assert [offered.data(offered.index(at, 0)) for at in range(offered.rowCount())] == ["@anna", "room:7300"]


def test_without_names_the_box_stays_empty(box):
    box.recall([])
    assert box.box.text() == ""


def test_what_is_typed_stays_when_another_name_was_followed(box, qtbot):
    box.recall(["anna"])
    box.recall(["bo", "anna"])
    before = box.box.text()
    box.box.selectAll()
    qtbot.keyClicks(box.box, "cy")
    box.recall(["dan", "bo", "anna"])
    assert (before, box.box.text()) == ("@bo", "cy")


def test_enter_and_the_button_ask_for_what_was_typed(box, qtbot):
    heard = []
    box.entered.connect(heard.append)
    box.box.setText("  @mira ")
    box.box.returnPressed.emit()
    box.button.click()
    assert heard == ["@mira", "@mira"]


def test_an_empty_box_asks_for_nothing(box, qtbot):
    with qtbot.assertNotEmitted(box.entered):
        box.button.click()
