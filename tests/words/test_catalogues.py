"""Languages that the program speaks: complete, with the places of each sentence, and compiled."""

import ast
import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.words import choose_language, find_language, plural, sentence, show, use_catalogue
from app.words.phrase import CATALOGUES, DOMAIN, ENGLISH
from tests.words.translate import find_sentences, list_places

LANGUAGES = sorted(list_places())
PLACE = re.compile(r"\{[^}\" ]*\}")
APP = CATALOGUES.parents[1]


@pytest.fixture
def spanish():
    choose_language("es")
    yield
    use_catalogue(ENGLISH)


def read_catalogue(language):
    place = list_places()[language]
    with place.open("rb") as file:
        return read_po(file, locale=language)


def list_forms(text):
    return text if isinstance(text, tuple) else (text,)


def test_there_is_a_second_language():
    assert LANGUAGES == ["es"]


def test_what_is_extracted_is_every_sentence_there_is():
    count = 0
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            count += name in ("sentence", "plural") and isinstance(node.args[0], ast.Constant)
    assert len(find_sentences()) > 1_000
    assert len(find_sentences()) <= count


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_no_other(language):
    catalogue = read_catalogue(language)
    known = {message.id for message in catalogue if message.id}
    assert known == set(find_sentences()), "python tests/words/translate.py brings it up to date"
    empty = [message.id for message in catalogue if message.id and not all(list_forms(message.string))]
    assert empty == []
    assert not [message.id for message in catalogue if message.fuzzy and message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_sentence(language):
    for message in read_catalogue(language):
        english, other = list_forms(message.id)[-1], list_forms(message.string)[-1]  # of many things
        assert sorted(PLACE.findall(other)) == sorted(PLACE.findall(english)), english


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language):
    written = read_catalogue(language)
    compiled = gettext.translation(DOMAIN, CATALOGUES, [language])
    for message in written:
        if isinstance(message.id, tuple):
            forms = {compiled.ngettext(*message.id, count) for count in (0, 1, 2, 5, 1_000_000)}
            assert forms <= set(message.string)
        elif message.id:
            assert compiled.gettext(message.id) == message.string


def test_numbers_are_written_as_the_language_does(spanish):
    said = plural("{count:,} comment", "{count:,} comments").fill(count=12_345)
    assert (said, show(said)) == ("12,345 comments", "12.345 comentarios")
    wait = sentence("Nothing new came for {seconds:g} s.").fill(seconds=2.5)
    assert show(wait) == "No llegó nada nuevo en 2,5 s."


def test_the_language_in_use_is_known(spanish):
    assert find_language() == "es"
    use_catalogue(ENGLISH)
    assert find_language() == ""


def test_of_several_languages_the_first_that_is_spoken_counts():
    try:
        choose_language("xx", "es_MX", "de")
        assert find_language() == "es"
        choose_language("xx")
        assert find_language() == ""
    finally:
        use_catalogue(ENGLISH)


def test_english_numbers_stay_as_they_are():
    said = sentence("{count:,} of {share:.1f}").fill(count=1_234, share=0.5)
    assert show(said) == "1,234 of 0.5"


def test_catalogues_are_in_the_package():
    told = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert "words/catalogues/*/LC_MESSAGES/*.mo" in told
