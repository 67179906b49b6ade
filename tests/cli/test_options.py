import pytest

from app.cli.options import parse_options
from app.errors import UsageError


def test_no_arguments_open_the_window():
    options = parse_options([])
    assert (options.command, options.target, options.demo) == ("window", "", False)


def test_a_name_opens_its_room():
    assert parse_options(["@anna"]).target == "@anna"


def test_the_demo_takes_seed_rate_and_a_picture():
    options = parse_options(
        ["--demo", "--seed", "4", "--rate", "50", "--screenshot", "x.png", "--after", "8"]
    )
    assert (options.demo, options.seed, options.rate, options.screenshot.name, options.after) == (
        True,
        4,
        50.0,
        "x.png",
        8.0,
    )


def test_a_scene_takes_size_and_look():
    options = parse_options(["--scene", "found", "--size", "640x480", "--language", "de", "--scale", "1.5"])
    assert (options.scene, options.size) == ("found", (640, 480))
    assert (options.asked["language"], options.asked["scale"]) == ("de", 1.5)


def test_tail_takes_json_filter_and_time():
    options = parse_options(["tail", "@anna", "--json", "--filter", "chat, gift", "--for", "60"])
    assert (options.json, options.filter, options.seconds) == (True, ("comment", "gift"), 60.0)


def test_decode_reads_standard_input_unless_told_otherwise():
    assert (parse_options(["decode"]).target, parse_options(["decode", "a.jsonl"]).target) == ("-", "a.jsonl")


def test_addresses_are_options_too():
    assert (
        parse_options(["tail", "a", "--sign-url", "http://127.0.0.1:9"]).access.endpoints.sign_url
        == "http://127.0.0.1:9"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["a", "b"],
        ["tail"],
        ["tail", "a", "--filter", "nope"],
        ["--rate", "0"],
        ["--rate", "nan"],
        ["--theme", "pink"],
        ["--language", "../x"],
        ["--size", "1280"],
        ["--size", "0x800"],
        ["--size", "99999x800"],
        ["--scene", "busy", "--demo"],
        ["--scene", "busy", "@anna"],
        ["--rate", "fast"],
        ["--after", "-1"],
        ["sim", "--port", "70000"],
        ["sim", "--port", "x"],
        ["--seed", "1.5"],
        ["tail", "a", "--for", "inf"],
        ["tail", "a", "--app-url", "http://example.com"],
    ],
)
def test_bad_input_is_one_sentence(words):
    with pytest.raises(UsageError) as raised:
        parse_options(words)
    assert "\n" not in raised.value.line


@pytest.mark.parametrize(
    "words", [["--help"], ["tail", "--help"], ["decode", "-h"], ["sim", "--help"], ["--version"]]
)
def test_help_prints_and_leaves(words, capsys):
    with pytest.raises(SystemExit) as left:
        parse_options(words)
    assert left.value.code == 0
    assert "sidestage" in capsys.readouterr().out.lower()


@pytest.mark.parametrize(
    ("word", "meant"),
    [("evnts", "events"), ("deocde", "decode"), ("Tail", "tail"), ("gift", "gifts"), ("help", "--help")],
)
def test_a_mistyped_command_is_not_taken_for_a_creator(word, meant):
    with pytest.raises(UsageError) as raised:
        parse_options([word, "x"])
    assert meant in raised.value.line
    assert f"@{word}" in raised.value.line


@pytest.mark.parametrize(
    "word", ["@evnts", "anna", "demo", "events_1", "7710574476335660355", "https://www.tiktok.com/@tail/live"]
)
def test_other_words_are_whom_to_follow(word):
    assert parse_options([word]).target == word


def test_a_creator_and_the_demo_are_one_too_many():
    with pytest.raises(UsageError, match="--demo"):
        parse_options(["--demo", "@anna"])


def test_the_nearest_type_may_be_a_short_name():
    with pytest.raises(UsageError, match="the nearest: chat"):
        parse_options(["tail", "@anna", "--filter", "chatt"])
