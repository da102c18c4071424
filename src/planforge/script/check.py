"""Whether a conversion can be taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from .file import convert_file, text_of
from .written import script_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conversion import Conversion

# Where a traditional text may come from; the way that loses least is the one it came by.
_FROM_TAIWAN_OR_HONG_KONG = ("tw", "hk", "hant")

# Hanzi as double quotation marks of YAML may hold them.
_ESCAPE: Final = re.compile(r"\\u([3-9a-fA-F][0-9a-fA-F]{3})(?<!\\u[dD][89a-fA-F]..)")

# Characters shown on either side of a place.
_AROUND = 6


class Loss(Struct, frozen=True):
    """A place that does not come back.

    Attributes:
        line: 1-based.
        before: The words around it in the file.
        after: What came back.
    """

    line: int
    before: str
    after: str


def losses(path: str, data: bytes, conversion: Conversion) -> list[Loss]:
    """The lines that differ after the way there and back; none when nothing was to convert.

    Args:
        path: Its name; the suffix tells what it is. The lines of Word files are paragraphs.
        data: Its bytes.
        conversion: The way there.

    Raises:
        FileProblems: The file cannot be read.
        UserError: It cannot be converted.
    """
    there = convert_file(path, data, conversion)
    ways = ("cn",) if conversion.there == "traditional" else _FROM_TAIWAN_OR_HONG_KONG
    old = _unescaped(text_of(path, data))
    if script_of(old) == conversion.there:
        return []
    return min(
        (
            list(_differences(old, _unescaped(text_of(path, convert_file(path, there, back)))))
            for back in (replace(conversion, target=way, report=None) for way in ways)
        ),
        key=len,
    )


def _unescaped(text: str) -> str:
    """``text`` with escapes written out, as conversion writes them where it changes a character."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _differences(old: str, new: str) -> Iterator[Loss]:
    for number, (before, after) in enumerate(
        zip(old.splitlines(), new.splitlines(), strict=False), 1
    ):
        if before != after:
            at = next(
                (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
                min(len(before), len(after)),
            )
            cut = slice(max(0, at - _AROUND), at + _AROUND)
            yield Loss(number, before[cut], after[cut])
