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

from app.events.describe.plain import make_plain
from app.ui.look import GRID, enlarge, find_look, make_font, set_gaps
from app.ui.text import clean
from app.words import inspector as words
from app.words import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.events.describe.tree import Node
    from app.state.inspector import Sighting

HEADINGS = (words.FIELD, words.NUMBER, words.TYPE, words.VALUE)
WIDTHS = (210, 44, 130)
VALUE_CHARS = 500
# What is put on the page of a message without measure: 400 kB would hold the window for half a minute. The
# largest captured message, 46 kB, is shown whole. Copy takes all of it.
FIELDS = 5_000
PAGE_CHARS = 250_000


class Detail(QWidget):
    """Shows one sighting at a time, and says which when it is copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sighting | None = None
        self.tree = _make_tree()
        self.hex, self.base64, self.json = map(_make_page, (words.BYTES, words.BASE64, words.JSON))
        self._texts: dict[QPlainTextEdit, Callable[[Sighting], str]] = {
            self.hex: lambda seen: seen.write_hex(),
            self.base64: lambda seen: seen.write_base64(),
            self.json: lambda seen: seen.write_json(),
        }
        self.pages = QTabWidget()
        self.pages.addTab(self.tree, show(words.FIELDS))
        for page in self._texts:
            self.pages.addTab(page, page.accessibleName())
        self.copy = QPushButton(show(words.COPY))
        self.copy.setToolTip(show(words.ABOUT_COPY))
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.redress()

    def present(self, seen: Sighting | None) -> None:
        """Show an event, or nothing."""
        self._shown = seen
        self.copy.setEnabled(seen is not None)
        self.tree.clear()
        self.tree.addTopLevelItems(
            make_items(seen.list_nodes()) if seen else [QTreeWidgetItem([show(words.CHOOSE)])]
        )
        self.tree.expandToDepth(0)
        for page, text in self._texts.items():
            page.setPlainText(cut_for_page(text(seen) or show(words.NO_MESSAGE)) if seen else "")

    def redress(self) -> None:
        """Take the sizes of now."""
        sizes = find_look().sizes
        self.tree.setFont(make_font(sizes.caption))
        for at, width in enumerate(WIDTHS):
            self.tree.setColumnWidth(at, enlarge(width))
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(sizes.tiny)  # 76 characters a line fit into half the window
        for page in self._texts:
            page.setFont(mono)

    def _copy(self) -> None:
        if self._shown is None:
            return
        page = self.pages.currentWidget()
        text = self._texts[page] if isinstance(page, QPlainTextEdit) else _write_fields
        QGuiApplication.clipboard().setText(text(self._shown) or show(words.NO_MESSAGE))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        set_gaps(column, GRID, 0, 0, 0, 0)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.present(None)


def list_tree_lines(nodes: Iterable[Node], indent: str = "") -> Iterable[str]:
    """The tree as text, one field a line."""
    for node in nodes:
        name = node.name or show(words.NO_NAME)
        yield make_plain(f"{indent}{node.number} {name} {node.kind}: {node.value}".rstrip(": "))
        yield from list_tree_lines(node.nodes, indent + "  ")


def _write_fields(seen: Sighting) -> str:
    return "\n".join(list_tree_lines(seen.list_nodes()))


def cut_for_page(text: str) -> str:
    """The text as far as a page shows it."""
    return text if len(text) <= PAGE_CHARS else f"{text[:PAGE_CHARS]}\n{show(words.MORE)}"


def make_items(nodes: Sequence[Node]) -> list[QTreeWidgetItem]:
    """The tree as far as it is shown."""
    room = iter(range(FIELDS))
    made = _make_some_items(nodes, room)
    return made if next(room, None) is not None else [*made, QTreeWidgetItem([show(words.MORE)])]


def _make_some_items(nodes: Iterable[Node], room: Iterator[int]) -> list[QTreeWidgetItem]:
    return [_make_item(node, room) for node, _ in zip(nodes, room, strict=False)]


def _make_item(node: Node, room: Iterator[int]) -> QTreeWidgetItem:
    name, value = clean(node.name), clean(node.value, VALUE_CHARS)
    item = QTreeWidgetItem([name or show(words.NO_NAME), str(node.number), node.kind, value])
    item.addChildren(_make_some_items(node.nodes, room))
    return item


def _make_tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels([show(heading) for heading in HEADINGS])
    tree.setUniformRowHeights(True)
    return tree


def _make_page(name: str) -> QPlainTextEdit:
    page = QPlainTextEdit()
    page.setReadOnly(True)
    page.setAccessibleName(show(name))
    if name != words.BASE64:
        page.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    return page
