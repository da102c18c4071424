"""A stamp in written files that tells whether somebody has edited them since.

The stamp holds a hash of everything else in the file. Templates leave a place for it: a comment
at the end of Markdown, a ``meta`` element in HTML. A file without a place for it, such as plain
text, counts as edited.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_PLACE: Final = re.compile(
    rb"(?m)^(?:<!-- planforge sha256:(?P<comment>[0-9a-f]*) -->"
    rb'|<meta name="planforge-content" content="sha256:(?P<meta>[0-9a-f]*)">)$'
)


def stamp(data: bytes) -> bytes:
    """``data`` with its hash in the place that the template left for it.

    Unchanged where there is none.
    """
    if (place := _found(data)) is None:
        return data
    start, end = place
    return data[:start] + _hash(data, start, end) + data[end:]


def is_untouched(data: bytes) -> bool:
    """Whether ``data`` is still what `stamp` made, apart from the form of its line ends."""
    unix = data.replace(b"\r\n", b"\n")
    if (place := _found(unix)) is None:
        return False
    start, end = place
    return unix[start:end] == _hash(unix, start, end)


def never(_data: bytes) -> bool:
    """``False``: a format without room for a stamp may always hold somebody's edits."""
    return False


def _found(data: bytes) -> tuple[int, int] | None:
    """Where the hash stands. The last place counts: comments of a template may quote one."""
    places = [match.span(match.lastgroup or 0) for match in _PLACE.finditer(data)]
    return places[-1] if places else None


def _hash(data: bytes, start: int, end: int) -> bytes:
    return hashlib.sha256(data[:start] + data[end:]).hexdigest().encode("ascii")
