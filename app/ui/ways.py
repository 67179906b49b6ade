"""The dialog for the way in: which one, with which keys and proxies, and what is left of the quota."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.connector.access import WAYS
from app.connector.endpoints import Endpoints
from app.errors import SidestageError
from app.settings import SECRETS, Settings
from app.ui import ways_fields as check
from app.ui.labels import Label
from app.ui.theme import CAPTION_PX, DARK, GRID
from app.ui.ways_fields import Field

DEFAULT = Endpoints()
LIST_PX, FORM_PX = 380, 400
LOGIN = ("session_id", "target_idc")
# Which fields belong to which way; proxies belong to all.
BELONGING: dict[str, tuple[str, ...]] = {
    "signed": ("sign_url", "sign_key", *LOGIN),
    "anonymous": (),
    "polling": LOGIN,
    "euler": ("sign_key",),
    "tiktools": ("tiktools_key",),
    "tikfinity": (),
    "studio": ("studio_key",),
}
PROXIES = ("web_proxy", "socket_proxy")
FIELDS = {
    "sign_url": ("Address of the sign provider", check.sign_address, DEFAULT.sign_url),
    "sign_key": ("Key for the sign provider", check.key, "none: its limits without a key"),
    "tiktools_key": ("Key for tik.tools", check.key, "none: its limits without a key"),
    "studio_key": ("Key for LIVE Studio, issued by TikTok", check.studio_key, "app_id:key_id:secret"),
    "session_id": ("Log-in for 18+ rooms: cookie sessionid", check.session_id, "none: as a guest"),
    "target_idc": ("Its cookie tt-target-idc", check.target_idc, "such as useast5"),
    "web_proxy": ("Proxy", check.proxy, "none, or HTTPS_PROXY"),
    "socket_proxy": ("Another proxy for sockets", check.proxy, "the same"),
}


class Keeper(Protocol):
    """Who has the choices and keeps them."""

    settings: Settings

    def has(self, name: str) -> bool:
        """Whether the keyring has this secret."""
        ...

    def overruled(self) -> list[str]:
        """What was said by option or environment, in words; both go before what is chosen here."""
        ...

    def keep(self, settings: Settings, secrets: Mapping[str, str]) -> None:
        """Keep choices and secrets; an empty secret is forgotten. SidestageError: it cannot be done."""
        ...


class WaysDialog(QDialog):
    """Opened with `open()`. OK keeps what was chosen; it takes effect with the next Connect.

    Args:
        keeper: has the choices.
        quota: what is left at the sign provider, in words.
    """

    def __init__(self, keeper: Keeper, quota: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Way in")
        self._keeper, settings = keeper, keeper.settings
        self.ways = {name: QRadioButton(name) for name in WAYS}
        self.fields = {name: self._field(name) for name in FIELDS}
        self.allow = QCheckBox()
        self.trouble = _caption("", DARK.bad)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.fields["sign_url"].box.setText(settings.addresses.get("sign_url", ""))
        for name in PROXIES:
            self.fields[name].box.setText(getattr(settings, name))
        self._lay_out(quota)
        self._wire()
        self.ways[settings.way if settings.way in WAYS else "signed"].setChecked(True)
        self._name_host()

    @property
    def way(self) -> str:
        """The way that is chosen now."""
        return next((name for name, radio in self.ways.items() if radio.isChecked()), "signed")

    @property
    def host(self) -> str:
        """The host of the sign provider that is typed now."""
        try:
            return urlsplit(self.fields["sign_url"].text or DEFAULT.sign_url).hostname or ""
        except ValueError:
            return ""

    def accept(self) -> None:
        """Keep everything, unless something cannot be meant: then it is said where it stands."""
        shown = [self.fields[name] for name in (*BELONGING[self.way], *PROXIES)]
        wrong = [field for field in shown if not field.sound()] or self._half_login()
        if wrong:
            wrong[0].box.setFocus()
            return
        try:
            self._keeper.keep(self._chosen(), self._secrets())
        except SidestageError as error:
            self.trouble.present(error.line)
            self.trouble.show()
            return
        super().accept()

    def _half_login(self) -> list[Field]:
        """A log-in is both cookies or none."""
        session, idc = (self.fields[name] for name in LOGIN)
        if not set(LOGIN) <= set(BELONGING[self.way]) or session.there == idc.there:
            return []
        missing = idc if session.there else session
        missing.refuse("A log-in needs both cookies.")
        return [missing]

    def _chosen(self) -> Settings:
        before = self._keeper.settings
        web, socket = (self.fields[name].text for name in PROXIES)
        before = replace(before, way=self.way, web_proxy=web, socket_proxy=socket)
        if self.way != "signed":
            return before
        address = self.fields["sign_url"].text.rstrip("/")
        addresses = {name: url for name, url in before.addresses.items() if name != "sign_url"}
        addresses |= {"sign_url": address} if address else {}
        hosts = [host for host in before.session_hosts if host != self.host]
        hosts += [self.host] if self.allow.isChecked() else []
        return replace(before, addresses=addresses, session_hosts=hosts)

    def _secrets(self) -> dict[str, str]:
        """What was typed or is to be forgotten, of what belongs to the way."""
        fields = {name: self.fields[name] for name in BELONGING[self.way] if name in SECRETS}
        return {name: one.text for name, one in fields.items() if one.text or one.forget.isChecked()}

    def _field(self, name: str) -> Field:
        hidden = name in SECRETS and name != "target_idc"
        kept = name in SECRETS and self._keeper.has(name)
        return Field(*FIELDS[name], secret=hidden, kept=kept)

    def _show_fields(self) -> None:
        for name, field in self.fields.items():
            field.setVisible(name in (*BELONGING[self.way], *PROXIES))
        self.allow.setVisible(self.way == "signed")

    def _name_host(self) -> None:
        """The permission is for one host: another address starts without it."""
        self.allow.setText(f"The log-in may also go to {self.host or 'this host'}")
        self.allow.setEnabled(bool(self.host))
        self.allow.setChecked(self.host in self._keeper.settings.session_hosts)

    def _wire(self) -> None:
        group = QButtonGroup(self)
        for radio in self.ways.values():
            group.addButton(radio)
            radio.toggled.connect(self._show_fields)
        self.fields["sign_url"].box.textChanged.connect(self._name_host)
        QWidget.setTabOrder(self.fields["target_idc"].forget, self.allow)
        QWidget.setTabOrder(self.allow, self.fields["web_proxy"].box)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self, quota: str) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(4 * GRID)
        columns.addLayout(self._list())
        columns.addLayout(self._form(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(columns, 1)
        column.addWidget(_caption(f"Sign provider: {quota or 'it has not told yet what is left.'}"))
        if overruled := self._keeper.overruled():
            column.addWidget(
                _caption(f"Given by option or environment, which go first: {', '.join(overruled)}.")
            )
        column.addWidget(self.trouble)
        self.trouble.hide()
        column.addWidget(self.buttons)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setObjectName("primary")
        ok.setDefault(True)
        ok.style().polish(ok)

    def _list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for name, radio in self.ways.items():
            radio.setAccessibleDescription(WAYS[name])
            sentence = _caption(WAYS[name])
            sentence.setContentsMargins(28, 0, 0, GRID)
            sentence.setFixedWidth(LIST_PX)
            sentence.setFixedHeight(sentence.heightForWidth(LIST_PX) + GRID // 2)
            column.addWidget(radio)
            column.addWidget(sentence)
        column.addStretch()
        return column

    def _form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID + 2)
        for name, field in self.fields.items():
            field.setMinimumWidth(FORM_PX)
            column.addWidget(field)
            if name == "target_idc":
                column.addWidget(self.allow)
        column.addStretch()
        return column


def _caption(words: str, colour: str = DARK.muted) -> Label:
    label = Label(words, pixels=CAPTION_PX, colour=colour)
    label.setWordWrap(True)
    return label
