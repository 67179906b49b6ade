import pytest

from app.settings import Settings, load, save


def test_names_are_kept_newest_first_without_repetition(tmp_path):
    settings = Settings()
    for name in ("anna", "bo", "anna"):
        settings.remember(name)
    save(settings, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json").recent == ["anna", "bo"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"recent": 5}', '{"recent": [1, "anna"]}'])
def test_a_broken_file_is_no_choices(tmp_path, text):
    path = tmp_path / "settings.json"
    if text is not None:
        path.write_text(text)
    assert load(path).recent in ([], ["anna"])
