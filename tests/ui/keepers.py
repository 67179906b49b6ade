"""Who keeps the choices of the settings, without a file and a keyring."""

from dataclasses import replace

from app.errors import SidestageError
from app.settings import DEFAULTS
from app.ui.window import MainWindow


class Keeper:
    def __init__(self, kept=None, secrets=(), *, closed=False, rulers=None):
        self.rulers = rulers or {}
        self.kept, self.secrets, self.closed = kept or {}, dict.fromkeys(secrets, "x"), closed
        self.tried, self.hear = [], None

    def look(self, names, then):
        then({name: name in self.secrets for name in names})

    def find_rulers(self):
        return self.rulers

    def keep(self, changes, secrets, then):
        if self.closed:
            then(SidestageError("The keyring is closed."))
            return
        values = {name: one(self.kept.get(name)) if callable(one) else one for name, one in changes.items()}
        self.kept = {name: one for name, one in {**self.kept, **values}.items() if one is not None}
        self.secrets = self.secrets | secrets
        then(None)

    def try_way(self, name, hear):
        self.tried.append((name, self.kept.get("way"), dict(self.secrets)))
        self.hear = hear

    def stop_trying(self):
        self.tried.append("stopped")


class Slow(Keeper):
    """A keyring that asks its owner first."""

    def look(self, names, then):
        self.answer = lambda: then(dict.fromkeys(names, True))


def show_window(qtbot, window, size=None):
    """Show a window, which is closed at the end of the test.

    One that was sized before that is fitted to the screen a moment later, and the screen here is small.
    """
    qtbot.addWidget(window)
    window.show()
    if size:
        window.resize(*size)
    return window


def open_window(qtbot, room, kept=None, size=None):
    """A window with its windows, as its keeper has them; it has its keeper."""
    window = MainWindow(room, keeper=Keeper(kept))
    window.keeper = window._keeper
    choices = replace(DEFAULTS, **window.keeper.kept)
    window.prefer(choices)
    qtbot.addWidget(window, before_close_func=MainWindow.finish)
    if size:
        window.resize(*size)
    window.restore(choices)
    window.show()
    return window
