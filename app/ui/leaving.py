"""The one place where the program is left for a browser, after a question that says where to."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.addresses import Link, read_link
from app.ui.phases import join_sentences
from app.words import chat as words

LONGEST_HANDLE = 60  # twice what TikTok allows


def find_profile(site: str, unique_id: str) -> Link | None:
    """Where somebody's profile is; None where nobody has such a handle.

    Args:
        site: the host of TikTok, with its scheme.
        unique_id: as others told it.
    """
    handle = quote(unique_id, safe="", errors="replace")
    if not unique_id or len(handle) > LONGEST_HANDLE:
        return None
    return read_link(f"{site}/@{handle}")


def write_question(link: Link) -> str:
    """What is asked before it is opened: the address, whose it is, and what is odd about it."""
    odd = words.LOOKS_LIKE_ANOTHER if link.is_foreign else words.NAME_LEFT_OUT if link.has_person else ""
    asked = words.LEAVES_TO.fill(address=link.address, host=link.host)
    return join_sentences(asked, odd)


def open_link(link: Link) -> None:
    """Open it in the browser; nobody calls this unasked."""
    QDesktopServices.openUrl(QUrl(link.address, QUrl.ParsingMode.StrictMode))
