"""What strangers may write to do harm, and what makes words harmless: one list for every place."""

import re
import unicodedata

MARK = "zq"  # in each of them, so that a test sees that the words were shown at all
TEXTS = {
    "plain": MARK,
    "markup": f"{MARK} <b>bold</b> <a href='https://evil.example'>x</a>",
    "picture": f"{MARK} <img src='http://evil.example/x.png'><img src=file:///etc/passwd>",
    "entities": f"{MARK} &lt;b&gt; &amp; &#60;i&#62;",
    "script": f"{MARK} <script>alert(1)</script><style>*{{color:red}}</style>",
    "override": f"{MARK} \u202egnp.exe\u202c",
    "embedding": f"\u202b\u202a{MARK}",
    "isolate": f"{MARK}\u2067\u2066\u2068",
    "too many ends": f"\u2069\u2069\u202c{MARK}",
    "marks of direction": f"\u200f\u061c{MARK}\u200e",
    "right to left": f"{MARK} שלום مرحبا",
    "zalgo": f"{MARK}Z" + "\u0334\u0327\u031b\u0356\u0301" * 60,
    "long": MARK + "W" * 10_000,
    "long without blanks": MARK + "\U0001f469\u200d\U0001f467" * 3_000,
    "controls": f"{MARK}\x00\x07\x08\x7f\x85\x9b\ufeff",
    "lines": f"{MARK}\r\nSet-Cookie: a\n\u2028\u2029\x0b\x0c end",
    "half a pair": f"{MARK} \ud83d \udc00",
    "link": f"{MARK} https://tiktok.com@evil.example/ https://tikt\u043ek.com/",
    "formula": f'=cmd|"/c calc"!A1 {MARK}',
    "formulas": f"+1+1 {MARK}\t=2\n-3",
    "formula after a blank": f" \u200b=HYPERLINK({MARK})",
    "full-width formula": f"\uff1d1+1 {MARK}",
    "at": f"@SUM(A1) {MARK}",
    "shell": f"{MARK} $(reboot) `id` ; rm -rf ~ | cat && 'x' \"y\" \\",
    "path": f"../../{MARK}/..\\{MARK}:con|*?",
    "escapes": f"\x1b[31m{MARK}\x1b]0;title\x07\x1b[2J",
    "format": f"{MARK} %s %d %n {{0}} {{name}} {{}}",
    "mnemonic": f"&{MARK} &&File &x",
    "fillers": f"\u3164\u2800{MARK}\u00ad\u200b",
}

TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ISOLATES, END = set("\u2066\u2067\u2068"), "\u2069"
LONGEST = 2_500  # of one line that is shown
TALLEST = 4  # marks on a letter
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
RESERVED = set('<>:"/\\|?*')  # in names of files, on any system


def find_faults(words, *, lines=False, bounded=True):
    """What could do harm in words that are shown, as a list of what it is."""
    faults = []
    allowed = {"\n"} if lines else set()
    if {one for one in words if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}} - allowed:
        faults.append("characters that a terminal obeys or no file can hold")
    if set(words) & (TURNING - ISOLATES - {END}):
        faults.append("a mark of direction")
    if not is_balanced(words):
        faults.append("an isolate that does not end, or ends what it did not begin")
    if bounded and max(map(len, words.split("\n"))) > LONGEST:
        faults.append("too long")
    if bounded and re.search(rf"[\u0300-\u036f]{{{TALLEST}}}", words):
        faults.append("a tower of marks")
    return faults


def is_balanced(words):
    """Whether each isolate ends, and nothing else does."""
    depth = 0
    for one in words:
        depth += (one in ISOLATES) - (one == END)
        if depth < 0:
            return False
    return depth == 0
