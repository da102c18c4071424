"""Whether a conversion can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planforge.source.encoding import decode

from .file import convert_file

if TYPE_CHECKING:
    from .conversion import Conversion

# Characters shown on either side of a place.
_AROUND = 6


class Loss(NamedTuple):
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
    """The places of a simplified text that differ after the way there and back.

    Args:
        path: Its name; the suffix tells what it is. Word files are compared as a whole.
        data: Its bytes.
        conversion: The way there.

    Raises:
        FileProblems: The file cannot be read.
        UserError: It cannot be converted.
    """
    there = convert_file(path, data, conversion)
    back = convert_file(path, there, replace(conversion, target="cn", report=None))
    old, new = decode(path, data).text, decode(path, back).text
    found = []
    for number, (before, after) in enumerate(
        zip(old.splitlines(), new.splitlines(), strict=False), 1
    ):
        if before != after:
            at = next(
                (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
                min(len(before), len(after)),
            )
            cut = slice(max(0, at - _AROUND), at + _AROUND)
            found.append(Loss(number, before[cut], after[cut]))
    return found
