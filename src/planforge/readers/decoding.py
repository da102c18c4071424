"""Bytes of old documents → text: more encodings than plan files may have, and some damage."""

from __future__ import annotations

import codecs
from typing import Final

from planforge.errors import FileProblems, UserError
from planforge.language import _
from planforge.source.encoding import INVISIBLE, decode, plausible

LARGEST: Final = 16 * 1024 * 1024
"""Bytes, with the pictures that stand inside pages."""
MOST_LINES: Final = 200_000

_LENIENT: Final = ("utf-8", "gb18030", "big5hkscs")
_LOST: Final = "\ufffd"
# At most one character in so many may be lost.
_RARE: Final = 50
# What pages call an encoding, and what browsers take it for.
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}


def decoded(path: str, data: bytes, declared: str = "") -> str:
    """The text in UTF-8, UTF-16, GB18030 or Big5; a few broken bytes become U+FFFD.

    Args:
        path: The file as the user named it.
        data: Its bytes.
        declared: The encoding that the file names; it counts where the bytes agree.

    Raises:
        FileProblems: The bytes are no text.
        UserError: There are too many.
    """
    if len(data) > LARGEST:
        raise too_large(path)
    if declared and (text := _declared(data, declared)) is not None:
        return text
    try:
        return decode(path, data).text
    except FileProblems as error:
        if (text := _lenient(data)) is None:
            # Of a file that is no text, the first problem says it all.
            raise FileProblems(error.problems[:1]) from None
        return text


def too_large(path: str) -> UserError:
    """Says that nobody would write a plan of that size."""
    return UserError(
        _("{path}: the text is larger than planforge reads").format(path=path),
        _("copy the plan alone into a new file, and import that"),
    )


def _declared(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        text = data.decode(_WIDER.get(codec, codec))
    except (LookupError, ValueError, TypeError):
        return None
    return INVISIBLE.sub("", text) if isinstance(text, str) else None


def _lenient(data: bytes) -> str | None:
    best, least = None, len(data)
    for codec in _LENIENT:
        text = data.decode(codec, "replace")
        clean = INVISIBLE.sub("", text)
        lost = clean.count(_LOST) + len(text) - len(clean)
        if lost < least and lost * _RARE <= len(text) and plausible(clean.replace(_LOST, "")):
            best, least = clean, lost
    return best
