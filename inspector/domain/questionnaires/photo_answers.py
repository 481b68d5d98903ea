"""A photo as an answer: the name of a picture whose bytes the workspace keeps under their hash."""

import re

_NAME = re.compile(r"\b([0-9a-f]{64})\.jpg\b")


def photo_name(sha: str) -> str:
    """The answer that names the picture with that SHA-256."""
    return f"{sha}.jpg"


def photo_sha(answer: str) -> str:
    """The SHA-256 of the picture an answer names; "" when it names none of ours."""
    found = _NAME.fullmatch(answer)
    return found[1] if found else ""


def photos_in(text: str) -> frozenset[str]:
    """The hashes of all pictures that are named anywhere in a text."""
    return frozenset(_NAME.findall(text))
