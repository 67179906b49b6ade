"""The fields of the dialog for the way in: what is typed, whether it can be meant, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from app.settings import DEFAULTS, OPTIONS, SECRETS, USUAL, WAYS, Change, Option, put_in, take_out
from app.settings.ways import LOGIN
from app.ui.labels import caption
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.ways_fields import Field
from app.words import show
from app.words import ways as words

HOSTS = "session_hosts"  # has no field of its own: the check box adds one host or takes it out
FOLDED = frozenset(name for way in WAYS.values() for name in way.more)
FIELDS = frozenset(name for way in WAYS.values() for name in (*way.options, *way.more)) - {HOSTS}
FORM_PX = 400
BOX_PX = 44  # what the check box needs beside its words


class WaysForm(QWidget):
    """Fields of one way at a time; the rest is hidden and left as it is.

    Args:
        kept: what was chosen before, by option.
    """

    def __init__(self, kept: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._way = kept, USUAL
        self.fields = {name: _field(option) for name, option in OPTIONS.items() if name in FIELDS}
        self.allow = QCheckBox()
        self.warning = caption("")
        self.more = QPushButton()
        self.more.setObjectName("span")
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self._lay_out()
        self._fill()
        self.more.toggled.connect(self._show_fields)
        self.allow.toggled.connect(self._warn)
        self.fields["sign_url"].box.textChanged.connect(self._name_host)
        self._name_host()
        self.redress()

    def redress(self) -> None:
        """Take the sizes of now."""
        self.setFixedWidth(enlarge(FORM_PX))
        self._word_permission()
        self.warning.fit(enlarge(FORM_PX))

    @property
    def host(self) -> str:
        """The host of the sign provider that is typed now."""
        try:
            return urlsplit(self.fields["sign_url"].text or DEFAULTS.sign_url).hostname or ""
        except ValueError:
            return ""

    def present(self, way: str) -> None:
        """Show the fields of a way."""
        self._way = way
        self._show_fields()
        self._warn()

    def focus_first(self, names: Iterable[str]) -> None:
        """Let the first of these fields that the way has be typed into."""
        if name := next((one for one in names if one in self._names), ""):
            self.more.setChecked(self.more.isChecked() or name in WAYS[self._way].more)
            self.fields[name].box.setFocus()

    def note_secrets(self, kept: Mapping[str, bool]) -> None:
        """Say in each field whether the keyring has it."""
        for name, there in kept.items():
            self.fields[name].note_secret(kept=there)

    def validate(self) -> bool:
        """Whether all fields are valid; those that are not say why, and the first of them is shown."""
        wrong = [name for name in self._names if not self.fields[name].validate()] or self._half_login()
        if wrong:
            self.more.setChecked(self.more.isChecked() or wrong[0] in WAYS[self._way].more)
            self.fields[wrong[0]].box.setFocus()
        return not wrong

    def changes(self) -> dict[str, Any | Change | None]:
        """What was changed, of what belongs to the way; None takes a choice back."""
        chosen: dict[str, Any] = {"way": self._way}
        for name in self._names:
            if name not in SECRETS:
                text = self.fields[name].text
                chosen[name] = OPTIONS[name].kind.read_kept(text) if text else None
        changed = {name: value for name, value in chosen.items() if value != self._before.get(name)}
        return changed | self._hosts()

    def secrets(self) -> dict[str, str]:
        """What was typed or is to be forgotten, of what belongs to the way."""
        fields = {name: self.fields[name] for name in self._names if name in SECRETS}
        return {name: one.text for name, one in fields.items() if one.text or one.forget.isChecked()}

    @property
    def _names(self) -> tuple[str, ...]:
        names = WAYS[self._way].options + WAYS[self._way].more
        return tuple(name for name in names if name in self.fields)

    @property
    def _has_login(self) -> bool:
        return set(LOGIN) <= set(self._names)

    @property
    def _needs_permission(self) -> bool:
        """Whether the log-in would go to a host that is not TikTok's."""
        return HOSTS in WAYS[self._way].options

    def _hosts(self) -> dict[str, Change]:
        """Whether the sign provider's host may get the log-in, if that was changed."""
        is_allowed = self.allow.isChecked()
        if not self._needs_permission or is_allowed == (self.host in self._allowed_hosts):
            return {}
        return {HOSTS: put_in(self.host) if is_allowed else take_out(self.host)}

    @property
    def _allowed_hosts(self) -> tuple[str, ...]:
        return tuple(self._before.get(HOSTS, ()))

    def _half_login(self) -> list[str]:
        """A log-in is both cookies or none."""
        session, idc = (self.fields[name] for name in LOGIN)
        if not self._has_login or session.there == idc.there:
            return []
        missing = LOGIN[1] if session.there else LOGIN[0]
        self.fields[missing].refuse(words.BOTH_COOKIES)
        return [missing]

    def _fill(self) -> None:
        for name, field in self.fields.items():
            if name in self._before:
                field.box.setText(OPTIONS[name].kind.write_text(self._before[name]))

    def _show_fields(self) -> None:
        folded = () if self.more.isChecked() else WAYS[self._way].more
        for name, field in self.fields.items():
            field.setVisible(name in self._names and name not in folded)
        self.allow.setVisible(self._needs_permission)
        self.warning.setVisible(self._has_login)
        self.more.setText(show(words.LESS if self.more.isChecked() else words.MORE))

    def _name_host(self) -> None:
        """The permission is for one host: another address starts without it."""
        self._word_permission()
        self.allow.setToolTip(self.host)
        self.allow.setEnabled(bool(self.host))
        self.allow.setChecked(self.host in self._allowed_hosts)
        self._warn()

    def _word_permission(self) -> None:
        whole = show(words.ALLOW.fill(host=self.host) if self.host else words.ALLOW_THIS)
        metrics, room = self.allow.fontMetrics(), enlarge(FORM_PX - BOX_PX)
        self.allow.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room))

    def _warn(self) -> None:
        is_foreign = self._needs_permission
        to_host = words.TO_HOST.fill(host=self.host) if self.host else words.TO_THE_HOST
        self.warning.present(to_host if is_foreign else words.TO_TIKTOK)
        self.warning.tint("warn" if is_foreign and self.allow.isChecked() else "muted")
        self.warning.fit(enlarge(FORM_PX))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, GRID + 2, 0, 0, 0, 0)
        stops: list[QWidget] = []
        for row, row_stops in self._list_rows():
            column.addWidget(row)
            stops += row_stops
        column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _list_rows(self) -> Iterator[tuple[QWidget, tuple[QWidget, ...]]]:
        """From top to bottom as OPTIONS has them, each with what Tab goes to in it."""
        first_folded = next(name for name in self.fields if name in FOLDED)
        for name in OPTIONS:
            if name == HOSTS:
                yield self.allow, (self.allow,)
                yield self.warning, ()
            if name == first_folded:
                yield self.more, (self.more,)
            if name in self.fields:
                field = self.fields[name]
                yield field, (field.box, field.forget)


def _field(option: Option) -> Field:
    default = option.kind.write_text(option.default)
    return Field(
        option.caption,
        option.kind.read_kept,
        option.empty or default,
        hidden=option.is_hidden,
        looking=option.is_secret,
    )
