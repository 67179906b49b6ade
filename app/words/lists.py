"""Texts one after the other on a line, phrases among them; empty ones are left out."""

from app.words.phrase import Phrase, sentence

BESIDE = sentence("{first} {second}")
COMMA = sentence("{first}, {second}")
SEMICOLON = sentence("{first}; {second}")


def join_texts(pattern: Phrase, *texts: str) -> str:
    """Several texts as one that can still be shown in another language.

    Args:
        pattern: how two of them stand beside each other: `first` and `second`.
        texts: phrases and words of strangers.
    """
    line = ""
    for text in filter(None, texts):
        line = pattern.fill(first=line, second=text) if line else text
    return line
