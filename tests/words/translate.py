"""Brings the catalogues of other languages up to date with the sentences of the program.

    python tests/words/translate.py [LANGUAGE ...]

What is new is left empty in `app/words/catalogues/LANGUAGE/LC_MESSAGES/sidestage.po`, to be filled in; what
is full is compiled beside it. With the code of a language that has no catalogue yet, an empty one is made.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from app.words.phrase import CATALOGUES, DOMAIN

APP = Path(__file__).resolve().parents[2] / "app"
KEYWORDS = {"sentence": None, "plural": (1, 2)}
HEADER = "# Sidestage in another language; `python tests/words/translate.py` keeps it up to date.\n#"
WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)  # the same however often it is written
WIDTH = 110


def find_sentences():
    """Every sentence of the program once, in order; those with a plural as pairs."""
    found = extract_from_dir(APP, keywords=KEYWORDS, comment_tags=())
    return sorted({tuple(text) if isinstance(text, tuple) else text for _, _, text, _, _ in found}, key=str)


def update(place, language, sentences):
    """Write the catalogue of a language and compile it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    before = read_po(place.open("rb"), locale=language) if place.exists() else Catalog(locale=language)
    head = {"project": "Sidestage", "version": "1", "header_comment": HEADER, "fuzzy": False}
    dates = {"creation_date": WRITTEN, "revision_date": WRITTEN}
    nobody = {"msgid_bugs_address": "-", "last_translator": "-", "language_team": "-"}
    catalogue = Catalog(locale=language, **head, **dates, **nobody)
    for text in sentences:
        known = before.get(text[0] if isinstance(text, tuple) else text)
        catalogue.add(text, known.string if known else None)
    with place.open("wb") as file:
        write_po(file, catalogue, width=WIDTH)
    with place.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def list_places():
    """The catalogues that there are, by the code of their language."""
    return {place.parts[-3]: place for place in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}


def main(new):
    """Update all, and those that are new."""
    places = {code: CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po" for code in new} | list_places()
    sentences = find_sentences()
    for code, place in places.items():
        update(place, code, sentences)


if __name__ == "__main__":
    main(sys.argv[1:])
