"""What is said when a stream is saved."""

from app.words.phrase import plural, sentence

TITLE = sentence("Save comments, gifts and battles of this stream")
SAVED = plural("{count:,} row was saved in {path}.", "{count:,} rows were saved in {path}.")
NOT_SAVED = sentence("Nothing could be saved in {path}: {reason}.")
HEADS = (
    sentence("time"),
    sentence("kind"),
    sentence("name"),
    sentence("handle"),
    sentence("words"),
    sentence("count"),
    sentence("diamonds"),
)
