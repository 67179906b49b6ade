"""The message behind an event: its fields as a tree, its bytes, the event as JSON; all can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.text import clean
from app.ui.theme import CAPTION_PX, GRID, font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.events.tree import Node
    from app.state.inspector import Sighting

HEADINGS = ("Field", "No.", "Type", "Value")
WIDTHS = (210, 44, 130)
VALUE_CHARS = 500
MONO_PX = 13  # 76 characters a line fit into half the window
NO_MESSAGE = "This event is Sidestage's own, or came decoded: there are no bytes."


class Detail(QWidget):
    """Shows one sighting at a time, and says which when it is copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sighting | None = None
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(HEADINGS)
        self.tree.setUniformRowHeights(True)
        self.tree.setFont(font(CAPTION_PX))
        for at, width in enumerate(WIDTHS):
            self.tree.setColumnWidth(at, width)
        self.hex, self.base64, self.json = _page("Bytes"), _page("Base64"), _page("JSON")
        self.pages = QTabWidget()
        self.pages.addTab(self.tree, "Fields")
        for page in (self.hex, self.base64, self.json):
            self.pages.addTab(page, page.accessibleName())
        self.copy = QPushButton("Copy")
        self.copy.setToolTip("Copy what this page shows, all of it")
        self.copy.clicked.connect(self._copy)
        self._lay_out()

    def present(self, seen: Sighting | None) -> None:
        """Show an event, or nothing."""
        self._shown = seen
        self.copy.setEnabled(seen is not None)
        self.tree.clear()
        self.tree.addTopLevelItems([_item(node) for node in seen.tree()] if seen else [])
        self.tree.expandToDepth(0)
        self.hex.setPlainText(seen.hex() or NO_MESSAGE if seen else "")
        self.base64.setPlainText(seen.base64() or NO_MESSAGE if seen else "")
        self.json.setPlainText(seen.json() if seen else "")

    def _copy(self) -> None:
        if self._shown is None:
            return
        page = self.pages.currentWidget()
        fields = "\n".join(lines(self._shown.tree()))
        QGuiApplication.clipboard().setText(
            page.toPlainText() if isinstance(page, QPlainTextEdit) else fields
        )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.present(None)


def lines(nodes: Iterable[Node], indent: str = "") -> Iterable[str]:
    """The tree as text, one field a line."""
    for node in nodes:
        yield f"{indent}{node.number} {node.name or '(no name)'} {node.kind}: {node.value}".rstrip(": ")
        yield from lines(node.nodes, indent + "  ")


def _item(node: Node) -> QTreeWidgetItem:
    value = clean(node.value, VALUE_CHARS)
    item = QTreeWidgetItem([node.name or "(no name)", str(node.number), node.kind, value])
    item.addChildren([_item(inner) for inner in node.nodes])
    return item


def _page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setAccessibleName(name)
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    mono.setPixelSize(MONO_PX)
    page.setFont(mono)
    if name != "Base64":
        page.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    return page
