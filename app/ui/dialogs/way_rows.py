"""Rows of the page *Connection*: the ways in, the fields of the one that is chosen, and a try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.settings import OPTIONS, USUAL, WAYS, put_in, take_out
from app.settings.address_kinds import Address, Proxy
from app.settings.options.ways import LOGIN
from app.ui.dialogs.editors import Editor, SwitchEditor, make_editor
from app.ui.dialogs.filtering import fold_texts
from app.ui.dialogs.pages import CONNECTION, find_page
from app.ui.dialogs.rows import OptionRow, SettingRow
from app.ui.dialogs.trial_row import TrialRow
from app.ui.dialogs.way_list import HOST_LETTERS, WayEditor
from app.ui.labels import caption
from app.ui.text import clean
from app.words import show
from app.words import ways as words

if TYPE_CHECKING:
    from app.settings import Choices, Option
    from app.ui.dialogs.rows import Keep
    from app.ui.keeper import Keeper

TRIAL = "trial"  # the row that tries
RARE = (Address, Proxy)  # kinds of fields below the others


class WayRow(OptionRow):
    """Which way is taken."""

    def __init__(self, option: Option, page: str, ruler: str, keep: Keep) -> None:
        self._ways = WayEditor()
        super().__init__(option, page, ruler, keep, self._ways)
        self.captions[0].hide()  # the ways themselves say more
        self._ways.more.toggled.connect(self._fit)

    @property
    def haystack(self) -> str:
        """What it is found by: also what the ways are called and need."""
        titles = (text for way in WAYS.values() for text in (way.title, way.needs, way.brings))
        return fold_texts((super().haystack, *titles))

    def take(self, kept: Choices) -> None:
        """Show which is taken, and who sees what there."""
        super().take(kept)
        self._ways.say(find_host_name(kept.sign_url))
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        self._ways.fit(self.width())


class FieldRow(OptionRow):
    """A field that is seen with the ways that use it."""

    def __init__(
        self, option: Option, page: str, rulers: Mapping[str, str], keep: Keep, editor: Editor | None = None
    ) -> None:
        super().__init__(option, page, rulers.get(option.name, ""), keep, editor)
        self._way, self._rulers = USUAL, rulers

    @property
    def is_of_use(self) -> bool:
        """Whether the way that is chosen uses it."""
        return self.option.name in WAYS[self._way].options

    def take(self, kept: Choices) -> None:
        """Show what holds."""
        self._way = kept.way
        super().take(kept)


class CookieRow(FieldRow):
    """One cookie of a log-in; it says at once when it alone is missing."""

    def __init__(self, option: Option, page: str, rulers: Mapping[str, str], keep: Keep) -> None:
        super().__init__(option, page, rulers, keep)
        if option.name == LOGIN[0]:
            self.add_caption(caption(words.TO_TIKTOK))

    def note_secrets(self, secrets: Mapping[str, bool]) -> None:
        """Say whether the keyring has it, and whether half of a log-in is of no use."""
        super().note_secrets(secrets)
        if not secrets:
            return
        has = {name: secrets.get(name, False) or name in self._rulers for name in LOGIN}
        is_half = any(has.values()) and not has[self.option.name]
        if is_half and not self.error.text():
            self.refuse(words.BOTH_COOKIES)
        elif not is_half and self.error.text() == show(words.BOTH_COOKIES):
            self.refuse("")


class HostRow(FieldRow):
    """Whether the host of the sign provider may get the log-in. Another host starts without that."""

    def __init__(self, option: Option, page: str, rulers: Mapping[str, str], keep: Keep) -> None:
        super().__init__(option, page, rulers, keep, SwitchEditor())
        self._host = ""

    def take(self, kept: Choices) -> None:
        """Name the host of now."""
        self._way, self._host = kept.way, find_host_name(kept.sign_url)
        host = clean(self._host, HOST_LETTERS)
        self.word(words.ALLOW, words.TO_HOST.fill(host=host))
        self.present(self._host in kept.session_hosts)

    def present(self, value: Any) -> None:
        """Tick it, and warn."""
        super().present(value)
        self.captions[0].tint("warn" if value else "muted")

    def enter(self, entered: Any) -> None:
        """Let the host have it, or not any more."""
        change = put_in(self._host) if entered else take_out(self._host)
        self._keep({self.option.name: change}, {}, lambda error: self._finish(error, entered))


def find_host_name(address: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def make_way_rows(page: str, keeper: Keeper, rulers: Mapping[str, str], keep: Keep) -> dict[str, SettingRow]:
    """The rows of the page, by name."""
    rows: dict[str, SettingRow] = {}
    trial = TrialRow(page, keeper, keep, rows.values)
    options = (option for option in OPTIONS.values() if find_page(option) == CONNECTION)
    for option in sorted(options, key=_count_few):
        rows[option.name] = _make_row(option, page, rulers, trial.keep)
    return {**rows, TRIAL: trial}


def _count_few(option: Option) -> int:
    """Where a field stands: those that few people need further down."""
    return next((at for at, kind in enumerate(RARE, start=1) if isinstance(option.kind, kind)), 0)


def _make_row(option: Option, page: str, rulers: Mapping[str, str], keep: Keep) -> SettingRow:
    if option.name == "way":
        return WayRow(option, page, rulers.get(option.name, ""), keep)
    if option.name == "session_hosts":
        return HostRow(option, page, rulers, keep)
    if option.name in LOGIN:
        return CookieRow(option, page, rulers, keep)
    return FieldRow(option, page, rulers, keep, make_editor(option, show(option.caption)))
