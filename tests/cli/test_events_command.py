import pytest

from app.cli import run_command


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("gift", "gift:"),
        ("Gift", "gift:"),
        ("chat", "comment:"),
        ("WebcastGiftMessage", "gift:"),
        ("GiftMessage", "gift:"),
        ("room_user_seq", "viewers:"),
        ("WebcastAccessRecallMessage", "other:"),
    ],
)
def test_an_event_is_found_by_its_name_and_by_its_methods(asked, first, capsys):
    assert run_command(["events", asked]) == 0
    assert capsys.readouterr().out.startswith(first)


@pytest.mark.parametrize(
    ("words", "said"),
    [(["gfit"], "The nearest: gift"), (["%%%"], "lists them"), (["--schema", "gift"], "Leave out")],
)
def test_what_is_none_is_one_sentence(words, said, capsys):
    assert run_command(["events", *words]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
