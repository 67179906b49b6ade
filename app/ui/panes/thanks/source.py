"""What the pane of thanks is given."""

from __future__ import annotations

from app.ui.inboxes.source import InboxSource


class ThanksSource(InboxSource):
    """Reads the part that knows whom to thank."""

    NAME = "thanks"
