"""Pages that are made from tables: compared, or written when somebody asks for it."""

import os

WRITE = "SIDESTAGE_UPDATE_GOLDEN"


def assert_page(path, text):
    """The page says what the table says; with the variable set it is written first."""
    if os.environ.get(WRITE):
        path.write_text(text, encoding="utf-8")
    is_same = path.read_text(encoding="utf-8") == text
    assert is_same, f"{path.name} is not what its table says: {WRITE}=1 python3 start.py test writes it."
