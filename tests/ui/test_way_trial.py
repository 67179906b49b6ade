"""A try of the way in that is chosen, on the page for ways in: it says what came."""

import pytest
from PySide6.QtGui import QAccessible

from app.events import Connected, Connecting, Disconnected, Quota
from app.ui.dialogs.way_rows import TRIAL
from tests.ui.keepers import Keeper
from tests.ui.ways import enter, find_rows, make_opener


@pytest.fixture
def opened(qtbot, room):
    return make_opener(qtbot, room)


@pytest.fixture
def trial(opened):
    dialog = opened(Keeper({"recent": ("mira.plays",)}))
    yield find_rows(dialog)[TRIAL]
    dialog.reject()


def press(trial):
    trial.editor.button.click()


def test_a_try_says_what_it_takes_and_with_whom(trial):
    assert "one signature" in trial.captions[0].text()
    assert trial.editor.line.text() == "@mira.plays"


def test_a_try_that_works_says_so_with_what_is_left(trial):
    press(trial)
    assert trial._keeper.tried == [("@mira.plays", None, {})]
    trial.hear(Connecting(step="Asking the sign provider …"))
    assert (trial.editor.button.text(), trial.answer.text()) == ("Cancel", "Asking the sign provider …")
    trial.hear(Quota(span="hour", limit=30, left=17))
    trial.hear(Connected(unique_id="mira.plays"))
    said = "It works: the room of @mira.plays is open. 17 of 30 signatures left this hour."
    assert (trial.editor.button.text(), trial.answer.text()) == ("Test", said)
    assert trial.answer.colour == "good"


@pytest.mark.parametrize(
    ("code", "colour", "more"),
    [("signer_key", "bad", "Check it."), ("offline", "warn", "So far all went well")],
)
def test_a_try_that_ends_otherwise_says_why(trial, code, colour, more):
    press(trial)
    trial.hear(Disconnected(code=code, reason="That is how it is.", hint="Check it."))
    assert trial.answer.text().startswith("That is how it is.")
    assert more in trial.answer.text()
    assert (trial.answer.colour, trial.editor.button.text()) == (colour, "Test")


def test_a_try_can_be_given_up(trial):
    press(trial)
    press(trial)
    assert trial._keeper.tried[1:] == ["stopped"]
    assert (trial.answer.text(), trial.editor.button.text()) == ("Not tried to the end.", "Test")


def test_without_a_name_one_is_asked_for(opened):
    dialog = opened()
    trial = find_rows(dialog)[TRIAL]
    press(trial)
    assert trial._keeper.tried == []
    assert trial.answer.text() == "Type the @name of somebody who is live."
    assert dialog.focusWidget() is trial.editor.line
    dialog.reject()


def test_a_program_on_this_machine_needs_no_name(opened):
    dialog = opened(Keeper({"way": "tikfinity", "recent": ("mira",)}))
    trial = find_rows(dialog)[TRIAL]
    assert (trial.editor.line.isEnabled(), trial.editor.line.text()) == (False, "")
    press(trial)
    assert trial._keeper.tried == [("", "tikfinity", {})]
    dialog.reject()


def test_what_is_typed_is_kept_before_it_is_tried(opened, qtbot):
    keeper = Keeper({"recent": ("mira",)})
    dialog = opened(keeper)
    box = find_rows(dialog)["sign_key"].editor.box
    box.setFocus()
    qtbot.keyClicks(box, "k3y")
    trial = find_rows(dialog)[TRIAL]
    trial.editor.line.returnPressed.emit()
    assert keeper.tried == [("@mira", None, {"sign_key": "k3y"})]
    dialog.reject()


class Lazy(Keeper):
    """Keeps later, as the keyring does."""

    waiting = ()

    def keep(self, *what):
        self.waiting = (*self.waiting, what)

    def end(self):
        waiting, self.waiting = self.waiting, ()
        for what in waiting:
            Keeper.keep(self, *what)


def test_a_try_waits_for_the_keyring(opened, qtbot):
    keeper = Lazy({"recent": ("mira",)})
    dialog = opened(keeper)
    enter(qtbot, dialog, "sign_key", "k3y")
    press(find_rows(dialog)[TRIAL])
    assert keeper.tried == []
    keeper.end()
    assert keeper.tried == [("@mira", None, {"sign_key": "k3y"})]
    dialog.reject()


def test_a_try_that_waits_for_a_closed_keyring_ends(opened, qtbot):
    keeper = Lazy({"recent": ("mira",)}, closed=True)
    dialog = opened(keeper)
    enter(qtbot, dialog, "sign_key", "k3y")
    trial = find_rows(dialog)[TRIAL]
    press(trial)
    keeper.end()
    assert (keeper.tried, keeper.waiting) == ([], ())
    assert "red sentence" in trial.answer.text()
    assert find_rows(dialog)["sign_key"].error.text() == "The keyring is closed."
    dialog.reject()


def test_the_answer_is_told_to_screen_readers(trial, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    press(trial)
    trial.hear(Connecting(step="Asking the sign provider …"))
    trial.hear(Disconnected(code="signer_key", reason="No."))
    assert said == ["No."]


def test_what_is_wrong_is_mended_before_anything_is_tried(trial, qtbot):
    dialog = trial.window()
    enter(qtbot, dialog, "sign_key", "two words")
    press(trial)
    assert trial._keeper.tried == []
    assert "red sentence" in trial.answer.text()


def test_another_choice_ends_the_try(trial, qtbot):
    press(trial)
    enter(qtbot, trial.window(), "web_proxy", "http://p:1")
    assert trial._keeper.tried[1:] == ["stopped"]
    assert trial.answer.text() == ""


@pytest.mark.parametrize(("name", "is_left"), [("web_proxy", False), ("stale_s", False), ("theme", True)])
def test_what_was_said_holds_until_something_of_it_changes(trial, name, is_left):
    keeper, dialog = trial._keeper, trial.window()
    keeper.kept |= {"web_proxy": "http://p:1", "stale_s": 30.0, "theme": "light"}
    press(trial)
    trial.hear(Connected(unique_id="mira"))
    dialog.go_to(name)
    dialog._keep({name: None}, {}, lambda _: None)
    assert bool(trial.answer.text()) == is_left


def test_a_try_ends_with_the_dialog(opened, qtbot):
    keeper = Keeper({"recent": ("mira",)})
    dialog = opened(keeper)
    trial = find_rows(dialog)[TRIAL]
    hear = trial.hear
    press(trial)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert keeper.tried[1:] == ["stopped"]
    hear(Connected())  # that was under way harms nobody
