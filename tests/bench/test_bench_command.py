import pytest

from app.cli import run_command
from app.cli.options import parse_options


def test_what_can_be_asked_for():
    options = parse_options(["bench", "decode", "--json", "--captures", "a.gz", "--seconds", "3"])
    assert (options.action, options.json, options.captures.name, options.seconds) == (
        "decode",
        True,
        "a.gz",
        3.0,
    )


WRONG = (
    [],
    ["encode"],
    ["decode", "--seconds", "0"],
    ["decode", "--captures", "no/such/file"],
    ["ui", "--rate", "0"],
    ["ui", "--captures", "x"],
)


@pytest.mark.parametrize("words", WRONG)
def test_wrong_input_is_one_line_and_exit_code_2(words, capsys):
    assert run_command(["bench", *words]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith("sidestage: ")
