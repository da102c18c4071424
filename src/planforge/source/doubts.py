"""What can be read as YAML, but was surely meant otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.patterns import pattern

from .finding import Finding
from .traps import ALMOST_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .nodes import Scalar

_POINT: Final = pattern(r"[\r\n][ ]*(?P<at>-)[ ]")
# A number may begin with a minus, a signature with a dash.
_NO_SPACE: Final = pattern(r"-(?=[^-\s\d])")


def doubts(text: str, scalars: list[Scalar]) -> Iterator[Finding]:
    """Plain texts that look like a point of a list or like a key."""
    for scalar in scalars:
        if scalar.style:
            continue
        # Only a text of several lines is longer in the file than in itself.
        if len(scalar.value) != scalar.end - scalar.start:
            yield from _swallowed_points(text, scalar)
        if (match := _NO_SPACE.match(scalar.value)) and _begins_line(text, scalar.start):
            message = _("a space is missing behind the -")
            hint = _("type an ordinary space behind the -")
            yield Finding("PF001", message, scalar.start, scalar.start + match.end(), hint)
        elif (match := ALMOST_KEY.match(scalar.value)) and _begins_line(text, scalar.start):
            message = _("the line is a text and no key, because its colon is full-width")
            hint = _("type an ordinary colon and a space if it is meant as a key")
            at = scalar.start + match.start("at")
            yield Finding("PF001", message, at, at + 1, hint)


def _swallowed_points(text: str, scalar: Scalar) -> Iterator[Finding]:
    for match in _POINT.finditer(text, scalar.start, scalar.end):
        message = _("this is no point of a list: the line continues the text above")
        hint = _("give the list a key of its own")
        yield Finding("PF001", message, match.start("at"), match.end("at"), hint)


def _begins_line(text: str, offset: int) -> bool:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return not text[start:offset].strip(" ")
