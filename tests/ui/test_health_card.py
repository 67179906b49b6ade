"""How healthy the connection is: the chip in the header, and its card."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.events import Quota
from app.settings import DEFAULTS, WAYS
from app.ui.figures import write_time_of_day
from app.ui.keys import use_keys
from app.ui.panes.header.health import HEALTH, HealthCard
from app.ui.panes.header.source import HeaderFrame
from tests.ui.headers import frame, make_header, status
from tests.ui.rooms import NOON


@pytest.fixture
def header(qtbot):
    return make_header(qtbot)


@pytest.mark.parametrize(
    ("fields", "text", "style"),
    [
        ({}, "All well", "span"),
        ({"gaps": 1}, "1 gap", "alarm"),
        ({"gaps": 2_000, "unreadable": 7}, "7 unreadable", "alarm"),
        ({"passed_over": 9, "reconnects": 4}, "All well", "span"),
    ],
)
def test_the_chip_says_what_is_not_as_it_should_be(header, fields, text, style):
    header.present(frame(**fields))
    assert (header.health.text(), header.health.objectName()) == (text, style)


@pytest.mark.parametrize(("left", "style"), [(30, "span"), (6, "span"), (5, "alarm")])
def test_what_is_left_at_the_sign_provider_stands_on_the_chip(header, left, style):
    quota = Quota(span="hour", limit=30, left=left, reset_ms=NOON)
    header.present(frame(status_fields={"quota": quota}))
    assert (header.health.text(), header.health.objectName()) == (f"{left} of 30 left", style)


@pytest.mark.parametrize(("passed_ms", "text"), [(-1, "6 of 30 left"), (1, "All well")])
def test_a_quota_that_was_renewed_is_not_told_any_more(header, passed_ms, text):
    quota = Quota(span="hour", limit=30, left=6, reset_ms=NOON)
    told = status("live", quota=quota, last_event_ms=NOON)
    header.present(HeaderFrame(told, NOON + passed_ms))
    assert header.health.text() == text


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_each_row_of_the_card_has_a_value_and_says_what_it_means(header, qtbot):
    quota = Quota(span="hour", limit=30, left=6, reset_ms=NOON)
    header.prefer(DEFAULTS)
    header.present(frame(gaps=2, reconnects=3, passed_over=4, unreadable=5, status_fields={"quota": quota}))
    qtbot.mouseClick(header.health, Qt.MouseButton.LeftButton)
    card = header.findChild(HealthCard)
    values = [label.text() for label in card.values]
    assert values[0].startswith("6 of 30 signatures left this hour, renewed at")
    assert values[1:] == ["5", "2", "3", "4", WAYS["signed"].title]
    assert all(row.explain() for row in HEALTH)
    header.present(frame(gaps=3))
    assert card.values[2].text() == "3"
    header.present(HeaderFrame(status("live", quota=quota), NOON + 1))
    assert card.values[0].text() == f"Renewed at {write_time_of_day(NOON)}: up to 30 again."
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_card_names_the_keys_of_now(header):
    header.present(frame())
    header.open_health()
    said = " ".join(label.text() for label in header.findChild(HealthCard)._abouts)
    assert "Ctrl+Shift+R" in said
    use_keys({"ways": ("F4",), "inspect": ("F2",)})
    header.present(frame())
    said = " ".join(label.text() for label in header.findChild(HealthCard)._abouts)
    use_keys({})
    assert "F4" in said
    assert "F2" in said
    assert "Ctrl+Shift+R" not in said


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.usefixtures("lettering")
def test_nothing_of_the_card_is_cut(header, qtbot):
    header.present(frame())
    header.open_health()
    card = header.findChild(HealthCard)
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        card.grab()
    labels = [*card.values, *card._abouts]
    assert not [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
    assert card.screen().availableGeometry().contains(card.geometry())
    card.close()
