import pytest

from app.cli.help import list_commands
from app.cli.options import PARSERS, parse_options
from app.errors import UsageError
from app.words.command_line import EXAMPLES


def test_every_command_is_listed_with_an_example():
    assert set(PARSERS) <= set(EXAMPLES)
    assert all(example in list_commands() for example, _ in EXAMPLES.values())


@pytest.mark.parametrize("command", PARSERS)
def test_the_examples_can_be_typed(command):
    words = EXAMPLES[command][0].split()[1:]
    assert parse_options(words).command == command


@pytest.mark.parametrize("command", PARSERS)
def test_help_fits_into_80_columns(command, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        parse_options([*([] if command == "window" else [command]), "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_a_choice_that_is_none_is_answered_in_our_words():
    with pytest.raises(UsageError, match="there is no “zap”; there are list, set, forget"):
        parse_options(["keys", "zap"])
