"""Whether TikTok shows the page of a country where it is not offered, instead of its own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from app.errors import CountryPage
from app.network.web import Answer
from app.words import tiktok as words

# Where TikTok redirects to: /hk/notfound since it left Hong Kong, and the like.
PATH = re.compile(r"(?:/[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2})?/(?:not-?found|unavailable)/?", re.IGNORECASE)
# What such pages say, where the address does not.
OFFERED_NOWHERE = re.compile(
    r"not available in your (?:country|region)|discontinued operating TikTok"
    r"|TikTok isn[’']t available right now",
    re.IGNORECASE,
)
LOOKED_AT = 100_000  # characters


def find_country_error(answer: Answer) -> CountryPage | None:
    """The error that such an answer stands for; None for every other one."""
    body = answer.text[:LOOKED_AT]
    redirected = PATH.fullmatch(urlsplit(answer.url).path) is not None
    if not redirected and not ("SIGI_STATE" not in body and OFFERED_NOWHERE.search(body)):
        return None
    return CountryPage(words.COUNTRY_PAGE)
