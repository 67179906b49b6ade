"""EDITORS: what a choice of each kind is changed with. A kind without a row is typed as a line of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.errors import UsageError
from app.settings import Option
from app.settings.kinds import Choice, Names, Pairs, Secret, Switch
from app.settings.number_kinds import Number, Seconds, Whole
from app.ui.boxes import ChoiceBox, DecimalBox, WholeBox
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.text import write_tooltip
from app.words import show
from app.words import ways as words
from app.words.dialogs import SECONDS

LONGEST = 4096
TYPED_MS = 600  # without a further letter, a list is taken
LIST_PX = 104
SMALL_STEP = 0.05


class Editor(QObject):
    """Shows one value and says when another is chosen.

    Signals:
        entered: the value, or the text that the kind is to read.

    Attributes:
        box: the widget, or the part of it that has the keyboard.
        widget: what stands in the row.
        is_beside: it stands beside its title, not below.
    """

    entered = Signal(object)
    is_beside: ClassVar[bool] = False

    def __init__(self, box: QWidget, widget: QWidget | None = None) -> None:
        super().__init__(box)
        self.box, self.widget = box, widget or box
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def present(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def flush(self) -> None:
        """Enter what is typed and not entered yet."""

    def redress(self) -> None:
        """Take the sizes of now."""


class WheelGuard(QObject):
    """The wheel scrolls the page: nobody means to choose by it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Pass the wheel on."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class SwitchEditor(Editor):
    """A check box; a click on its title, which may need several lines, does the same."""

    is_beside = True

    def __init__(self, *_: object) -> None:
        self._check = QCheckBox()
        super().__init__(self._check)
        self._check.clicked.connect(lambda: self.entered.emit(self._check.isChecked()))

    def present(self, value: Any) -> None:
        """Tick it, or not."""
        self._check.setChecked(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the title."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._check.isEnabled():
            self._check.click()
        return super().eventFilter(watched, event)


class ChoiceEditor(Editor):
    """A list that opens, with what the names mean."""

    def __init__(self, option: Option, _: str) -> None:
        self._combo = ChoiceBox()
        super().__init__(self._combo)
        kind: Any = option.kind
        for name, meaning in kind.values.items():
            self._combo.addItem(capitalize(show(meaning)), name)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        _make_calm(self._combo)
        self._combo.activated.connect(lambda _: self.entered.emit(self._combo.currentData()))
        self._combo.currentTextChanged.connect(lambda text: self._combo.setToolTip(write_tooltip(text)))

    def present(self, value: Any) -> None:
        """Show what the name means."""
        self._combo.setCurrentIndex(self._combo.findData(value))


class NumberEditor(Editor):
    """A number with its unit, within its limits."""

    def __init__(self, option: Option, _: str) -> None:
        kind: Any = option.kind
        self._spin = WholeBox() if isinstance(kind, Whole) else DecimalBox()
        super().__init__(self._spin)
        self._spin.setRange(kind.least, kind.most)
        if isinstance(self._spin, QDoubleSpinBox) and not isinstance(kind, Seconds):
            self._spin.setDecimals(kind.decimals)
            self._spin.setSingleStep(min(SMALL_STEP, 10.0 ** (2 - kind.decimals)))
        self._spin.setSuffix(f" {show(unit)}" if (unit := _find_unit(kind)) else "")
        self._spin.setKeyboardTracking(False)
        _make_calm(self._spin)
        self._spin.valueChanged.connect(lambda _: self.entered.emit(self._spin.value()))

    def present(self, value: Any) -> None:
        """Show the number."""
        self._spin.blockSignals(True)
        self._spin.setValue(value)
        self._spin.blockSignals(False)

    def flush(self) -> None:
        """Enter the digits that are typed."""
        self._spin.interpretText()


class LinesEditor(Editor):
    """Several lines, each a name, or one with its value; a list can be pasted.

    It is taken soon after the last letter.
    """

    def __init__(self, option: Option, _: str) -> None:
        self._kind, self._lines = option.kind, QPlainTextEdit()
        super().__init__(self._lines)
        self._lines.setObjectName("lines")
        self._lines.setTabChangesFocus(True)
        self._timer = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._timer.timeout.connect(self._enter)
        self._lines.textChanged.connect(self._timer.start)
        self.redress()

    def present(self, value: Any) -> None:
        """Show one a line, unless these are typed already."""
        if self._read() != value:
            self._lines.setPlainText("\n".join(map(_write_line, value)))
        self._timer.stop()

    def flush(self) -> None:
        """Enter the lines that are typed."""
        if self._timer.isActive():
            self._timer.stop()
            self._enter()

    def redress(self) -> None:
        """Take the sizes of now."""
        self._lines.setFixedHeight(enlarge(LIST_PX))

    def _enter(self) -> None:
        self.entered.emit(self._lines.toPlainText())

    def _read(self) -> Any:
        """What is typed; None where it cannot be meant."""
        try:
            return self._kind.read_kept(self._lines.toPlainText())
        except UsageError:
            return None


class LineEditor(Editor):
    """A line to type into; it is entered with Enter, or when the keyboard goes elsewhere."""

    def __init__(self, option: Option, _: str) -> None:
        self._option, self._line, self._before = option, QLineEdit(), ""
        super().__init__(self._line)
        self._line.setMaxLength(LONGEST)
        self._line.setPlaceholderText(show(option.empty or option.kind.write_text(option.default)))
        self._line.editingFinished.connect(self.flush)

    def present(self, value: Any) -> None:
        """Show a text; the default is what an empty line means."""
        option = self._option
        self._before = "" if value == option.default else option.kind.write_text(value)
        self._line.setText(self._before)

    def flush(self) -> None:
        """Enter what is typed."""
        text = self._line.text().strip()
        if text != self._before:
            self._before = text
            self.entered.emit(text)


class SecretEditor(Editor):
    """A line that shows dots; what the keyring has is not shown, but can be replaced or forgotten."""

    def __init__(self, option: Option, title: str) -> None:
        self._line, self._empty = QLineEdit(), show(option.empty)
        self.forget = QPushButton(show(words.FORGET))
        self.forget.setAutoDefault(False)
        self.forget.setAccessibleName(show(words.FORGET_FIELD.fill(field=title)))
        self.forget.hide()
        widget = QWidget()
        row = QHBoxLayout(widget)
        set_gaps(row, GRID, 0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self.forget)
        super().__init__(self._line, widget)
        if option.is_hidden:
            self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setMaxLength(LONGEST)
        self._line.setPlaceholderText(show(words.LOOKING))
        self._line.editingFinished.connect(self.flush)
        self.forget.clicked.connect(lambda: self.entered.emit(""))

    def present(self, value: Any) -> None:
        """Say whether the keyring has it."""
        self._line.clear()
        self._line.setPlaceholderText(show(words.KEPT) if value else self._empty)
        if self.forget.hasFocus() and not value:
            self._line.setFocus()
        self.forget.setVisible(bool(value))

    def flush(self) -> None:
        """Enter what is typed; an empty line changes nothing."""
        if text := self._line.text().strip():
            self.entered.emit(text)


EDITORS: Mapping[type, Callable[[Option, str], Editor]] = {
    Switch: SwitchEditor,
    Choice: ChoiceEditor,
    Whole: NumberEditor,
    Seconds: NumberEditor,
    Number: NumberEditor,
    Names: LinesEditor,
    Pairs: LinesEditor,
    Secret: SecretEditor,
}


def make_editor(option: Option, title: str) -> Editor:
    """Make what the choice is changed with."""
    return EDITORS.get(type(option.kind), LineEditor)(option, title)


def capitalize(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _make_calm(box: QWidget) -> None:
    """As wide as there is room, and not changed by the wheel."""
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.installEventFilter(WheelGuard(box))


def _write_line(one: str | tuple[str, str]) -> str:
    return one if isinstance(one, str) else "=".join(one)


def _find_unit(kind: Any) -> str:
    return SECONDS if isinstance(kind, Seconds) else getattr(kind, "unit", "")
