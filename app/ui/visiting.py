"""Follows whom a link names that came from outside: dropped, pasted, or clicked somewhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import SidestageError
from app.session import Connect
from app.state.status import ON_AIR
from app.ui.name_box import BY_NUMBER, write_followed_name
from app.ui.text import write_handle
from app.ui.wishes import FollowLink, PasteLink
from app.words import layouts as words
from app.words import show

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from app.ui.feed import Desk
    from app.ui.grants import Grants

DROPS = frozenset({QEvent.Type.DragEnter, QEvent.Type.Drop})
LONGEST = 4_000  # letters that are looked at


class Visits(QObject):
    """Takes links, and asks before a room that is on air is left for one.

    Args:
        window: takes what is dropped; over it the question stands.
        desk: knows who is followed.
        grants: where the wishes come in.
        read_link: whom a link names, as it would be typed; raises SidestageError for what is none.
    """

    def __init__(self, window: QWidget, desk: Desk, grants: Grants, read_link: Callable[[str], str]) -> None:
        super().__init__(window)
        self._window, self._desk, self._grants = window, desk, grants
        self._read_link = read_link
        self._box: QMessageBox | None = None
        grants.add(FollowLink, lambda wish: self._visit(wish.link))
        grants.add(PasteLink, lambda _: self._visit(read_mime(QGuiApplication.clipboard().mimeData())))
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Words and addresses may be dropped on the window; files are none."""
        if event.type() not in DROPS or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        link = read_mime(event.mimeData())
        if link and event.type() == QEvent.Type.Drop:
            self._grants.grant(FollowLink(link))
        event.setDropAction(Qt.DropAction.CopyAction)  # else who gave it may take it away there
        event.setAccepted(bool(link))
        return True

    def _visit(self, link: str) -> None:
        try:
            name = self._read_link(link)
        except SidestageError as error:
            self._desk.state.note(error.sentence, self._desk.now_ms(), error.hint)
            return
        status = self._desk.state.connection.status
        if status.phase in ON_AIR and name != status.unique_id:
            self._ask(name)
        else:
            self._follow(name)

    def _follow(self, name: str) -> None:
        self._grants.grant(Connect(write_followed_name(name)))

    def _ask(self, name: str) -> None:
        """Ask, instead of what was asked before; the box goes by itself."""
        if self._box is not None:
            self._box.reject()
        self._box = box = self._make_box(name)
        box.open()

    def _make_box(self, name: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not for the first picture

        shown = name if BY_NUMBER in name else write_handle(name)
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(show(words.CHANGE_TITLE))
        box.setText(show(words.CHANGE_QUESTION.fill(name=shown)))
        box.setInformativeText(show(words.CHANGE_MEANS))
        go = box.addButton(show(words.CHANGE_NOW.fill(name=shown)), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(show(words.STAY_HERE), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda _: self._finish(name, is_wanted=box.clickedButton() is go))
        return box

    def _finish(self, name: str, *, is_wanted: bool) -> None:
        self._box = None
        if is_wanted:
            self._follow(name)


def read_mime(data: QMimeData | None) -> str:
    """The first address, else the words; empty for files and pictures."""
    if data is None:
        return ""
    addresses = data.urls() if data.hasUrls() else []
    if any(address.isLocalFile() for address in addresses):
        return ""
    text = addresses[0].toString(QUrl.ComponentFormattingOption.FullyEncoded) if addresses else data.text()
    return str(text)[:LONGEST]
