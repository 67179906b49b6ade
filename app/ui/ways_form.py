"""The fields of the dialog for the way in: what is typed, whether it can be meant, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from app.settings import SECRETS, Settings
from app.ui.labels import caption
from app.ui.look import GRID, enlarge, set_gaps
from app.ui.ways_fields import Field
from app.ui.ways_table import DEFAULT, FIELDS, LOGIN, PROXIES, SECONDS, WAYS

FORM_PX = 400
BOX_PX = 44  # what the check box needs beside its words
PASSWORD = "A log-in is as good as your password."  # noqa: S105 - words
TO_TIKTOK = f"{PASSWORD} It goes to TikTok only."
TO_HOST = f"{PASSWORD} It goes to TikTok only; ticked, {{host}} gets it too and could act as you."


class WaysForm(QWidget):
    """Fields of one way at a time; the rest is hidden and left as it is.

    Args:
        settings: what was chosen before.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._way = settings, "signed"
        self.fields = {name: self._field(name) for name in FIELDS}
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
            return urlsplit(self.fields["sign_url"].text or DEFAULT.sign_url).hostname or ""
        except ValueError:
            return ""

    def present(self, way: str) -> None:
        """Show the fields of a way."""
        self._way = way
        self._show_fields()
        self._warn()

    def found(self, kept: Mapping[str, bool]) -> None:
        """What the keyring has."""
        for name, there in kept.items():
            self.fields[name].found(kept=there)

    def sound(self) -> bool:
        """Whether all can be meant; if not, it is said where it stands, and the first such is shown."""
        wrong = [name for name in self._names if not self.fields[name].sound()] or self._half_login()
        if wrong:
            self.more.setChecked(self.more.isChecked() or wrong[0] in WAYS[self._way].more)
            self.fields[wrong[0]].box.setFocus()
        return not wrong

    def settings(self) -> Settings:
        """What was chosen, of what belongs to the way."""
        typed = {name: self.fields[name].text for name in self._names if name not in SECRETS}
        times = {name: float(text or 0) for name, text in typed.items() if name in SECONDS}
        proxies = {name: typed[name] for name in PROXIES}
        chosen: dict[str, Any] = {"way": self._way, **times, **proxies}
        return replace(self._before, addresses=self._addresses(typed), session_hosts=self._hosts(), **chosen)

    def secrets(self) -> dict[str, str]:
        """What was typed or is to be forgotten, of what belongs to the way."""
        fields = {name: self.fields[name] for name in self._names if name in SECRETS}
        return {name: one.text for name, one in fields.items() if one.text or one.forget.isChecked()}

    @property
    def _names(self) -> tuple[str, ...]:
        return WAYS[self._way].first + WAYS[self._way].more

    def _addresses(self, typed: Mapping[str, str]) -> dict[str, str]:
        asked = {name: text.rstrip("/") for name, text in typed.items() if name.endswith("_url")}
        return {name: url for name, url in (self._before.addresses | asked).items() if url}

    def _hosts(self) -> list[str]:
        if self._way != "signed":
            return self._before.session_hosts
        others = [host for host in self._before.session_hosts if host != self.host]
        return others + ([self.host] if self.allow.isChecked() else [])

    def _half_login(self) -> list[str]:
        """A log-in is both cookies or none."""
        session, idc = (self.fields[name] for name in LOGIN)
        if not set(LOGIN) <= set(self._names) or session.there == idc.there:
            return []
        missing = LOGIN[1] if session.there else LOGIN[0]
        self.fields[missing].refuse("A log-in needs both cookies.")
        return [missing]

    def _field(self, name: str) -> Field:
        hidden = name in SECRETS and name != "target_idc"
        return Field(*FIELDS[name], hidden=hidden, looking=name in SECRETS)

    def _fill(self) -> None:
        told = {name: getattr(self._before, name) for name in PROXIES}
        told |= {name: f"{value:g}" for name in SECONDS if (value := getattr(self._before, name))}
        told |= self._before.addresses
        for name, text in told.items():
            if name in self.fields:
                self.fields[name].box.setText(text)

    def _show_fields(self) -> None:
        folded = () if self.more.isChecked() else WAYS[self._way].more
        for name, field in self.fields.items():
            field.setVisible(name in self._names and name not in folded)
        self.allow.setVisible(self._way == "signed")
        self.warning.setVisible("session_id" in self._names)
        self.more.setText("Less" if self.more.isChecked() else "More: timeouts, other addresses …")

    def _name_host(self) -> None:
        """The permission is for one host: another address starts without it."""
        self._word_permission()
        self.allow.setToolTip(self.host)
        self.allow.setEnabled(bool(self.host))
        self.allow.setChecked(self.host in self._before.session_hosts)
        self._warn()

    def _word_permission(self) -> None:
        whole = f"It may also go to {self.host or 'this host'}"
        self.allow.setText(self.allow.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle,
                                                              enlarge(FORM_PX - BOX_PX)))  # fmt: skip

    def _warn(self) -> None:
        signed = self._way == "signed"
        self.warning.present(TO_HOST.format(host=self.host or "the host") if signed else TO_TIKTOK)
        self.warning.tint("warn" if signed and self.allow.isChecked() else "muted")
        self.warning.fit(enlarge(FORM_PX))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_gaps(column, GRID + 2, 0, 0, 0, 0)
        for name, field in self.fields.items():
            if name == SECONDS[0]:
                column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(field)
            if name == LOGIN[1]:
                column.addWidget(self.allow)
                column.addWidget(self.warning)
        column.addStretch()
        self._order(self.fields[LOGIN[1]].forget, self.allow, self.fields[PROXIES[0]].box)
        self._order(self.fields[PROXIES[1]].forget, self.more, self.fields[SECONDS[0]].box)

    def _order(self, *widgets: QWidget) -> None:
        """Tab follows the eye."""
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)
