"""The style sheet: what widgets look like that do not draw themselves."""

from __future__ import annotations

import re
from dataclasses import asdict
from string import Template

from app.ui.look.choice import enlarge, find_look
from app.ui.look.sizes import RADIUS, Sizes

# Pixels of scale 1.
SHEET = Template("""
#stage { background: $window; }
QFrame#card, QFrame#header { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame#card[keyboard="true"] { border-color: $focus; }
QFrame#popover { background: $raised; border: 1px solid $edge; }
QFrame#chip { background: $raised; border: none; border-radius: 8px; }
QScrollArea, #sheet { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; border-radius: 3px; }

QLineEdit {
  background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px;
  padding: 7px 12px; font-size: ${body}px; selection-background-color: $focus; selection-color: $ink;
}
QLineEdit:focus { border: 2px solid $focus; padding: 6px 11px; }
QLineEdit { placeholder-text-color: $muted; }
QLineEdit:disabled { color: $muted; }

QPushButton {
  background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px;
  padding: 7px 18px; font-size: ${body}px; outline: none;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: 6px 17px; }
QPushButton:disabled { background: $card; color: $muted; border-color: $line; }
QPushButton#primary { background: $focus; color: $ink; border-color: $focus; font-weight: 600; }
QPushButton#primary:hover { background: $gem; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#pill {
  background: $focus; color: $ink; border: none; border-radius: 18px; padding: 6px 20px; min-height: 24px;
  font-size: ${body}px; font-weight: 600;
}
QPushButton#pill:hover { background: $gem; }
QPushButton#small { padding: 3px 12px; min-height: 22px; font-size: ${caption}px; }
QPushButton#small:focus { padding: 2px 11px; }
QPushButton#span, QPushButton#alarm, QPushButton#name {
  background: transparent; color: $muted; border: 1px solid transparent; border-radius: 6px;
  padding: 2px 7px; min-height: 20px; font-size: ${caption}px;
}
QPushButton#alarm { color: $warn; }
QPushButton#name { padding: 0; }
QPushButton#span[isTight="true"] { padding: 2px 5px; }
QPushButton#span:hover, QPushButton#alarm:hover { color: $text; background: $raised; }
QPushButton#name:hover { background: $raised; }
QPushButton#span:checked { color: $text; background: $raised; border-color: $edge; }
QPushButton#span:focus, QPushButton#alarm:focus, QPushButton#name:focus { border-color: $focus; }

QDialog { background: $window; }
QRadioButton, QCheckBox { color: $text; spacing: 10px; padding: 2px; font-size: ${body}px; }
QRadioButton:focus, QCheckBox:focus { color: $focus; }
QCheckBox:disabled { color: $muted; }
QRadioButton::indicator, QCheckBox::indicator {
  width: 12px; height: 12px; border: 2px solid $edge; background: $raised;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: $focus; }
QRadioButton::indicator:checked, QCheckBox::indicator:checked { background: $focus; }

QComboBox, QSpinBox, QDoubleSpinBox {
  background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px;
  padding: 3px 8px; min-height: 26px; font-size: ${body}px;
  selection-background-color: $focus; selection-color: $ink;
}
QComboBox::drop-down { border: none; width: 24px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: 24px;
}
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $focus; padding: 2px 7px; }
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: $muted; }
QPlainTextEdit#lines, QListWidget {
  background: $raised; color: $text; border: 2px solid $edge; border-radius: 8px; padding: 4px;
  font-size: ${body}px; selection-background-color: $focus; selection-color: $ink; outline: none;
}
QPlainTextEdit#lines:focus, QListWidget:focus { border-color: $focus; }
QPlainTextEdit#lines:disabled { color: $muted; }
QListWidget::item { padding: 6px 8px; border-radius: 6px; }
QListWidget::item:selected { background: $focus; color: $ink; }

QTableView {
  background: $card; border: 2px solid transparent; border-radius: 6px; outline: none;
  gridline-color: transparent;
}
QTableView:focus { border-color: $focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 2px 6px; font-size: ${caption}px;
}
QTableCornerButton::section { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 3px; min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:horizontal:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { background: transparent; padding: 5px 28px; border-radius: 6px; }
QMenu::item:selected { background: $focus; color: $ink; }
QMenu::item:disabled { background: transparent; color: $muted; }
QMenu::separator { background: $line; height: 1px; margin: 4px 8px; }

QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 8px; }
""")

_PIXELS = re.compile(r"\b(\d+)px")


def make_sheet() -> str:
    """Write the style sheet in the colours and at the scale of now."""
    normal = Sizes()
    words = SHEET.substitute(
        asdict(find_look().colours), radius=RADIUS, body=normal.body, caption=normal.caption
    )
    return _PIXELS.sub(lambda found: f"{max(1, enlarge(int(found[1])))}px", words)
