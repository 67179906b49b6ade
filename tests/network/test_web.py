import asyncio

import httpx
import pytest
import socksio

from app.access import Access, Login
from app.errors import NetworkError, UsageError
from app.network.web import Web


def fetched(answer, **limits):
    async def fetch():
        async with Web(transport=httpx.MockTransport(answer)) as web:
            return await web.get("https://host.example/path?token=s3cret", **limits)

    return asyncio.run(fetch())


def failing(error):
    def answer(request):
        raise error

    return answer


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (httpx.ConnectError("[Errno -2] Name or service not known"), "cannot be looked up"),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"), "certificate"),
        (httpx.ConnectError("[Errno 111] Connection refused"), "refused"),
        (httpx.ConnectError("[Errno 101] Network is unreachable"), "no network"),
        (httpx.ReadTimeout("slow"), "in time"),
        (httpx.ProxyError("407"), "proxy"),
        (socksio.ProtocolError("Malformed reply"), "proxy"),
        (httpx.RemoteProtocolError("cut"), "cannot be reached"),
    ],
)
def test_every_failure_is_a_sentence_about_the_host_and_nothing_else(error, sentence):
    with pytest.raises(NetworkError) as raised:
        fetched(failing(error))
    assert sentence in raised.value.line
    assert "s3cret" not in raised.value.line


def test_a_redirect_to_another_scheme_is_not_followed():
    def answer(request):
        return httpx.Response(302, headers={"Location": "http://host.example/"})

    with pytest.raises(NetworkError, match="unsafe"):
        fetched(answer)


@pytest.mark.parametrize("where", ["http://[::1", "https://\x01", f"https://{'a' * 70_000}", "https://xn--/"])
def test_a_redirect_to_what_is_no_address_is_an_error_of_ours(where):
    with pytest.raises(NetworkError):
        fetched(lambda _: httpx.Response(302, headers={"Location": where}))


def redirected(where, access):
    """What the second request of TikTok's page carries."""
    asked = []

    def answer(request):
        asked.append(request)
        return httpx.Response(302 if len(asked) == 1 else 200, headers={"Location": where})

    async def fetch():
        async with Web(access, transport=httpx.MockTransport(answer)) as web:
            await web.get_tiktok("https://www.tiktok.com/@anna/live")

    asyncio.run(fetch())
    return asked[1]


def test_a_log_in_stays_logged_in_over_a_redirect_at_tiktok():
    request = redirected("/@Anna/live", Access(login=Login("0a1b2c3d", "useast5")))
    assert "sessionid=0a1b2c3d" in request.headers["Cookie"]


@pytest.mark.parametrize(
    "access", [Access(login=Login("0a1b2c3d", "useast5")), Access(headers={"X-Mine": "s3cret"})]
)
def test_what_is_the_users_goes_to_no_other_host(access):
    with pytest.raises(NetworkError, match="unsafe"):
        redirected("https://elsewhere.example/", access)


@pytest.mark.parametrize("where", ["https://\x01", "https://xn--/", f"https://{'a' * 70}.example/"])
def test_an_endless_answer_of_what_is_no_address_is_an_error_of_ours(where):
    async def flowing():
        async with Web() as web:
            return [chunk async for chunk in web.flow(where, 1.0)]

    with pytest.raises(NetworkError):
        asyncio.run(flowing())


def test_redirects_in_circles_end():
    def answer(request):
        return httpx.Response(302, headers={"Location": "https://host.example/again"})

    with pytest.raises(NetworkError, match="circles"):
        fetched(answer)


def after_redirects(count):
    left = iter(range(count))

    def answer(request):
        again = next(left, None) is not None
        return httpx.Response(302 if again else 200, headers={"Location": "/again"} if again else {})

    return fetched(answer)


def test_five_redirects_are_followed_and_not_six():
    assert after_redirects(5).status == 200
    with pytest.raises(NetworkError, match="circles"):
        after_redirects(6)


def test_a_body_over_the_limit_is_refused():
    with pytest.raises(NetworkError, match="more than"):
        fetched(lambda _: httpx.Response(200, content=b"x" * 11), limit=10)


def test_a_proxy_that_is_no_address_is_said(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "nonsense://x")
    with pytest.raises(UsageError, match="ALL_PROXY"):
        Web()


def test_a_socks_proxy_is_understood(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    assert Web()
