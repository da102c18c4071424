"""What can be read as YAML, but was surely meant otherwise."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.patterns import pattern

from .finding import Finding
from .traps import ALMOST_KEY, ALMOST_KEYS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .nodes import Scalar

_BLANKS: Final = (" ", "\t")
_POINT: Final = pattern(r"[\r\n][ ]*(?P<at>-)[ ]")
# A number may begin with a minus, a signature with a dash.
_NO_SPACE: Final = pattern(r"-(?=[^-\s\d])")

# A class of them takes twenty times as long to compile.
_WIDE_COLONS: Final = tuple(map(pattern, WIDE_COLONS))

# A remark is set off with a space, a text such as #1 is not.
_REMARK: Final = pattern(r"[ \t]+(?P<at>#(?=[^\s#])[^\r\n]*)")


def doubts(text: str, scalars: list[Scalar]) -> Iterator[Finding]:
    """Plain texts that look like a point of a list, like a key, or like a text cut at a #."""
    remarks = "#" in text
    starts = [scalar.start for scalar in scalars]
    colons = chain.from_iterable(colon.finditer(text) for colon in _WIDE_COLONS)
    wide = {bisect_right(starts, match.start()) - 1 for match in colons}
    for number, scalar in enumerate(scalars):
        if scalar.style:
            continue
        value = scalar.value
        # Only a text of several lines is longer in the file than in itself.
        if len(value) != scalar.end - scalar.start:
            yield from _swallowed_points(text, scalar)
            if keys := list(_swallowed_keys(text, scalar)):
                yield from keys
                continue
        elif remarks and text[scalar.end : scalar.end + 1] in _BLANKS:
            yield from _cut_off(text, scalar)
        if value.startswith("-"):
            if (match := _NO_SPACE.match(value)) and _begins_line(text, scalar.start):
                yield _no_space(scalar.start, scalar.start + match.end())
        elif (
            number in wide
            and _begins_line(text, scalar.start)
            and (match := ALMOST_KEY.match(value))
        ):
            message, hint = _wide_colon()
            at = scalar.start + match.start("at")
            yield Finding("PF001", message, at, at + 1, hint)


def _no_space(start: int, end: int) -> Finding:
    message = _("a space is missing behind the -")
    hint = _("type an ordinary space behind the -")
    return Finding("PF001", message, start, end, hint)


def _swallowed_points(text: str, scalar: Scalar) -> Iterator[Finding]:
    for match in _POINT.finditer(text, scalar.start, scalar.end):
        message = _("this is no point of a list: the line continues the text above")
        hint = _("delete the text above, or give the list a key of its own")
        yield Finding("PF001", message, match.start("at"), match.end("at"), hint)


def _swallowed_keys(text: str, scalar: Scalar) -> Iterator[Finding]:
    """The lines of a text that has several, when at least two look like keys, the first too."""
    matches = list(ALMOST_KEYS.finditer(text[scalar.start : scalar.end]))
    if len(matches) == 1 or (matches and matches[0].start()):
        return
    for match in matches:
        message, hint = (
            (_("a space is missing behind the colon"), _("type a space behind the colon"))
            if match["at"] == ":"
            else _wide_colon()
        )
        start, end = scalar.start + match.start("at"), scalar.start + match.end("at")
        yield Finding("PF001", message, start, end, hint)


def _cut_off(text: str, scalar: Scalar) -> Iterator[Finding]:
    if match := _REMARK.match(text, scalar.end):
        message = _("what follows # is a remark and is not printed")
        hint = _("put quotation marks around the whole text, or a space behind the # of a remark")
        yield Finding("PF001", message, match.start("at"), match.end("at"), hint)


def _wide_colon() -> tuple[str, str]:
    return (
        _("the line is a text and no key, because its colon is full-width"),
        _("type an ordinary colon and a space if it is meant as a key"),
    )


def _begins_line(text: str, offset: int) -> bool:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return not text[start:offset].strip(" ")
