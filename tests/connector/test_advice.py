import pytest

from app.connector.advice import ADVICE, HELPS, NOTHING, advice


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("signer_down", "Other ways in"),
        ("country", "Proxy"), ("private", "Other ways in"), ("captcha", "Other ways in"),
        ("bridge_missing", "Other ways in"), ("signer_limited", "Keys"), ("age_restricted", "Log-in"),
        ("proxy", "Proxy"), ("offline", ""), ("no_network", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_may_help_is_named(code, place):
    assert advice(code).place == place


def test_a_failure_has_one_advice():
    assert len(ADVICE) == sum(len(kinds) for kinds in HELPS.values())


def test_every_advice_names_an_option_or_a_command():
    assert all("--" in one.command or "sidestage" in one.command for one in HELPS)
    assert NOTHING.command == ""
