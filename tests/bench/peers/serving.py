"""The side of the measured client: reads the messages, times passes over them when told to.

Talks JSON lines: first what it is and what became of each message, then for every line on standard input one
list with the nanoseconds that each message took in one pass. Imports nothing of ours, so that it runs in the
environments of others.
"""

import base64
import json
import platform
import sys
from importlib.metadata import version
from time import perf_counter_ns

DECODED, UNKNOWN, FAILED = "decoded", "unknown", "failed"


def serve(packages, decode, *, outcome=None, renewed=None):
    """Answer until standard input ends.

    Args:
        packages: names of the packages whose versions are told.
        decode: from method and payload to what the client makes of it.
        outcome: says DECODED or UNKNOWN of what `decode` gave; by default None is UNKNOWN.
        renewed: makes the messages of a pass out of its number, outside of the measured time.
    """
    with open(sys.argv[1], encoding="utf-8") as lines:  # noqa: PTH123 - the same in every Python
        rows = [json.loads(line) for line in lines]
    messages = [(row["method"], base64.b64decode(row["payload_b64"])) for row in rows]
    say(
        {
            "runtime": f"{platform.python_implementation()} {platform.python_version()}",
            "versions": {name: version(name) for name in packages},
            "outcomes": [became(decode, outcome or by_none, *message) for message in messages],
        }
    )
    for turn, _ in enumerate(sys.stdin):
        say(timed(decode, renewed(messages, turn) if renewed else messages))


def became(decode, outcome, method, payload):
    """What one message became."""
    try:
        return outcome(decode(method, payload))
    except Exception:  # noqa: BLE001 - whatever a client raises, the message is lost to its user
        return FAILED


def by_none(told):
    return UNKNOWN if told is None else DECODED


def timed(decode, messages):
    """One pass."""
    took = []
    for method, payload in messages:
        began = perf_counter_ns()
        try:
            decode(method, payload)
        except Exception:  # noqa: BLE001 - counted already, by `became`
            took.append(perf_counter_ns() - began)
            continue
        took.append(perf_counter_ns() - began)
    return took


def say(told):
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
