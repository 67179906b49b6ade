"""Grants wishes about panes and profiles, and lists both for the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.actions import MenuEntry
from app.ui.frames import bring_forward
from app.ui.layout.arrangement_data import MOST
from app.ui.wishes import (
    FindEverywhere,
    FocusPane,
    PinPanes,
    PopOut,
    Prefer,
    RemoveProfile,
    RenameProfile,
    ResetProfile,
    SaveProfile,
    SeePerson,
    ShowPane,
    UseProfile,
)
from app.words import layouts as words
from app.words import show

if TYPE_CHECKING:
    from app.ui.arranger import Arranger
    from app.ui.grants import Grants
    from app.ui.pane import Pane
    from app.ui.popouts import PopOuts
    from app.words import Phrase


class ViewGrants:
    """Does what is wished for panes and profiles.

    Args:
        window: over which names are asked for.
        panes: all there are, by name.
        arranger: arranges them.
        popouts: has those with windows of their own.
        grants: where the wishes come in.
    """

    def __init__(
        self,
        window: QWidget,
        panes: Mapping[str, Pane],
        arranger: Arranger,
        popouts: PopOuts,
        grants: Grants,
    ) -> None:
        self._window, self._panes, self._arranger, self._grants = window, panes, arranger, grants
        self._popouts = popouts
        grants.add(
            UseProfile, lambda wish: arranger.use(wish.name), lambda wish: arranger.profile == wish.name
        )
        grants.add(ResetProfile, lambda _: arranger.reset())
        grants.add(RemoveProfile, lambda _: arranger.remove(), is_possible=self._is_own)
        grants.add(SaveProfile, lambda _: self._ask_name(words.NAME_FOR_NEW, arranger.save_as))
        grants.add(
            RenameProfile,
            lambda _: self._ask_name(words.NAME_INSTEAD, arranger.rename),
            is_possible=self._is_own,
        )
        grants.add(ShowPane, self._toggle, lambda wish: arranger.is_listed(wish.pane))
        grants.add(FocusPane, self._focus_number)
        grants.add(FindEverywhere, lambda _: self._find_everywhere())
        grants.add(PopOut, self._pop_out, lambda wish: wish.pane in popouts.names)
        grants.add(SeePerson, self._open_card)
        grants.add(PinPanes, self._pin, lambda _: arranger.board.is_pinned)

    def _is_own(self) -> bool:
        return self._arranger.profile in self._arranger.own_profiles

    def find_current_pane(self) -> str:
        """The pane that has the keyboard, or the first one that is seen."""
        names = self._arranger.movable
        focus = QApplication.focusWidget()
        seen = [name for name in names if self._panes[name].isVisible()]
        holders = [name for name in names if focus is not None and _has_widget(self._panes[name], focus)]
        return (holders or seen or names)[0]

    def list_panes(self) -> Iterable[MenuEntry]:
        """Each pane that can be moved, with a tick while it is seen."""
        for name in self._arranger.movable:
            title = show(self._panes[name].accessibleName())
            yield MenuEntry(title, ShowPane(name), is_on=self._arranger.is_listed(name))

    def list_profiles(self) -> Iterable[MenuEntry]:
        """The user's own profiles."""
        for name in self._arranger.own_profiles:
            yield MenuEntry(name, UseProfile(name), is_on=name == self._arranger.profile)

    def focus_pane(self, name: str) -> None:
        """Have a pane seen, with the keyboard."""
        self._arranger.uncover(name)
        pane = self._panes[name]
        bring_forward(pane.window())
        inner = next((one for one in pane.findChildren(QWidget) if _can_take_keys(one)), pane)
        (pane.find_first_stop() or inner).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find_everywhere(self) -> None:
        from app.ui.dialogs.everywhere import Everywhere  # noqa: PLC0415 - not for the first picture

        over = QApplication.activeWindow() or self._window
        movable = {name: self._panes[name] for name in self._arranger.movable}
        Everywhere(movable, self.focus_pane, over).open()

    def _focus_number(self, wish: FocusPane) -> None:
        names = self._arranger.movable
        if wish.number <= len(names):
            self.focus_pane(names[wish.number - 1])

    def _open_card(self, wish: SeePerson) -> None:
        """Let the first pane in sight that has cards of people show one."""
        place = QPoint(wish.x, wish.y)
        any(pane.open_card(wish.user, place) for pane in self._panes.values() if pane.isVisible())

    def _toggle(self, wish: ShowPane) -> None:
        name = wish.pane or self.find_current_pane()
        if name in self._popouts.names:
            self._popouts.toggle(name)
            self._arranger.hide(name)
        else:
            self._arranger.toggle(name)

    def _pop_out(self, wish: PopOut) -> None:
        name = wish.pane or self.find_current_pane()
        self._popouts.toggle(name)
        if name in self._popouts.names:
            self.focus_pane(name)

    def _pin(self, _: PinPanes) -> None:
        self._grants.grant(Prefer({"pinned": not self._arranger.board.is_pinned}))

    def _ask_name(self, question: Phrase, then: Callable[[str], None]) -> None:
        """Ask for the name of a profile; the dialog goes by itself."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - not for the first picture

        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(show(words.ARRANGEMENT))
        dialog.setLabelText(show(question.fill(most=MOST)))
        dialog.setTextValue(self._arranger.profile if self._is_own() else "")
        dialog.textValueSelected.connect(then)
        dialog.open()


def _has_widget(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _can_take_keys(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return is_stop and widget.isVisible() and widget.isEnabled()
