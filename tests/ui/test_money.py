"""What diamonds are worth: by the user's rate and currency, seen or not, at once and everywhere."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from app.settings import DEFAULTS
from app.settings.options.gifts import CURRENCIES
from app.ui.figures import compact_openly, group_openly
from app.ui.money import Pricing, read_pricing, write_money
from app.ui.window import MainWindow
from tests.ui.keepers import Keeper, show_window
from tests.ui.rooms import gift, look_again


@pytest.fixture
def use_locale():
    """Sets the locale for a test; figures that were written are forgotten."""
    before = QLocale()

    def use(name):
        QLocale.setDefault(QLocale(name))
        for kept in (group_openly, compact_openly):
            kept.cache_clear()

    yield use
    use(before.name())


@pytest.mark.parametrize(
    ("locale", "diamonds", "currency", "written"),
    [
        ("en_US", 12_345, "USD", "$61.73"),
        ("en_US", 1_234_567, "EUR", "€6,173"),
        ("de_DE", 12_345, "EUR", "61,73\u00a0€"),
        ("pt_BR", 12_345, "BRL", "R$\u00a061,73"),
    ],
)
def test_the_symbol_stands_where_the_language_has_it(use_locale, locale, diamonds, currency, written):
    use_locale(locale)
    assert write_money(diamonds, Pricing(0.005, CURRENCIES[currency][0])) == written


def test_rate_and_currency_are_those_that_were_chosen():
    assert read_pricing(DEFAULTS) == Pricing(0.005, "$")
    chosen = replace(DEFAULTS, money_rate=0.1, money_currency="EUR")
    assert write_money(100, read_pricing(chosen)) == "€10.00"
    assert read_pricing(replace(DEFAULTS, money=False)) is None


@pytest.fixture
def window(qtbot, room):
    made = show_window(qtbot, MainWindow(room, keeper=Keeper()))
    made.feed.stop()
    room.go_live()
    room.tell(gift(100, diamonds=30))
    look_again(made, room)
    return made


def test_one_key_hides_money_at_once_and_is_kept(window):
    leaders, action = window.panes["leaders"], window.bindings.actions["money"]
    assert (leaders.worth.text(), action.isChecked()) == ("≈ $15.00 to creator, estimate", True)
    action.trigger()
    assert (leaders.worth.text(), action.isChecked()) == ("", False)
    assert window._keeper.kept == {"money": False}
    action.trigger()
    assert leaders.worth.text() == "≈ $15.00 to creator, estimate"
    assert window._keeper.kept == {"money": True}


def test_money_is_hidden_where_nothing_can_be_kept(qtbot, room):
    window = MainWindow(room)
    qtbot.addWidget(window)
    window.bindings.actions["money"].trigger()
    assert not window.bindings.actions["money"].isChecked()
