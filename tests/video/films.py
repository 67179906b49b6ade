"""A web server on this machine that plays what a test lays down: at each path one answer after another."""

import asyncio

CUT, HANG = object(), object()


class Films:
    """`paths` has a list of answers for each path, the last of which stays; or one answer alone.

    An answer is bytes, a status, an address to go to, CUT (half of one) or HANG (a beginning, then nothing).
    `asked` holds the paths in the order in which they were asked for.
    """

    def __init__(self, paths, certificate=None):
        self._paths = {path: list(told) if isinstance(told, list) else [told] for path, told in paths.items()}
        self._certificate = certificate
        self.asked, self._playing = [], set()

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._play, "127.0.0.1", 0, ssl=self._certificate)
        port = self._server.sockets[0].getsockname()[1]
        self.address = f"{'https' if self._certificate else 'http'}://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()
        await asyncio.gather(*self._playing)

    async def _play(self, reader, writer):
        self._playing.add(asyncio.current_task())
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # who asked is gone
        finally:
            writer.close()

    async def _answer(self, reader, writer):
        path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        self.asked.append(path)
        told = self._paths.get(path, [404])
        answer = told.pop(0) if len(told) > 1 else told[0]
        writer.write(_written(answer))
        if answer is HANG:
            await reader.read()


def _written(answer):
    match answer:
        case bytes():
            return b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + answer
        case int():
            return b"HTTP/1.1 %d No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % answer
        case str():
            return f"HTTP/1.1 302 Found\r\nLocation: {answer}\r\nContent-Length: 0\r\n\r\n".encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"
