"""Reads whatever is written on widgets."""

import html
import re

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tests.hostile import MARK

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
NOWHERE, FLAT = QModelIndex(), (QAbstractListModel, QAbstractTableModel)
mightBeRichText = Qt.mightBeRichText  # noqa: N816 - Qt's name


def read_widgets(top):
    """Whatever is written on a widget and those in it, in rows of lists, and for screen readers."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from (read_tooltip(widget), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText or not mightBeRichText(widget.text())
            yield widget.text()
        elif isinstance(widget, QAbstractButton):
            yield read_button(widget.text())
        elif isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QMenu):
            yield from (read_button(action.text()) for action in widget.actions())
        elif isinstance(widget, QAbstractItemView):
            yield from read_model(widget.model())


def read_tooltip(widget):
    """What a tooltip says: markup of ours that holds none of theirs."""
    text = widget.toolTip()
    if not mightBeRichText(text):
        return text
    whole = re.fullmatch(r"<p[^>]*>([^<>]*)</p>", text)
    assert whole, text
    return html.unescape(whole[1])


def read_button(text):
    """What is written on a button or in a menu: each & of a stranger stands for itself."""
    assert MARK not in text or "&" not in text.replace("&&", ""), text
    return text


def read_model(model, parent=NOWHERE):
    """All texts that a model has of its first rows, and of those in them."""
    for row in range(min(model.rowCount(parent), 30) if model else 0):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            data = (model.data(model.index(row, column, parent), role) for role in ROLES)
            yield from (one for one in data if isinstance(one, str))
        if not isinstance(model, FLAT):
            yield from read_model(model, model.index(row, 0, parent))


def spy(draw, find, drawn):
    """The same that notes what it draws."""

    def noting(*args):
        drawn.append(find(*args))
        return draw(*args)

    return noting
