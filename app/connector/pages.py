"""TikTok's pages: each holds what it shows as JSON in a script element (protocol.md a.1, a.2)."""

from __future__ import annotations

import json
import re
from typing import Any

from app.connector.clock import REAL
from app.connector.quota import wait_asked
from app.connector.web import Answer, Web
from app.errors import Blocked, CaptchaPage, EmptyPage, NoSuchUser, SidestageError

LIVE_STATE = re.compile(r'<script[^>]*\bid="SIGI_STATE"[^>]*>(.*?)</script>', re.DOTALL)
PROFILE_STATE = re.compile(
    r'<script[^>]*\bid="__UNIVERSAL_DATA_FOR_REHYDRATION__"[^>]*>(.*?)</script>', re.DOTALL
)
CAPTCHA = "tiktok-verify-page"  # in the page that asks for one (gotiktoklive, 2022)
OK, NOT_FOUND, TOO_MANY = 200, 404, 429


async def state_of(web: Web, address: str, element: re.Pattern[str]) -> Any:
    """The JSON of a page's script element.

    Raises:
        CaptchaPage: TikTok wants a captcha solved, or the JSON is broken.
        EmptyPage: the shell that robots get.
        NoSuchUser, Blocked, NetworkError: there is no page.
    """
    answer = await web.tiktok(address)
    if answer.status != OK:
        raise refusal(answer)
    if CAPTCHA in answer.text:
        raise CaptchaPage("TikTok wants a captcha solved.")
    found = element.search(answer.text)
    if not found:
        raise EmptyPage("TikTok sent an empty page, as it does to robots.")
    try:
        return json.loads(found[1])
    except (ValueError, RecursionError) as error:
        raise CaptchaPage("TikTok sent a broken page, perhaps a captcha.") from error


def refusal(answer: Answer) -> SidestageError:
    """What a page's HTTP status means when it is not 200; how long to stay away, where it says so."""
    if answer.status == NOT_FOUND:
        return NoSuchUser("TikTok answered 404.")
    wait_s = wait_asked(answer.headers, now=REAL.now_ms() / 1000)
    words = ", too many requests" if answer.status == TOO_MANY else ""
    return Blocked(f"TikTok answered {answer.status}{words}.", retry_after=wait_s)
