from app.ui.connect import ConnectBar


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
