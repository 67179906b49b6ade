"""Write what the host says to a file of subtitles (SRT), a sentence at a time, while the stream goes on.

    python docs/examples/captions_to_file.py @creator captions.srt

TikTok sends captions only where the host switched them on. A file is never replaced: a name that is taken is
refused before anybody is followed.
"""

import asyncio
import sys
from contextlib import aclosing
from pathlib import Path

from app.client import LiveClient
from app.errors import SidestageError
from app.events import Caption, Disconnected

SHOWN_MS = 3_000  # where TikTok does not say how long a sentence was spoken


def write_time(at_ms: int) -> str:
    """Hours, minutes, seconds and ms as SRT has them."""
    seconds, ms = divmod(max(0, at_ms), 1_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{ms:03}"


async def write_captions(name: str, path: Path) -> int:
    """Follow until the stream ends; gives the number of sentences."""
    count = begin_ms = 0
    with path.open("x", encoding="utf-8") as file:
        async with aclosing(LiveClient(name).events()) as events:
            async for event in events:
                if isinstance(event, Disconnected):
                    print(event.reason)
                if not isinstance(event, Caption) or not event.final:
                    continue  # guesses, which the final words replace
                begin_ms = begin_ms or event.at_ms
                start_ms = event.at_ms - begin_ms
                end_ms = start_ms + (event.duration_ms or SHOWN_MS)
                count += 1
                words = " ".join(event.text.split())  # an empty line would end the sentence
                print(f"{count}\n{write_time(start_ms)} --> {write_time(end_ms)}\n{words}\n", file=file)
                file.flush()
                print(words)
    return count


if __name__ == "__main__":
    try:
        asyncio.run(write_captions(sys.argv[1], Path(sys.argv[2])))
    except IndexError:
        sys.exit("usage: captions_to_file.py @creator FILE")
    except (OSError, SidestageError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        pass
