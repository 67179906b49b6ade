"""The inspector's window."""

from app.words.phrase import sentence

TITLE = sentence("Inspector")
EVENTS = sentence("Events")
NO_EVENT = sentence("No event has come yet")
NO_MATCH = sentence("No event matches the filter")
COUNTS = sentence("{shown:,} shown, {came:,} came")
FILTER = sentence("Only events or methods with …")
FILTER_NAME = sentence("Filter by kind")
HOLD = sentence("Hold still")
ABOUT_HOLD = sentence("Stop the list to read; what comes meanwhile is added afterwards")

# Columns.
TIME, EVENT, METHOD = sentence("Time"), sentence("Event"), sentence("Method")
SUMMARY, BYTES = sentence("What it says"), sentence("Bytes")

# The message behind an event.
FIELDS, BASE64, JSON = sentence("Fields"), sentence("Base64"), sentence("JSON")
FIELD, NUMBER, TYPE, VALUE = sentence("Field"), sentence("No."), sentence("Type"), sentence("Value")
COPY = sentence("Copy")
ABOUT_COPY = sentence("Copy what this page shows, all of it")
MORE = sentence("… and more; Copy takes all of it")
CHOOSE = sentence("Choose an event")
NO_MESSAGE = sentence("This event is Sidestage's own, or came decoded: there are no bytes.")
NO_NAME = sentence("(no name)")
