"""A file mended until nothing is left to mend: its bytes, and what that changes."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import FileProblems
from planforge.patterns import pattern
from planforge.source.encoding import decode, encode
from planforge.source.load import load

from .fixing import fixed_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .finding import Found

MOST: Final = 10
"""So often a file is looked at again: one fix may bring about, or uncover, another finding."""

# A carriage return belongs to its line; other characters that Unicode counts as line ends do not
# end one.
_LINE: Final = pattern(r"[^\n]*\n|[^\n]+")
_NO_LINE_END: Final = "\\ No newline at end of file"


class Mended(Struct, frozen=True):
    """What became of a file.

    Attributes:
        data: Its bytes, in the encoding it had.
        applied: What was mended.
        left: What was not.
    """

    data: bytes
    applied: tuple[Found, ...]
    left: tuple[Found, ...]


def mend(
    path: str,
    data: bytes,
    look: Callable[[bytes], Sequence[Found]],
    *,
    unsafe: bool = False,
) -> Mended:
    """The file with everything mended that can be; mending it again changes nothing.

    Args:
        path: The file as the user named it.
        data: Its bytes.
        look: What finds the faults of such bytes.
        unsafe: Make the fixes too that somebody should look at.
    """
    applied: list[Found] = []
    seen = {data}
    founds = look(data)
    for _time in range(MOST):
        if not any(one.fix and (one.fix.safe or unsafe) for one in founds):
            break
        source = load(path, data, go_on=True)
        fixed = fixed_text(source, founds, unsafe=unsafe)
        new = encode(source.text, fixed.text, data)
        if new in seen or not _reads(path, new, fixed.text):
            break
        seen.add(new)
        data = new
        applied += fixed.applied
        founds = look(data)
    return Mended(data, tuple(applied), tuple(founds))


def _reads(path: str, data: bytes, text: str) -> bool:
    """Whether nothing is lost on the way into bytes: encodings are guessed from the content."""
    try:
        return decode(path, data).text == text
    except FileProblems:
        return False


def difference(path: str, before: bytes, after: bytes) -> str:
    """What changes, as a patch: a unified diff of two states of a file, empty if they are equal."""
    old, new = (_LINE.findall(decode(path, data).text) for data in (before, after))
    lines = unified_diff(old, new, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}\n" for line in lines)
