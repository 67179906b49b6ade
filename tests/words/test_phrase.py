import copy
import gettext
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import choose_language, plural, sentence, show, use_catalogue
from app.words.phrase import ENGLISH
from tests.words.pseudo import CLOSE, OPEN, RTL, Pseudo

SILENT = sentence("No data for {seconds:.0f} s.")
LOST = sentence("Connection lost: {reason}")
EMOTES = plural("{count} emote", "{count} emotes")


@pytest.fixture(autouse=True)
def _english():
    yield
    use_catalogue(ENGLISH)


def test_a_phrase_is_its_english_text():
    phrase = LOST.fill(reason=SILENT.fill(seconds=60.2))
    assert phrase == show(phrase) == "Connection lost: No data for 60 s."
    assert json.dumps(phrase) == '"Connection lost: No data for 60 s."'
    assert [EMOTES.fill(count=count) for count in (0, 1, 2)] == ["0 emotes", "1 emote", "2 emotes"]


def test_another_language_shows_the_sentence_and_what_stands_in_it():
    phrase = LOST.fill(reason=SILENT.fill(seconds=60.2))
    use_catalogue(Pseudo())
    inner = f"{OPEN}No data for 60 s.~~~~~~{CLOSE}"
    assert show(phrase).startswith(f"{OPEN}Connection lost: {inner}")
    assert show(EMOTES.fill(count=3)).startswith(f"{OPEN}3 emotes~")
    assert show("@anna") == "@anna"


def test_words_from_right_to_left_keep_their_places():
    use_catalogue(Pseudo(is_rtl=True))
    assert show(SILENT.fill(seconds=7)).count(RTL) == len("Nodatafors")
    assert "7" in show(SILENT.fill(seconds=7))


@given(st.text(max_size=50))
def test_words_of_strangers_are_never_read_as_places(text):
    use_catalogue(Pseudo())
    assert text in show(LOST.fill(reason=text))
    assert LOST.fill(reason=text) == f"Connection lost: {text}"


def test_copies_remember_what_they_were_made_from():
    phrase = LOST.fill(reason=SILENT.fill(seconds=60))
    use_catalogue(Pseudo())
    for again in (copy.copy(phrase), copy.deepcopy(phrase), pickle.loads(pickle.dumps(phrase))):  # noqa: S301
        assert (again, show(again)) == (phrase, show(phrase))


def test_a_sentence_can_stand_inside_another_as_a_clause():
    reason = SILENT.fill(seconds=60)
    phrase = sentence("sign provider: {reason:clause}; {reason:small}").fill(reason=reason)
    assert phrase == "sign provider: No data for 60 s; no data for 60 s"
    use_catalogue(Pseudo())
    assert show(phrase).startswith(f"{OPEN}sign provider: {show(reason)}")


def test_a_place_without_a_value_is_an_error_where_it_is_made():
    with pytest.raises(KeyError):
        SILENT.fill(minutes=1)


def test_a_language_without_a_catalogue_is_english(monkeypatch):
    choose_language("tlh")
    assert show(SILENT.fill(seconds=1)) == "No data for 1 s."


def test_a_catalogue_is_read_by_gettext(tmp_path, monkeypatch):
    monkeypatch.setattr("app.words.phrase.CATALOGUES", tmp_path)
    seen = []

    def find(domain, folder, languages, *, fallback):
        seen.append((domain, folder, languages, fallback))
        return gettext.NullTranslations()

    monkeypatch.setattr("app.words.phrase.gettext.translation", find)
    choose_language("de")
    choose_language("")
    assert seen == [("sidestage", tmp_path, ["de"], True), ("sidestage", tmp_path, None, True)]
