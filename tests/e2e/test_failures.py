"""Every failure of the way in, through the real connector: its own error, a sentence, what happens next."""

import pytest
from plays import AT_THE_SOCKET, play_of
from rooms import followed, run, server

from app import events as ev
from app.sim.faults.table import FAULTS
from app.words import Phrase

CODES = {
    "not_live": "offline",
    "no_such_name": "no_such_user",
    "age_restricted": "age_restricted",
    "private": "private",
    "captcha": "connected",
    "shell_page": "connected",
    "page_blocked": "connected",
    "api_not_found": "connected",
    "signer_401": "signer_key",
    "signer_402": "signer_paid",
    "signer_403": "signer_key",
    "signer_404": "signer_missing",
    "signer_429": "signer_limited",
    "signer_429_reset": "signer_limited",
    "signer_429_reset_at": "signer_limited",
    "signer_500": "signer_down",
    "signer_502": "signer_down",
    "signer_503": "signer_down",
    "signer_empty": "signer_empty",
    "signer_garbage": "signer",
    "handshake_secret_key": "signature_refused",
    "handshake_device_blocked": "device_blocked",
    "handshake_no_cookie": "cookie_missing",
    "handshake_app_id": "app_id_refused",
    "handshake_400": "handshake_refused",
    "signer_no_cookie": "signer_no_cookie",
    "signer_stub": "signer_fallback",
    "quota_low": "connected",
    "slow_page": "connected",
    "slow_signer": "slow",
    "slow_handshake": "slow",
    "dns": "dns",
    "tls": "tls",
    "refused": "refused",
    "proxy_407": "proxy",
    "proxy_502": "proxy",
    "proxy_missing": "proxy",
    "no_network": "no_network",
    "no_network_socket": "no_network",
    "unencrypted": "protocol",
    "big_answer": "answer_too_large",
    "big_page": "connected",
    "deep_json": "connected",
    "redirect_loop": "connected",
    "redirect_scheme": "connected",
    **dict.fromkeys((name for name in FAULTS if name.endswith("_pictures")), "connected"),
    **dict.fromkeys(AT_THE_SOCKET, "connected"),
    "euler_not_live": "offline",
    "euler_key": "signer_key",
    "euler_limit": "signer_limited",
    "euler_upstream": "connection_lost",
    "euler_silent": "stalled",
    "tiktools_limit": "signer_limited",
    "studio_key": "bridge_refused",
}


def test_every_fault_is_expected_here():
    assert set(CODES) == set(FAULTS)


@pytest.mark.parametrize(("fault", "code"), CODES.items())
def test_a_fault_has_its_own_error_and_one_sentence(fault, code):
    last = play_of(fault).seen[-1]
    assert ("connected" if getattr(last, "ended", False) else last.code) == code
    assert last.reason.endswith((".", ")"))
    assert "\n" not in last.reason + last.hint
    assert "ttwid" not in last.reason + last.hint


@pytest.mark.parametrize("fault", CODES)
def test_all_that_is_said_can_be_said_in_another_language(fault):
    seen = play_of(fault).seen
    said = [event.step for event in seen if isinstance(event, ev.Connecting)]
    said += [
        text
        for event in seen
        if isinstance(event, ev.Reconnecting | ev.Disconnected)
        for text in (event.reason, event.hint)
    ]
    assert [text for text in said if text and not isinstance(text, Phrase)] == []


def test_a_refused_socket_loses_nothing_of_the_first_result():
    room = server(fault="handshake_secret_key", fault_times=1, end_after_s=0.5)
    seen = run(followed(room, patient=True))
    assert [event.type for event in seen].count("reconnecting") == 1
    assert sum(isinstance(event, ev.Comment) and event.is_history for event in seen) == 6


def test_who_does_not_wait_is_told_when_to_try_again():
    last = run(followed(server(fault="signer_429", end_after_s=0.5)))[-1]
    assert last.hint == "An own key raises the limit. Try again in 1:15."


def test_who_does_not_wait_is_promised_no_other_attempt():
    last = run(followed(server(fault="handshake_device_blocked", end_after_s=0.5)))[-1]
    assert last.hint == "Polling was refused too."


def test_what_is_left_is_told_when_the_limit_is_reached_too():
    quota = next(event for event in play_of("signer_429").seen if isinstance(event, ev.Quota))
    assert (quota.left, quota.limit) == (0, 30)
